import { comparePeriods, frequencyOf, lastDay, monthsSpanned } from "../../dataset/period";
import { remembering } from "../../dataset/remembering";
import { plain } from "../words/normalise";
import { dayOfSerial, isSerial, isYear } from "./period-numbers";
import { monthSpan, tidied, worded, writtenDay } from "./period-words";

/** No spelling of a period is longer. */
const LONGEST = 60;

const DAY = /^(?<year>\d{4}) ?(?<sign>[-/.年]) ?(?<month>\d{1,2}) ?(?:\k<sign>|月) ?(?<day>\d{1,2}) ?日?$/;

/** A time of the day after a day, as databases and cells write it: it changes no day. */
const TIME = /(?<=\d日?)(?:T| )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[AP]M)?(?: ?Z| ?[+-]\d{2}:?\d{2})?$/i;

/** An ISO 8601 duration after the start of a span. */
const DURATION = /^(.+?) ?\/ ?P(\d{1,3})([YQM])$/i;
const MONTHS_IN: Readonly<Record<string, number>> = { Y: 12, Q: 3, M: 1 };

/** What can part the two ends of a span. A hyphen also stands inside them, so every place is tried. */
const SEPARATOR = / ?(?:[/~:–—至到-]|\.{2,3}|\bto\b|\bthrough\b|\bthru\b|\buntil\b) ?/gi;

/** The two ends of a span. */
export type Ends = readonly [from: string, to: string];

/** A text as it is read: undefined when it is too long to be a period or a day. */
export function spelling(text: string): string | undefined {
  if (text.length > 2 * LONGEST) return undefined;
  const tidy = tidied(plain(text));
  return tidy.length <= LONGEST ? tidy : undefined;
}

/** The ISO day of a date, year first or with its month in letters, or undefined when the calendar does not have it. */
export function isoDay(text: string): string | undefined {
  const dated = spelling(text)?.replace(TIME, "");
  const { year, month, day } = DAY.exec((dated && writtenDay(dated)) ?? dated ?? "")?.groups ?? {};
  if (!year || !month || !day) return undefined;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return /-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(iso) && lastDay(iso.slice(0, 7)) >= iso ? iso : undefined;
}

/** The canonical text of a period in any form a user may type, or undefined. */
export const canonicalPeriod = remembering((typed: string): string | undefined => {
  const text = spelling(typed);
  // Every form has its year in figures.
  if (text === undefined || !/\d{4}/.test(text)) return undefined;
  const day = isoDay(text);
  if (day) return known(day.slice(0, 7));
  if (/^\d{5}(\.\d+)?$/.test(text)) return isSerial(Number(text)) ? dayOfSerial(Number(text)).slice(0, 7) : undefined;
  const months = monthSpan(text);
  if (months) return joined(months.split("/") as [string, string]);
  const one = single(text);
  if (one) return one;
  const ends = endsOf(text);
  return ends ? joined(ends) : during(text);
});

/** The two ends of a span as typed, in whatever order they stand; undefined for what has none. */
export function endsOf(text: string): Ends | undefined {
  for (const match of text.matchAll(SEPARATOR)) {
    const [left, right] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const days = [isoDay(left), isoDay(right)] as const;
    if (days[0] && days[1]) return monthsOfDays(days[0], days[1]);
    const [from, to] = [single(left), single(right)];
    if (from && to) return [from, to];
  }
  return undefined;
}

/** The months from the first day of one to the last day of another; other days cut a month in two. */
function monthsOfDays(from: string, to: string): Ends | undefined {
  const month = to.slice(0, 7);
  return from.endsWith("-01") && lastDay(month) === to ? [from.slice(0, 7), month] : undefined;
}

/** A span that is told by its start and how long it is: `2021-01-01/P6M`. */
function during(text: string): string | undefined {
  const [, start = "", length, unit = ""] = DURATION.exec(text) ?? [];
  const day = isoDay(start);
  if (day && !day.endsWith("-01")) return undefined;
  const from = day?.slice(0, 7) ?? single(start);
  if (!from || !Number(length)) return undefined;
  const first = monthsSpanned(from).first;
  const last = first + Number(length) * MONTHS_IN[unit.toUpperCase()]! - 1;
  const isYears = first % 12 === 0 && last % 12 === 11;
  return joined(isYears ? [yearOf(first), yearOf(last)] : [monthOf(first), monthOf(last)]);
}

/** One period out of its two ends: years, or months, quarters and half-years of one year. */
export function joined([from, to]: Ends): string | undefined {
  if (!known(from) || !known(to) || comparePeriods(from, to) > 0) return undefined;
  if (from === to) return from;
  const areYears = [frequencyOf(from) === "a", frequencyOf(to) === "a"];
  if (areYears[0] && areYears[1]) return `${from}/${to}`;
  if (areYears[0] || areYears[1] || from.slice(0, 4) !== to.slice(0, 4)) return undefined;
  const [first, last] = [monthsSpanned(from).first, monthsSpanned(to).last];
  return wholeYear(first, last) ?? `${monthOf(first)}/${monthOf(last)}`;
}

/** Twelve months of a year are the year, six its half, three its quarter. */
function wholeYear(first: number, last: number): string | undefined {
  const [length, start] = [last - first + 1, first % 12];
  if (length === 12) return yearOf(first);
  if (length === 6 && start % 6 === 0) return `${yearOf(first)}-H${start / 6 + 1}`;
  if (length === 3 && start % 3 === 0) return `${yearOf(first)}-Q${start / 3 + 1}`;
  return undefined;
}

function yearOf(month: number): string {
  return String(Math.floor(month / 12)).padStart(4, "0");
}

function monthOf(month: number): string {
  return `${yearOf(month)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** A period that is no span. */
function single(text: string): string | undefined {
  const found = slashedMonth(text) ?? worded(text.trim());
  if (found?.includes("/")) return joined(found.split("/") as [string, string]);
  return found && known(found);
}

/** `06/2025` and `2025/06` are a month; `2011/12` could be two years as well, and so is neither. */
function slashedMonth(text: string): string | undefined {
  const [, first, year] = /^(\d{1,2}) ?\/ ?(\d{4})$/.exec(text) ?? [];
  if (first && year) return `${year}-${first.padStart(2, "0")}`;
  const [, before, last] = /^(\d{4}) ?\/ ?(\d{1,2})$/.exec(text) ?? [];
  return before && last && Number(last) <= Number(before) % 100 ? `${before}-${last.padStart(2, "0")}` : undefined;
}

/** A canonical text if the calendar of the data has it. */
function known(text: string): string | undefined {
  return isYear(Number(text.slice(0, 4))) && frequencyOf(text) ? text : undefined;
}
