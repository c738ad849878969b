import { comparePeriods, FREQUENCIES, frequencyOf, type Frequency } from "../../dataset/period";
import type { Answer } from "./answer";
import type { Reader } from "./candidates";
import { answeredPeriods, isHeld } from "./answered";
import type { Ask } from "./ask";
import { resolve } from "./compute";
import { orRefusal, type Refusal } from "../refusal";
import { refuseUnanswered } from "./unanswered";

/** A period of a series with its figure, or why that is no number. */
export interface Point {
  readonly period: string;
  readonly found: Answer | Refusal;
}

/** Where a series begins and ends; either may be left open. */
export interface Span {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Every period in a span that has an answer, oldest first, with exactly the answer to a question for that period alone. Refuses when there is none. */
export function pointsIn(reader: Reader, ask: Ask, span: Span): Point[] {
  const frequency = frequencyFor(reader, ask, span);
  const periods = answeredPeriods(reader, ask, frequency).filter((period) => isWithin(period, span));
  if (periods.length === 0) refuseUnanswered(reader, ask, span.from ?? span.to ?? reader.view.release.date.slice(0, 4));
  return periods.map((period) => ({ period, found: orRefusal(() => resolve(reader, ask, period)) }));
}

/** One frequency only: that of the first period named, else years if any are held, else the first that is. */
export function frequencyFor(reader: Reader, ask: Ask, { from, to }: Span): Frequency {
  const named = from ?? to;
  if (named) return frequencyOf(named)!;
  return FREQUENCIES.find((freq) => isHeld(reader, ask, freq, () => true)) ?? "a";
}

export function isWithin(period: string, { from, to }: Span): boolean {
  return (!from || comparePeriods(period, from) >= 0) && (!to || comparePeriods(period, to) <= 0);
}
