import { Decimal } from "../dataset/decimal";
import { frequencyOf, monthsOf, type Frequency } from "../dataset/period";
import type { Observation, Series } from "../dataset/records";
import type { Ask } from "./ask";
import { refuseUnanswered } from "./unanswered";
import { type Reader, candidates } from "./candidates";

/** How a figure was computed when it was asked for. `derived` figures of the dataset carry their own formula instead. */
export interface Arithmetic {
  readonly operation: "months" | "difference" | "growth" | "share" | "quotient" | "compound" | "concentration";
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
 * adds months up when the period itself has no figure, the series is additive and every month is there.
 * Refuses with the reason when there is none.
 */
export function answer(reader: Reader, ask: Ask, period: string): Answer {
  return findAnswer(reader, ask, period) ?? refuseUnanswered(reader, ask, period);
}

/** Like `answer`, but undefined instead of a refusal. */
export function findAnswer(reader: Reader, ask: Ask, period: string): Answer | undefined {
  const freq = frequencyOf(period);
  if (!freq) throw new RangeError(`not a period: "${period}"`);
  for (const series of candidates(reader, ask, freq)) {
    const observation = reader.view.observation(series, period);
    if (observation) return answerFrom(reader, ask, observation);
  }
  return sumOfMonths(reader, ask, period, freq);
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

function sumOfMonths(reader: Reader, ask: Ask, period: string, freq: Frequency): Answer | undefined {
  if (ask.series || ask.transformation !== "level" || !["a", "s", "q", "c"].includes(freq)) return undefined;
  for (const series of candidates(reader, ask, "m")) {
    if (!series.additive) continue;
    const terms = monthsOf(period).map((month) => findInSeries(reader, series, ask, month));
    if (!terms.every((term) => term !== undefined)) continue;
    return {
      ask,
      period,
      value: terms.reduce((sum, term) => sum.plus(term.value), Decimal.fromInteger(0)),
      unit: series.unit,
      observation: undefined,
      arithmetic: { operation: "months", terms },
    };
  }
  return undefined;
}

/** The observations an answer rests on, in order, each once. */
export function evidence(answer: Answer): Observation[] {
  if (answer.observation) return [answer.observation];
  return [...new Set((answer.arithmetic?.terms ?? []).flatMap(evidence))];
}
