import { comparePeriods, lastMonth, monthsOf, monthsSpanned, type Frequency } from "../dataset/period";
import type { Reader } from "../query/answer/candidates";
import { answeredPeriods } from "../query/answer/answered";
import type { Context } from "./context";
import type { Ask } from "../query/answer/ask";

/** The years or months that lie wholly between two periods of any kind, oldest first. */
export function periodsWithin(frequency: "a" | "m", from: string, to: string): string[] {
  const months = monthsOf(`${monthsOf(from)[0]}/${lastMonth(to)}`);
  if (frequency === "m") return [...months];
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return years.filter((year) => months.includes(`${year}-01`) && months.includes(`${year}-12`));
}

/** The years or months of a table, in the order in which it shows them. */
export function shownPeriods(
  { from, to, newestFirst }: Pick<Context, "from" | "to" | "newestFirst">,
  frequency: "a" | "m",
): string[] {
  const periods = periodsWithin(frequency, from!, to!);
  return newestFirst ? periods.reverse() : periods;
}

/** Whether a date, maybe partial, has a month in common with a span. An open end has no limit. */
export function overlaps(date: string, from: string | undefined, to: string | undefined): boolean {
  const own = monthsSpanned(date.slice(0, 7));
  return (!from || own.last >= monthsSpanned(from).first) && (!to || own.first <= monthsSpanned(to).last);
}

/** The first and last period of a frequency for which any of the questions has a figure; undefined when none has. */
export function extent(reader: Reader, asks: readonly Ask[], frequency: Frequency) {
  const periods = asks.flatMap((ask) => answeredPeriods(reader, ask, frequency)).sort(comparePeriods);
  const [first, last] = [periods[0], periods.at(-1)];
  return first && last ? { first, last } : undefined;
}
