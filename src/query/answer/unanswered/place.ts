import { comparePeriods, type Frequency } from "../../../dataset/period";
import type { Absence } from "../../../dataset/records";
import { once, rememberingBy, rememberingOf } from "../../../dataset/remembering";
import type { View } from "../../../dataset/view";
import { Refusal } from "../../refusal";
import { idElements, type Ask } from "../ask";
import { candidates } from "../candidates";
import { elsewhere, type Elsewhere } from "./elsewhere";
import { insteadIn, questionKey } from "./instead";

/** The order decides which of the figures that became known on one day is named. */
export const FREQUENCIES: readonly Frequency[] = ["a", "s", "q", "m", "c", "p"];

/** What there is around a question, whatever the period; each is found when it is first asked for. */
export interface Place {
  /** Every period that would have an answer, of any frequency, oldest first. */
  readonly periods: () => readonly string[];
  /** Every stated absence that concerns the question. */
  readonly absences: () => readonly Absence[];
  /** The series that differ in one thing; of a series named by its id there are none. */
  readonly elsewhere: () => Elsewhere | undefined;
  /** The refusal of a question that nothing comes near to, in every period. */
  readonly nothingNear: () => Refusal | undefined;
}

interface Asked {
  readonly ask: Ask;
  readonly freq: Frequency;
}

/** Once for each question and frequency: the refusals of a workbook mostly differ in the period alone. */
export function placeIn(view: View, ask: Ask, freq: Frequency): Place {
  return (ofAsk(view)(ask)[freq] ??= ofQuestion(view)({ ask, freq }));
}

/** The question of a column is one and the same in every row, and needs not be spelled out again. */
const ofAsk = rememberingOf((_: View) => rememberingOf((_ask: Ask): Partial<Record<Frequency, Place>> => ({})));

const ofQuestion = rememberingOf((view: View) =>
  rememberingBy(
    ({ ask, freq }: Asked) => `${freq} ${questionKey(ask)}`,
    ({ ask, freq }): Place => {
      const periods = once(() => periodsOf(view, ask));
      const absences = once(() => absencesOf(view, ask, freq));
      const near = once(() => (ask.series ? undefined : elsewhere(view.catalogue, ask, freq)));
      const nothingNear = once(() => {
        const isTold = ask.partner === ask.reporter || view.at.day !== undefined || absences().length > 0;
        const isNear = isTold || periods().length > 0 || Object.values(near() ?? {}).some(({ length }) => length > 0);
        return isNear ? undefined : noSeries(view, ask);
      });
      return { periods, absences, elsewhere: near, nothingNear };
    },
  ),
);

/** The refusal of a question that nothing answers, in any period. */
export function noSeries(view: View, ask: Ask): Refusal {
  return noSeriesIn(view)(ask);
}

/** What there is instead is looked for when somebody reads it: most such refusals only rule a wording out. */
const noSeriesIn = rememberingOf((view: View) => rememberingOf((ask: Ask) => nothingFor(view, ask)));

function nothingFor(view: View, ask: Ask): Refusal {
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

function absencesOf(view: View, ask: Ask, freq: Frequency): readonly Absence[] {
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
