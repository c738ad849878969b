import { comparePeriods, type Frequency } from "../../../dataset/period";
import type { Absence } from "../../../dataset/records";
import { once, remembering, rememberingOf } from "../../../dataset/remembering";
import type { View } from "../../../dataset/view";
import { Refusal } from "../../refusal";
import { idElements, type Ask } from "../ask";
import { candidates } from "../candidates";
import { elsewhere, type Elsewhere } from "./elsewhere";
import { whatThereIs } from "./instead";

/** The order decides which of the figures that became known on one day is named. */
export const FREQUENCIES: readonly Frequency[] = ["a", "s", "q", "m", "c", "p"];

/** What there is around a question, whatever the period; each is found when it is first asked for. */
export class Place {
  private known: { periods?: readonly string[]; absences?: readonly Absence[]; isAlone?: boolean } = {};

  constructor(
    private readonly view: View,
    private readonly ask: Ask,
    private readonly freq: Frequency,
  ) {}

  /** Every period that would have an answer, of any frequency, oldest first. */
  get periods(): readonly string[] {
    return (this.known.periods ??= periodsOf(this.view, this.ask));
  }

  /** Every stated absence that concerns the question. */
  get absences(): readonly Absence[] {
    return (this.known.absences ??= absencesOf(this.view, this.ask, this.freq));
  }

  /** The series that differ in one thing; of a series named by its id there are none. */
  get elsewhere(): Elsewhere | undefined {
    return this.ask.series ? undefined : elsewhere(this.view.catalogue, this.ask, this.freq);
  }

  /** Whether nothing comes near to the question, in any period. */
  get isAlone(): boolean {
    return (this.known.isAlone ??= this.hasNothingNear());
  }

  private hasNothingNear(): boolean {
    const { ask, view, absences, periods } = this;
    if (ask.partner === ask.reporter || view.at.day !== undefined || absences.length + periods.length > 0) return false;
    return Object.values(this.elsewhere ?? {}).every(({ length }) => length === 0);
  }
}

/** Once for each question and frequency: the refusals of a workbook mostly differ in the period alone. */
export function placeIn(view: View, ask: Ask, freq: Frequency): Place {
  return (placesIn(view)(ask)[freq] ??= new Place(view, ask, freq));
}

const placesIn = rememberingOf((_: View) => rememberingOf((_ask: Ask): Partial<Record<Frequency, Place>> => ({})));

/** The refusal of a question that nothing answers, in any period. */
export function noSeries(view: View, ask: Ask): Refusal {
  return noSeriesIn(view)(ask);
}

/** What there is instead is looked for when somebody reads it: most such refusals only rule a wording out. */
const noSeriesIn = rememberingOf((view: View) => rememberingOf((ask: Ask) => nothingFor(view, ask)));

function nothingFor(view: View, ask: Ask): Refusal {
  const instead = once(() => whatThereIs(view, ask));
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

function periodsOf(view: View, ask: Ask): readonly string[] {
  const each = FREQUENCIES.flatMap((freq) => candidates({ view }, ask, freq)).map((series) => view.periods(series));
  // Those of one series are in order.
  return each.length <= 1 ? (each[0] ?? NONE) : [...new Set(each.flat())].sort(comparePeriods);
}

const NONE: readonly string[] = [];

function absencesOf(view: View, ask: Ask, freq: Frequency): readonly Absence[] {
  const all = view.absences(ask.indicator);
  if (all.length === 0) return all;
  const elements = ask.series ? ask.series.id.split(".") : idElements(view.dataset, ask, freq);
  return ofGoods(all)(elements[1]!).filter(({ pattern }) => matches(pattern, elements));
}

/** Those of the absences that may concern some goods: the second element of an id. */
const ofGoods = rememberingOf((all: readonly Absence[]) =>
  remembering((goods) => all.filter(({ pattern }) => isMet(pattern[1], goods))),
);

function matches(pattern: readonly string[], elements: readonly string[]): boolean {
  return pattern.length === elements.length && pattern.every((part, i) => isMet(part, elements[i]));
}

function isMet(part: string | undefined, element: string | undefined): boolean {
  return part === "*" || element === "*" || part === element;
}
