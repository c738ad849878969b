import { comparePeriods, type Frequency } from "../../../dataset/period";
import type { Absence } from "../../../dataset/records";
import { rememberingBy, rememberingOf } from "../../../dataset/remembering";
import type { View } from "../../../dataset/view";
import { Refusal } from "../../refusal";
import { idElements, type Ask } from "../ask";
import { candidates } from "../candidates";
import { elsewhere, type Elsewhere } from "./elsewhere";
import { insteadIn, questionKey } from "./instead";

export const FREQUENCIES: readonly Frequency[] = ["a", "s", "q", "m", "c", "p"];

/**
 * A question and a frequency, with what there is around them whatever the period: found once, for the refusals of a
 * workbook mostly differ in the period alone.
 */
export class Place {
  private foundPeriods: readonly string[] | undefined;
  private foundAbsences: readonly Absence[] | undefined;
  private foundElsewhere: Elsewhere | undefined;
  private foundBarren: Refusal | false | undefined;

  constructor(
    private readonly view: View,
    private readonly ask: Ask,
    private readonly freq: Frequency,
  ) {}

  /** Every period that would have an answer, of any frequency, oldest first. */
  get periods(): readonly string[] {
    return (this.foundPeriods ??= periodsOf(this.view, this.ask));
  }

  /** Every stated absence that concerns the question. */
  get absences(): readonly Absence[] {
    return (this.foundAbsences ??= absencesConcerning(this.view, this.ask, this.freq));
  }

  /** The series that differ in one thing; a series named by its id has none. */
  get elsewhere(): Elsewhere | undefined {
    if (this.ask.series) return undefined;
    return (this.foundElsewhere ??= elsewhere(this.view.catalogue, this.ask, this.freq));
  }

  /** The refusal of a question that nothing comes near to, in every period. */
  get barren(): Refusal | undefined {
    this.foundBarren ??= this.isBarren() && noSeries(this.view, this.ask);
    return this.foundBarren || undefined;
  }

  private isBarren(): boolean {
    const { ask, view } = this;
    const isTold = ask.partner === ask.reporter || view.at.day !== undefined || this.absences.length > 0;
    if (isTold || this.periods.length > 0) return false;
    return Object.values(this.elsewhere ?? {}).every((near: readonly unknown[]) => near.length === 0);
  }
}

interface Asked {
  readonly ask: Ask;
  readonly freq: Frequency;
}

export const placeIn = rememberingOf((view: View) =>
  rememberingBy(
    ({ ask, freq }: Asked) => `${freq} ${questionKey(ask)}`,
    ({ ask, freq }) => new Place(view, ask, freq),
  ),
);

/** What there is instead is looked for when somebody reads it: most such refusals only rule a wording out. */
export function noSeries(view: View, ask: Ask): Refusal {
  const instead = () => insteadIn(view)(ask);
  return new Refusal("noSeries", {
    subject: ask,
    get argument() {
      return instead()[0];
    },
    get offered() {
      return instead()[1];
    },
  });
}

function periodsOf(view: View, ask: Ask): string[] {
  const found = new Set(
    FREQUENCIES.flatMap((freq) => candidates({ view }, ask, freq).flatMap((series) => view.periods(series))),
  );
  return [...found].sort(comparePeriods);
}

function absencesConcerning(view: View, ask: Ask, freq: Frequency): readonly Absence[] {
  const all = view.absences(ask.indicator);
  if (all.length === 0) return all;
  const elements = ask.series ? ask.series.id.split(".") : idElements(view.dataset, ask, freq);
  return all.filter((absence) => matches(absence.pattern, elements));
}

function matches(pattern: readonly string[], elements: readonly string[]): boolean {
  return (
    pattern.length === elements.length &&
    pattern.every((part, i) => part === "*" || elements[i] === "*" || part === elements[i])
  );
}
