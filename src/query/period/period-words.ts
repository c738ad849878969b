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

const ORDINALS = ["first", "second", "third", "fourth"];
const ORDINAL = "first|second|third|fourth|1st|2nd|3rd|4th";
const COUNTS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const CHINESE_COUNTS = "一二三四五六七八九十";
const CHINESE = "十[一二]?|[一二三四五六七八九]";
const CHINESE_DIGITS = "〇一二三四五六七八九";

/** What stands between the ends of a span, besides the hyphen of English. */
const BETWEEN = "(?:[-–—~/:至到]|to\\b|through\\b)";

type Form = readonly [pattern: RegExp, read: (...groups: string[]) => string | undefined];

const two = (number: string | number) => String(number).padStart(2, "0");

/** A half-year or quarter; whether there is such a one is for the reader of the canonical text to say. */
const part = (year: string, letter: string, number: string | number) =>
  `${year}-${letter.toUpperCase().replace("S", "H")}${number}`;
const ordinalPart = (year: string, ordinal: string, word: string) => {
  const named = ORDINALS.indexOf(ordinal.toLowerCase()) + 1;
  return part(year, word.charAt(0), named || ordinal.charAt(0));
};
const monthIn = (year: string, month: string) => `${year}-${two(count(month))}`;
const firstMonths = (year: string, months: number) => `${year}-01/${year}-${two(months)}`;
const pattern = (source: string) => new RegExp(`^${source}$`, "i");

/** A year, half-year, quarter or month as people and statistics services write it. No pattern can be read in two ways, so none is slow. */
const FORMS: readonly Form[] = [
  [pattern("(?:CY|YR|A|annual|(?:calendar |full )?year)? ?(\\d{4})"), (year) => year],
  [pattern("(\\d{4})(?:\\.0+|[ -]?A1?|,? annual|,? (?:calendar|full) year)"), (year) => year],
  [pattern("(\\d{4}) ?\\[YR\\1\\]"), (year) => year],
  [pattern("(\\d{4}) ?(?:年? ?全年度?|年度?)"), (year) => year],
  [pattern("(\\d{4}) ?[-./:_年]? ?([HSQ]) ?-?([1-4])"), (year, letter, number) => part(year!, letter!, number!)],
  [pattern("(\\d{4}) ?[-./_]? ?([1-4]) ?([HSQ])"), (year, number, letter) => part(year!, letter!, number!)],
  [pattern("([HSQ]) ?([1-4]) ?(?:[-/,.:_]|of\\b)? ?(\\d{4})"), (letter, number, year) => part(year!, letter!, number!)],
  [pattern("([1-4]) ?([HSQ]) ?(?:[-/,.:_]|of\\b)? ?(\\d{4})"), (number, letter, year) => part(year!, letter!, number!)],
  [
    pattern(`(?:the )?(${ORDINAL})[ -](half|quarter),? ?(?:of )?(\\d{4})`),
    (ordinal, word, year) => ordinalPart(year!, ordinal!, word!),
  ],
  [pattern(`(\\d{4}),? ?(${ORDINAL})[ -](half|quarter)`), (year, ordinal, word) => ordinalPart(year!, ordinal!, word!)],
  [pattern("(\\d{4}) ?年? ?(上|下)半年度?"), (year, half) => part(year!, "H", half === "上" ? 1 : 2)],
  [pattern("(\\d{4}) ?年? ?第? ?([一二三四1-4]) ?季度?"), (year, quarter) => part(year!, "Q", count(quarter!))],
  [
    pattern("(\\d{4}) ?年? ?前 ?([一二两三四1-4]) ?个?季度"),
    (year, quarters) => firstMonths(year!, 3 * count(quarters!)),
  ],
  [pattern(`(\\d{4}) ?年? ?前 ?(${CHINESE}|\\d{1,2}) ?个月份?`), (year, months) => firstMonths(year!, count(months!))],
  [
    pattern(`(?:the )?first (${COUNTS}|\\d{1,2}) months,? ?(?:of )?(\\d{4})`),
    (months, year) => firstMonths(year!, count(months!)),
  ],
  [pattern("(\\d{4}) ?[-./:_年]? ?M ?-?(\\d{1,2})"), monthIn],
  [pattern("M ?(\\d{1,2})[ /,-]?(\\d{4})"), (month, year) => monthIn(year!, month!)],
  [pattern("(\\d{4}) ?[-._] ?(\\d{1,2}) ?(?:月份?)?"), monthIn],
  [pattern("(\\d{4}):(\\d{2})"), monthIn],
  [pattern(`(\\d{4}) ?年 ?(${CHINESE}|\\d{1,2}) ?(?:月份?)?`), monthIn],
  [pattern("(\\d{1,2}) ?[-._] ?(\\d{4})"), (month, year) => monthIn(year!, month!)],
  [pattern("([a-z]+)\\.?(?: of|[,/_-])? ?(\\d{4})"), (name, year) => monthOf(name!, year!)],
  [pattern("(\\d{4})[,/._-]? ?([a-z]+)\\.?"), (year, name) => monthOf(name!, year!)],
];

