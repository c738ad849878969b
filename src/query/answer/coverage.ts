import {
  comparePeriods,
  frequencyOf,
  monthsSpanned,
  periodsBetween,
  STEPPED,
  type Frequency,
} from "../../dataset/period";
import type { Absence } from "../../dataset/records";
import type { Reader } from "./candidates";
import { answeredPeriods } from "./answered";
import type { Ask } from "./ask";
import { absencesOf, statedAbsence } from "./unanswered";

/** Periods without a figure, one after the other, with one reason. */
export interface Gap {
  readonly from: string;
  readonly to: string;
  /** Code of the reason; undefined when nobody states one. */
  readonly reason: string | undefined;
}

/** What there is for a question. */
export interface Coverage {
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly gaps: readonly Gap[];
}

/** The first and last period in which a question has a figure, what is missing between, and the absences stated before and after. */
export function coverageOf(reader: Reader, ask: Ask, freq: Frequency): Coverage {
  const periods = answeredPeriods(reader, ask, freq);
  const [first, last] = [periods[0], periods.at(-1)];
  const stated = absencesOf(reader, ask, freq).flatMap((absence) => spelledOut(absence, freq));
  if (first === undefined || last === undefined) return { first, last, gaps: merged(stated) };
  const outside = stated.filter(({ from, to }) => comparePeriods(to, first) < 0 || comparePeriods(from, last) > 0);
  return { first, last, gaps: merged([...missingBetween(reader, ask, freq, periods), ...outside]) };
}

function missingBetween(reader: Reader, ask: Ask, freq: Frequency, periods: readonly string[]): Gap[] {
  if (!STEPPED.has(freq)) return [];
  const there = new Set(periods);
  return periodsBetween(periods[0]!, periods.at(-1)!)
    .filter((period) => !there.has(period))
    .map((period) => ({
      from: period,
      to: period,
      reason: statedAbsence(reader, ask, period)?.reason,
    }));
}

/** A stated absence period by period, so that the ones that have a figure can be left out. */
function spelledOut({ from, to, reason }: Absence, freq: Frequency): Gap[] {
  const end = to || from;
  const periods =
    frequencyOf(from) === freq && frequencyOf(end) === freq && STEPPED.has(freq)
      ? periodsBetween(from, end)
      : undefined;
  return periods ? periods.map((period) => ({ from: period, to: period, reason })) : [{ from, to: end, reason }];
}

/** Neighbouring gaps with one reason become one. */
function merged(gaps: readonly Gap[]): Gap[] {
  const result: Gap[] = [];
  for (const gap of [...gaps].sort((a, b) => monthsSpanned(a.from).first - monthsSpanned(b.from).first)) {
    const previous = result.at(-1);
    if (previous && previous.reason === gap.reason && follows(previous.to, gap.from))
      result[result.length - 1] = { ...previous, to: gap.to };
    else result.push(gap);
  }
  return result;
}

function follows(earlier: string, later: string): boolean {
  return frequencyOf(earlier) === frequencyOf(later) && monthsSpanned(earlier).last + 1 === monthsSpanned(later).first;
}
