import { comparePeriods, frequencyOf, lastDay } from "../dataset/period";
import { monthSpan, worded, writtenDay } from "./period-words";
import { refuse, type PeriodHint } from "./refusal";

/** A serial below this is no plausible date of the data (1954), above it neither (2100). */
const SERIALS = { first: 20000, last: 73050 };
const YEARS = { first: 1900, last: 2199 };

/** Days between Excel's day 0 and the Unix epoch, for serials after 1900-02-28. */
const EXCEL_EPOCH = 25569;
const MILLISECONDS = 86_400_000;

/**
 * Reads a period in any form a user may type and gives its canonical text: `2024`, `2024-06`, `2024-Q2`, `2024-H1`,
 * `2026-01/2026-04`, `2012/2024`. A number 1900–2199 is a year, 20000–73050 an Excel date that means its month.
 * Refuses everything else, with a hint.
 */
export function readPeriod(given: string | number, argument: string): string {
  const text = typeof given === "number" ? numberText(given, argument) : given.normalize("NFKC").trim();
  const canonical = canonicalPeriod(text);
  if (canonical) return canonical;
  return refuse("notPeriod", { argument, given: text, hint: hintFor(text) });
}

/** Whether a text or number reads as a period. */
export function looksLikePeriod(given: string | number): boolean {
  if (typeof given === "number") return Number.isInteger(given) && given >= YEARS.first && given <= YEARS.last;
  return canonicalPeriod(given.normalize("NFKC").trim()) !== undefined;
}

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** The ISO day of a date, year first or with its month in letters, or undefined when the calendar does not have it. */
export function isoDay(text: string): string | undefined {
  const [, year, month, day] = DAY.exec(writtenDay(text) ?? text) ?? [];
  if (!year || !month || !day) return undefined;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return /-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(iso) && lastDay(iso.slice(0, 7)) >= iso ? iso : undefined;
}

/** The ISO day of an Excel serial. */
export function dayOfSerial(serial: number): string {
  return new Date((Math.floor(serial) - EXCEL_EPOCH) * MILLISECONDS).toISOString().slice(0, 10);
}

export function isSerial(value: number): boolean {
  return value >= SERIALS.first && value < SERIALS.last + 1;
}

export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= YEARS.first && value <= YEARS.last;
}

/** A period as it goes into a cell: a number when it is a year, else text. */
export function periodCell(period: string): number | string {
  return frequencyOf(period) === "a" ? Number(period) : period;
}

function numberText(value: number, argument: string): string {
  if (isYear(value)) return String(value);
  if (isSerial(value)) return dayOfSerial(value).slice(0, 7);
  return refuse("notPeriod", { argument, given: String(value), hint: hintFor(String(value)) });
}

/** The canonical text of a period in any form a user may type, or undefined. */
export function canonicalPeriod(text: string): string | undefined {
  const day = isoDay(text);
  if (day) return known(day.slice(0, 7));
  if (/^\d{5}(\.\d+)?$/.test(text) && isSerial(Number(text))) return dayOfSerial(Number(text)).slice(0, 7);
  const slashed = slashedMonth(text);
  if (slashed) return known(slashed);
  const months = monthSpan(text);
  if (months) return frequencyOf(months) === "c" ? (wholeYear(months) ?? months) : undefined;
  const parts = text.split(/\s*(?:\/|\bto\b|–|—|\.\.|至|到)\s*/i).filter((part) => part !== "");
  if (parts.length > 2 || parts.length === 0) return undefined;
  const [from, to] = parts.map(single);
  if (!from) return undefined;
  if (parts.length === 1) return yearRange(text) ?? from;
  if (!to) return undefined;
  if (from === to) return from;
  const joined = `${from}/${to}`;
  const frequency = frequencyOf(joined);
  if (frequency === "p" || frequency === "c") return wholeYear(joined) ?? joined;
  return undefined;
}