/**
 * A text of a period in its plainest spelling: one blank where there are several, none beside a hyphen, and Chinese
 * digits of a year as digits.
 */
export function tidied(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[〇零一二三四五六七八九]{4}(?= ?年)/g, (year) =>
      [...year.replace(/零/g, "〇")].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(""),
    )
    .trim();
}

/** The canonical text of a year, a part of a year or the first months of one, in words or in figures. Not always one that the calendar has. */
export function worded(text: string): string | undefined {
  return firstOf(FORMS, text);
}

/** Months of one year whose year is written once: `Jan-Apr 2026`, `2026年1-4月`, `2026-01/04`. Not always a span that runs forward. */
const SPANS: readonly Form[] = [
  [
    pattern(`([a-z]+)\\.? ?${BETWEEN} ?([a-z]+)\\.?,? ?-?(\\d{4})`),
    (first, last, year) => spanOf(monthOf(first!, year!), monthOf(last!, year!)),
  ],
  [
    pattern(`(\\d{4})[,-]? ?([a-z]+)\\.? ?${BETWEEN} ?([a-z]+)\\.?`),
    (year, first, last) => spanOf(monthOf(first!, year!), monthOf(last!, year!)),
  ],
  [
    pattern(`(\\d{4}) ?[年.] ?(${CHINESE}|\\d{1,2}) ?(?:月份?)? ?${BETWEEN} ?(${CHINESE}|\\d{1,2}) ?月份?(?: ?累计)?`),
    (year, first, last) => spanOf(monthIn(year!, first!), monthIn(year!, last!)),
  ],
  [
    pattern("(\\d{4})-(\\d{2}) ?(?:[/~–—]|to) ?(\\d{2})"),
    (year, first, last) => spanOf(monthIn(year!, first!), monthIn(year!, last!)),
  ],
];

/** The text `2026-01/2026-04` of months of one year as people write them, or undefined. */
export function monthSpan(text: string): string | undefined {
  return firstOf(SPANS, text);
}

const DAYS: readonly Form[] = [
  [
    pattern("(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]?([a-z]+)\\.?[ ,-]{1,2}(\\d{4})"),
    (day, name, year) => dayOf(day!, monthOf(name!, year!)),
  ],
  [
    pattern("([a-z]+)\\.?[ -](\\d{1,2})(?:st|nd|rd|th)?[ ,-]{1,2}(\\d{4})"),
    (name, day, year) => dayOf(day!, monthOf(name!, year!)),
  ],
];

/** The ISO text of a day with its month in letters, `31 December 2025` or `Dec 31, 2025`, whether the calendar has it or not. */
export function writtenDay(text: string): string | undefined {
  return firstOf(DAYS, text);
}

/** Whether a text is a day in digits that ends with its year: its day or its month may come first. */
export function isUnclearDay(text: string): boolean {
  return /^\d{1,2}([-/.])\d{1,2}\1\d{4}$/.test(text);
}

function firstOf(forms: readonly Form[], text: string): string | undefined {
  for (const [form, read] of forms) {
    const match = form.exec(text);
    const found = match && read(...match.slice(1));
    if (found) return found;
  }
  return undefined;
}

/** A small number in figures, in English or in Chinese. */
function count(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const english = COUNTS.split("|").indexOf(text.toLowerCase()) + 1;
  if (english > 0) return english;
  const [first = "", second] = text.replace("两", "二");
  const value = CHINESE_COUNTS.indexOf(first) + 1;
  return second === undefined ? value : value + CHINESE_COUNTS.indexOf(second) + 1;
}

function monthOf(name: string, year: string): string | undefined {
  const month = MONTHS.findIndex((full) => full.startsWith(name.toLowerCase()));
  return month < 0 || name.length < SHORTEST_MONTH ? undefined : `${year}-${two(month + 1)}`;
}

function spanOf(first: string | undefined, last: string | undefined): string | undefined {
  return first && last ? `${first}/${last}` : undefined;
}

function dayOf(day: string, month: string | undefined): string | undefined {
  return month && `${month}-${two(day)}`;
}
