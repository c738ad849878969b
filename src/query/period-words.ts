const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Enough letters to tell one month from another. */
const SHORTEST_MONTH = 3;

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
};
const ORDINAL = Object.keys(ORDINALS).join("|");

type Form = readonly [pattern: RegExp, read: (...groups: string[]) => string | undefined];

/** A half-year or quarter; whether there is such a one is for the reader of the canonical text to say. */
const part = (year: string, letter: string, number: string | number) =>
  `${year}-${letter.toUpperCase().replace("S", "H")}${number}`;
const ordinalPart = (year: string, ordinal: string, word: string) =>
  part(year, word.charAt(0), ORDINALS[ordinal.toLowerCase()]!);

/** Parts of a year as people write them, besides the forms that begin with the year and a sign. */
const FORMS: readonly Form[] = [
  [/^([HSQ])\s*([1-4])\s*(?:[-/]|of\b)?\s*(\d{4})$/i, (letter, number, year) => part(year!, letter!, number!)],
  [/^([1-4])\s*([HSQ])\s*(?:[-/]|of\b)?\s*(\d{4})$/i, (number, letter, year) => part(year!, letter!, number!)],
  [/^(\d{4})[\s-]+([1-4])\s*([HSQ])$/i, (year, number, letter) => part(year!, letter!, number!)],
  [
    new RegExp(`^(${ORDINAL})[\\s-]+(half|quarter)\\s+(?:of\\s+)?(\\d{4})$`, "i"),
    (ordinal, word, year) => ordinalPart(year!, ordinal!, word!),
  ],
  [
    new RegExp(`^(\\d{4})[,\\s]+(${ORDINAL})[\\s-]+(half|quarter)$`, "i"),
    (year, ordinal, word) => ordinalPart(year!, ordinal!, word!),
  ],
  [/^(\d{4})\s*年\s*(上|下)半年$/, (year, half) => part(year!, "H", half === "上" ? 1 : 2)],
  [
    /^(\d{4})\s*年\s*第?([一二三四1-4])季度$/,
    (year, quarter) => part(year!, "Q", "一二三四".indexOf(quarter!) + 1 || quarter!),
  ],
  [/^CY\s*(\d{4})$/i, (year) => year],
  [/^(\d{1,2})\s*[-.]\s*(\d{4})$/, (month, year) => `${year}-${month!.padStart(2, "0")}`],
  [/^([a-z]+)\.?[\s,-]*(\d{4})$/i, (name, year) => monthOf(name!, year!)],
  [/^(\d{4})[\s,-]*([a-z]+)\.?$/i, (year, name) => monthOf(name!, year!)],
];

/** The canonical text of a month, quarter or half-year in words or with its number first, such as `June 2025`, `1H 2025` or `first half of 2025`. */
export function worded(text: string): string | undefined {
  return firstOf(FORMS, text);
}

/** Months of one year, in letters or Chinese: `Jan-Apr 2026`, `2026年1-4月`. Not always a span that runs forward. */
const SPANS: readonly Form[] = [
  [
    /^([a-z]+)\.?\s*(?:[-–—/]|to\b|through\b)\s*([a-z]+)\.?[\s,-]*(\d{4})$/i,
    (first, last, year) => spanOf(monthOf(first!, year!), monthOf(last!, year!)),
  ],
  [
    /^(\d{4})[\s,-]*([a-z]+)\.?\s*(?:[-–—/]|to\b|through\b)\s*([a-z]+)\.?$/i,
    (year, first, last) => spanOf(monthOf(first!, year!), monthOf(last!, year!)),
  ],
  [
    /^(\d{4})\s*年\s*(\d{1,2})\s*月?\s*(?:[-–—~至到])\s*(\d{1,2})\s*月(?:份)?$/,
    (year, first, last) => `${year}-${first!.padStart(2, "0")}/${year}-${last!.padStart(2, "0")}`,
  ],
];

/** The text `2026-01/2026-04` of months of one year as people write them, or undefined. */
export function monthSpan(text: string): string | undefined {
  return firstOf(SPANS, text);
}

const DAYS: readonly Form[] = [
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]+)\.?[\s,-]+(\d{4})$/i,
    (day, name, year) => dayOf(day!, monthOf(name!, year!)),
  ],
  [
    /^([a-z]+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})$/i,
    (name, day, year) => dayOf(day!, monthOf(name!, year!)),
  ],
];

/** The ISO text of a day with its month in letters, `31 December 2025` or `Dec 31, 2025`, whether the calendar has it or not. Digits alone could be day or month first. */
export function writtenDay(text: string): string | undefined {
  return firstOf(DAYS, text);
}

function firstOf(forms: readonly Form[], text: string): string | undefined {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    const found = match && read(...match.slice(1));
    if (found) return found;
  }
  return undefined;
}

function monthOf(name: string, year: string): string | undefined {
  const month = MONTHS.findIndex((full) => full.startsWith(name.toLowerCase()));
  return month < 0 || name.length < SHORTEST_MONTH ? undefined : `${year}-${String(month + 1).padStart(2, "0")}`;
}

function spanOf(first: string | undefined, last: string | undefined): string | undefined {
  return first && last ? `${first}/${last}` : undefined;
}

function dayOf(day: string, month: string | undefined): string | undefined {
  return month && `${month}-${day.padStart(2, "0")}`;
}
