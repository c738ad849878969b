import { grouped } from "../../dataset/catalogue";
import { Decimal } from "../../dataset/decimal";
import { frequencyOf, monthsOf, type Frequency } from "../../dataset/period";
import type { Observation, Series } from "../../dataset/records";
import { rememberingOf } from "../../dataset/remembering";
import type { Ask } from "./ask";
import { refuseUnanswered } from "./unanswered";
import { candidates, isAdded, SUMMED, type Reader } from "./candidates";

/** How a figure was computed when it was asked for. `derived` figures of the dataset carry their own formula instead. */
export interface Arithmetic {
  readonly operation:
    "months" | "sum" | "mean" | "index" | "difference" | "growth" | "share" | "quotient" | "compound" | "concentration";
  readonly terms: readonly Answer[];
}

/** A figure with all that is known of it. */
export interface Answer {
  readonly ask: Ask;
  readonly period: string;
  /** Exact value in the base unit of `unit`. */
  readonly value: Decimal;
  /** Base unit: the unit of the value. */
  readonly unit: string;
  /** The dataset's own row; undefined when the figure was computed on asking. */
  readonly observation: Observation | undefined;
  readonly arithmetic: Arithmetic | undefined;
}

/**
 * The figure for a question and a period. Picks the series by rank and the vintage by the view;
 * adds months up when the period itself has no figure, they are additive, of one basis, and every one is there.
 * Refuses with the reason when there is none.
 */
export function answer(reader: Reader, ask: Ask, period: string): Answer {
  return findAnswer(reader, ask, period) ?? refuseUnanswered(reader, ask, period);
}

/** Like `answer`, but undefined instead of a refusal. */
export function findAnswer(reader: Reader, ask: Ask, period: string): Answer | undefined {
  const freq = frequencyOf(period);
  if (!freq) throw new RangeError(`not a period: "${period}"`);
  const own = findInFirst(reader, candidates(reader, ask, freq), ask, period);
  // What an organisation added gives way to what ours add up to.
  return own && !isAdded(own.observation!.series) ? own : (sumOfMonths(reader, ask, period, freq) ?? own);
}

/** The figure of the first of some series that has one. */
function findInFirst(reader: Reader, all: readonly Series[], ask: Ask, period: string): Answer | undefined {
  for (const series of all) {
    const found = findInSeries(reader, series, ask, period);
    if (found) return found;
  }
  return undefined;
}

/** The figure of one series for a period, or undefined. */
export function findInSeries(reader: Reader, series: Series, ask: Ask, period: string): Answer | undefined {
  const observation = reader.view.observation(series, period);
  return observation && answerFrom(reader, ask, observation);
}

export function answerFrom(reader: Reader, ask: Ask, observation: Observation): Answer {
  return {
    ask,
    period: observation.period,
    value: reader.units.baseValue(observation),
    unit: observation.series.unit,
    observation,
    arithmetic: undefined,
  };
}

/** The months of the question, each from the first series that has it, where the period itself has no figure. */
function sumOfMonths(reader: Reader, ask: Ask, period: string, freq: Frequency): Answer | undefined {
  if (ask.series || ask.transformation !== "level" || !SUMMED.has(freq)) return undefined;
  const months = candidates(reader, ask, "m");
  for (const group of months.length > 0 ? summable(months) : []) {
    const ofOne = group.map((series) => monthsIn(reader, [series], ask, period)).find((terms) => terms !== undefined);
    const terms = ofOne ?? monthsIn(reader, group, ask, period);
    if (!terms) continue;
    const value = terms.reduce((sum, term) => sum.plus(term.value), Decimal.fromInteger(0));
    const arithmetic: Arithmetic = { operation: "months", terms };
    return { ask, period, value, unit: group[0]!.unit, observation: undefined, arithmetic };
  }
  return undefined;
}

/** The monthly series of a question that may be added up, best rank first, those of one basis and unit together. */
export const summable = rememberingOf((months: readonly Series[]): readonly (readonly Series[])[] => {
  const groups = grouped(months, ({ basis, unit }) => `${basis} ${unit}`);
  // What a rate implies may be added up where the level itself may.
  return [...groups.values()].flatMap((group) => {
    const additive = group.some((series) => series.additive);
    const kept = group.filter((series) => series.additive || (additive && series.transformation === "implied"));
    return kept.length > 0 ? [kept] : [];
  });
});

/** The figure of every month of a period, from the first of the series that has it; undefined when a month is missing. */
function monthsIn(reader: Reader, group: readonly Series[], ask: Ask, period: string): Answer[] | undefined {
  const terms: Answer[] = [];
  for (const month of monthsOf(period)) {
    const found = findInFirst(reader, group, ask, month);
    if (!found) return undefined;
    terms.push(found);
  }
  return terms;
}

/** The observations an answer rests on, in order, each once. */
export function evidence(answer: Answer): Observation[] {
  if (answer.observation) return [answer.observation];
  return [...new Set((answer.arithmetic?.terms ?? []).flatMap(evidence))];
}
