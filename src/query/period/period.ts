import { comparePeriods, frequencyOf } from "../../dataset/period";
import { dayOfSerial, isSerial, isYear } from "./period-numbers";
import { canonicalPeriod, endsOf, spelling } from "./period-reader";
import { refuse, type PeriodHint } from "../refusal";
import { isUnclearDay } from "./period-words";

/** Words for a moment that moves: no period, for a formula must give the same figure tomorrow. */
const MOVING =
  /\b(?:latest|last|this|current|previous|prior|next|now|today|yesterday|recent|newest|ytd)\b|最新|去年|今年|本年|上年|今天/i;

const FISCAL = /^FY|FY\d{0,4}$|fiscal/i;

const SHORT_YEAR =
  /^(?:[a-z]{3,9}|[1-4]? ?[HQ] ?[1-4]?)[ .'’/-]{0,3}\d{2}$|^\d{4} ?(?:- ?(?:1[3-9]|[2-9]\d)|\/ ?\d{2})$|^\d{2}年/i;

const PART = /^\d{4}-(?:1[3-9]|00|H[03-9]|Q[05-9])$/i;

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** A word beside a year, in letters of any script: the month of a language that is not read. */
const OTHER_WORD = /^(?=.*(?:^|\D)\d{4}(?:\D|$))(?=.*\p{L}{3})/u;

/** Korean and the like write a month with one letter behind its number. */
const OTHER_SIGN = /^\d{4} ?\p{Script=Hangul}/u;

/** What to tell about a text that is no period. */
function hintFor(typed: string): PeriodHint {
  const text = spelling(typed);
  if (text === undefined) return "form";
  if (/^\d{4}(0[1-9]|1[0-2])$/.test(text)) return "compactMonth";
  if (NUMBER.test(text)) return "number";
  if (MOVING.test(text)) return "moving";
  if (FISCAL.test(text)) return "fiscal";
  if (PART.test(text)) return "part";
  if (isUnclearDay(text)) return "dayOrMonth";
  if (SHORT_YEAR.test(text)) return "shortYear";
  const ends = endsOf(text);
  if (ends) return comparePeriods(ends[0], ends[1]) > 0 ? "order" : "span";
  return OTHER_WORD.test(text) || OTHER_SIGN.test(text) ? "language" : "form";
}

export { dayOfSerial, isSerial, isYear } from "./period-numbers";
export { canonicalPeriod, isoDay } from "./period-reader";

/**
 * Reads a period in any form a user may type and gives its canonical text: `2024`, `2024-06`, `2024-Q2`, `2024-H1`,
 * `2026-01/2026-04`, `2012/2024`. A number 1900–2199 is a year, 20000–73050 an Excel date that means its month.
 * Refuses everything else, with a hint.
 */
export function readPeriod(given: string | number, argument: string): string {
  const canonical = typeof given === "number" ? periodOfNumber(given) : canonicalPeriod(given);
  return canonical ?? refuse("notPeriod", { argument, given: String(given), hint: hintFor(String(given)) });
}

/** Whether a text or number reads as a period. */
export function looksLikePeriod(given: string | number): boolean {
  return typeof given === "number" ? isYear(given) : canonicalPeriod(given) !== undefined;
}

/** A period as it goes into a cell: a number when it is a year, else text. */
export function periodCell(period: string): number | string {
  return frequencyOf(period) === "a" ? Number(period) : period;
}

function periodOfNumber(value: number): string | undefined {
  if (isYear(value)) return String(value);
  return isSerial(value) ? dayOfSerial(value).slice(0, 7) : undefined;
}

/** Refuses a span of two periods that runs backwards. */
export function checkOrder(from: string | undefined, to: string | undefined, argument: string): void {
  if (from && to && comparePeriods(from, to) > 0) refuse("backwards", { argument, from, to });
}
