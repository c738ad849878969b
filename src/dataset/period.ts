import { remembering } from "./remembering";

/** Frequency codes: years, half-years, quarters, months, months of a year so far, spans of years. */
export type Frequency = "a" | "s" | "q" | "m" | "c" | "p";

/** Every frequency, in the order in which a series is looked for when no period names one. */
export const FREQUENCIES: readonly Frequency[] = ["a", "m", "q", "s", "c", "p"];

const YEAR = "(?:19|2\\d)\\d{2}|18\\d{2}";
const FORMS: readonly [Frequency, RegExp][] = [
  ["a", new RegExp(`^(${YEAR})$`)],
  ["s", new RegExp(`^(${YEAR})-H([12])$`)],
  ["q", new RegExp(`^(${YEAR})-Q([1-4])$`)],
  ["m", new RegExp(`^(${YEAR})-(0[1-9]|1[0-2])$`)],
  ["c", new RegExp(`^(${YEAR})-(0[1-9]|1[0-2])/(${YEAR})-(0[1-9]|1[0-2])$`)],
  ["p", new RegExp(`^(${YEAR})/(${YEAR})$`)],
];

/** The frequency of a period in its canonical text (`2024`, `2024-H1`, `2024-Q2`, `2024-06`, `2026-01/2026-04`, `2012/2024`), or undefined when it is none. */
export const frequencyOf = remembering((period: string): Frequency | undefined => {
  const form = FORMS.find(([, pattern]) => pattern.test(period));
  if (!form) return undefined;
  const [from = "", to] = period.split("/");
  if (form[0] === "c" && (!to || from.slice(0, 4) !== to.slice(0, 4) || from.slice(5) >= to.slice(5))) return undefined;
  if (form[0] === "p" && (!to || from >= to)) return undefined;
  return form[0];
});

/** First and last month of a period as counts of months since year 0: the measure by which periods are ordered. */
export const monthsSpanned = remembering((period: string): MonthsSpanned => {
  const [from = "", to] = period.split("/");
  if (to !== undefined) return { first: monthsSpanned(from).first, last: monthsSpanned(to).last };
  const year = Number(from.slice(0, 4)) * 12;
  const part = from.slice(5);
  if (part === "") return { first: year, last: year + 11 };
  if (part.startsWith("H")) return span(year, Number(part.slice(1)), 6);
  if (part.startsWith("Q")) return span(year, Number(part.slice(1)), 3);
  return span(year, Number(part), 1);
});

interface MonthsSpanned {
  readonly first: number;
  readonly last: number;
}

function span(year: number, ordinal: number, months: number): MonthsSpanned {
  return { first: year + (ordinal - 1) * months, last: year + ordinal * months - 1 };
}

/** Orders periods by when they end, then by when they begin. */
export function comparePeriods(a: string, b: string): number {
  const [x, y] = [monthsSpanned(a), monthsSpanned(b)];
  return x.last - y.last || x.first - y.first;
}

/** The same period `years` earlier: 2025-06 → 2024-06, 2026-01/2026-04 → 2025-01/2025-04. */
export function yearsEarlier(period: string, years = 1): string {
  return period.replace(/\d{4}(?=$|[-/])/g, (year) => String(Number(year) - years).padStart(4, "0"));
}

/** The twelve, six, three … months that make up a period, oldest first. */
export const monthsOf = remembering((period): readonly string[] => {
  const { first, last } = monthsSpanned(period);
  return Array.from({ length: last - first + 1 }, (_, i) => monthText(first + i));
});

/** The month with which a period ends. */
export function lastMonth(period: string): string {
  return monthText(monthsSpanned(period).last);
}

/** A month by its count since year 0. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** Frequencies whose periods follow one another. */
export const STEPPED: ReadonlySet<Frequency> = new Set(["a", "s", "q", "m"]);

/** The year, half-year, quarter or month after one. Throws RangeError for any other period. */
export function nextPeriod(period: string): string {
  const { first, last } = monthsSpanned(period);
  return endingWith(period, last + last - first + 1);
}

/** The year, half-year, quarter or month before one. Throws RangeError for any other period. */
export function previousPeriod(period: string): string {
  return endingWith(period, monthsSpanned(period).first - 1);
}

/** The period of the same kind as one that ends with a month. */
function endingWith(period: string, last: number): string {
  const month = monthText(last);
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))];
  switch (frequencyOf(period)) {
    case "a":
      return year;
    case "s":
      return `${year}-H${number / 6}`;
    case "q":
      return `${year}-Q${number / 3}`;
    case "m":
      return month;
    default:
      throw new RangeError(`no steps from "${period}"`);
  }
}

/** Every year, half-year, quarter or month from one to another of the same kind, both included. */
export function periodsBetween(from: string, to: string): string[] {
  const periods = [from];
  for (let period = from; comparePeriods(period, to) < 0;) {
    period = nextPeriod(period);
    periods.push(period);
  }
  return periods;
}

/** The last calendar day of a date that may be partial: 2025 → 2025-12-31, 2025-08 → 2025-08-31. */
export function lastDay(date: string): string {
  if (/^\d{4}$/.test(date)) return `${date}-12-31`;
  if (/^\d{4}-\d{2}$/.test(date)) {
    const [year, month] = date.split("-").map(Number) as [number, number];
    return `${date}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0")}`;
  }
  return date;
}
