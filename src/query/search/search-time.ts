import type { Frequency } from "../../dataset/period";
import { once } from "../../dataset/remembering";

/** A time named in a search: a year, a part of a year, or both. */
export interface SearchTime {
  readonly year: string | undefined;
  /** How a period of such a part ends: `-06`, `-Q2`, `-H1`; with the frequency it has. */
  readonly part: { readonly ending: string; readonly freq: Frequency } | undefined;
}

const MONTHS = [
  "jan(?:uary)?",
  "feb(?:ruary)?",
  "mar(?:ch)?",
  "apr(?:il)?",
  "may",
  "june?",
  "july?",
  "aug(?:ust)?",
  "sept?(?:ember)?",
  "oct(?:ober)?",
  "nov(?:ember)?",
  "dec(?:ember)?",
];

const YEAR = "((?:19|20)\\d{2})";

/** What people write for a part of a year, and the ending of the period it means. */
interface Part {
  readonly pattern: RegExp;
  readonly freq: Frequency;
  readonly ending: (part: string) => string;
}

/** Patterns with classes of letters take a while to make, and a page that starts searches nothing yet. */
const partsOfYears = once((): readonly Part[] => [
  ...MONTHS.map((month, i) => ({
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${month}(?![\\p{L}])`, "iu"),
    freq: "m" as const,
    ending: () => monthEnding(String(i + 1)),
  })),
  { pattern: /(?<!\d)(1[0-2]|0?[1-9])\s*月/u, freq: "m", ending: monthEnding },
  { pattern: /(?<=(?:19|20)\d{2}[-/.])(0[1-9]|1[0-2])(?!\d)/u, freq: "m", ending: monthEnding },
  { pattern: /(?<!\p{L})[qQ]([1-4])(?![\p{L}\p{N}])/u, freq: "q", ending: (part) => `-Q${part}` },
  { pattern: /(?<!\p{L})[hH]([12])(?![\p{L}\p{N}])/u, freq: "s", ending: (part) => `-H${part}` },
  { pattern: /(first half|上半年)/iu, freq: "s", ending: () => "-H1" },
  { pattern: /(second half|下半年)/iu, freq: "s", ending: () => "-H2" },
]);

/** Takes the part of a year out of a search; the year is named but stays, because a heading of customs looks like one. */
export function timeIn(text: string): { readonly rest: string; readonly time: SearchTime | undefined } {
  const year = new RegExp(`(?<!\\d)${YEAR}(?!\\d)`).exec(text)?.[1];
  for (const { pattern, freq, ending } of partsOfYears()) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = text.replace(pattern, " ").replace(/年/u, " ");
    // A search for nothing but a month may mean a name that begins so.
    if (!/[\p{L}]/u.test(rest)) break;
    return { rest, time: { year, part: { freq, ending: ending(match[1] ?? "") } } };
  }
  return { rest: text, time: year === undefined ? undefined : { year, part: undefined } };
}

/** The last of some periods (oldest first) that a time names. */
export function periodAt(periods: readonly string[], { year, part }: SearchTime): string | undefined {
  return periods
    .filter(
      (period) =>
        (year === undefined || period.startsWith(year)) && (part === undefined || period.endsWith(part.ending)),
    )
    .at(-1);
}

function monthEnding(month: string): string {
  return `-${month.padStart(2, "0")}`;
}
