import { comparePeriods } from "../../dataset/period";
import { endsOf, spelling } from "./period-reader";
import { isUnclearDay } from "./period-words";
import type { PeriodHint } from "../refusal";

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
export function hintFor(typed: string): PeriodHint {
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