/** `06/2025` and `2025/06` are a month; `2011/12` could be two years as well, and so is neither. */
function slashedMonth(text: string): string | undefined {
  const [, first, year] = /^(\d{1,2})\s*\/\s*(\d{4})$/.exec(text) ?? [];
  if (first && year) return `${year}-${first.padStart(2, "0")}`;
  const [, before, last] = /^(\d{4})\s*\/\s*(\d{1,2})$/.exec(text) ?? [];
  return before && last && Number(last) <= Number(before) % 100 ? `${before}-${last.padStart(2, "0")}` : undefined;
}

/** `2012-2024` reads as a span of years; as a month it would be no month. */
function yearRange(text: string): string | undefined {
  const match = /^(\d{4})\s*-\s*(\d{4})$/.exec(text);
  const joined = match && `${match[1]}/${match[2]}`;
  return joined && frequencyOf(joined) ? joined : undefined;
}

/** Twelve months of a year are the year, six its half, three its quarter. */
function wholeYear(months: string): string | undefined {
  const match = /^(\d{4})-(\d{2})\/\d{4}-(\d{2})$/.exec(months);
  if (!match) return undefined;
  const [, year, first, last] = match;
  const named: Record<string, string> = {
    "0112": "",
    "0106": "-H1",
    "0712": "-H2",
    "0103": "-Q1",
    "0406": "-Q2",
    "0709": "-Q3",
    "1012": "-Q4",
  };
  const suffix = named[`${first}${last}`];
  return suffix === undefined ? undefined : `${year}${suffix}`;
}

function single(text: string): string | undefined {
  const t = text.trim();
  if (/^\d{4}-\d{4}$/.test(t)) return yearRange(t);
  if (/^\d{4}\s*年?$/.test(t)) return known(t.slice(0, 4));
  let match = /^(\d{4})\s*[-./年]?\s*([HSQ])\s*([1-4])$/i.exec(t) ?? undefined;
  if (match) return known(`${match[1]}-${match[2]!.toUpperCase().replace("S", "H")}${match[3]}`);
  match = /^(\d{4})\s*[-.年m]\s*(\d{1,2})\s*月?$/i.exec(t) ?? undefined;
  if (match) return known(`${match[1]}-${match[2]!.padStart(2, "0")}`);
  const canonical = worded(t);
  return canonical && known(canonical);
}

function known(text: string): string | undefined {
  const year = Number(text.slice(0, 4));
  return year >= YEARS.first && year <= YEARS.last && frequencyOf(text) ? text : undefined;
}

/** Words for a moment that moves: no period, for a formula must give the same figure tomorrow. */
const MOVING =
  /\b(?:latest|last|this|current|previous|prior|next|now|today|yesterday|recent|newest|ytd)\b|最新|去年|今年|本年|上年|今天/i;
const FISCAL = /^FY|FY\d*$|fiscal/i;
const SHORT_YEAR =
  /^(?:[a-z]{3,9}|[1-4]?\s*[HQ]\s*[1-4]?)[\s.'’/-]*\d{2}$|^\d{4}\s*(?:-\s*(?:1[3-9]|[2-9]\d)|\/\s*\d{2})$/i;

function hintFor(text: string): PeriodHint {
  if (/^\d{4}(0[1-9]|1[0-2])$/.test(text)) return "compactMonth";
  if (MOVING.test(text)) return "moving";
  if (FISCAL.test(text)) return "fiscal";
  if (/^\d{4}-(?:1[3-9]|00|H[03-9]|Q[05-9])$/i.test(text)) return "part";
  if (SHORT_YEAR.test(text)) return "shortYear";
  if (/^\d{4}.*\D\d{4}/.test(text)) return "order";
  if (/^-?\d+(\.\d+)?$/.test(text)) return "number";
  return "form";
}

/** Refuses a span of two periods that runs backwards. */
export function checkOrder(from: string | undefined, to: string | undefined, argument: string): void {
  if (from && to && comparePeriods(from, to) > 0) refuse("backwards", { argument, from, to });
}
