import type { Code } from "../../dataset/records";
import { nameKey } from "./area-names";
import { abbreviationKey, isAbbreviation, isMissing } from "./missing";
import { normalise, plain } from "./normalise";

/** No code of customs has more digits. */
const MOST_DIGITS = 12;

/** Digits in pairs, as customs writes codes: `2603`, `26.03`, `2603.00`, `2603 00 00`, with or without HS before them. */
const HEADING = /^(?:hs(?:\s?code|\s?heading)?[\s.:#-]{0,3})?(\d[\d. ]*)$/i;

/**
 * A code of the Harmonised System as lists hold it, or undefined for what is none. Zeros that only fill a heading up to a
 * subheading or a tariff line do not matter; every other digit does.
 */
export function headingOf(word: string): string | undefined {
  const written = HEADING.exec(plain(word))?.[1]?.trimEnd();
  if (written === undefined || written.length > 2 * MOST_DIGITS) return undefined;
  const groups = written.split(/[. ]/);
  if (!groups.every((group) => group.length > 0 && group.length % 2 === 0)) return undefined;
  return shortened(groups.join(""));
}

function shortened(digits: string): string {
  let length = digits.length;
  while (length > 4 && digits.slice(length - 2, length) === "00") length -= 2;
  return digits.slice(0, length);
}

/** The code lists a user's words are looked up in. */
export const WORD_LISTS = [
  "indicators",
  "items",
  "areas",
  "stages",
  "groups",
  "batches",
  "holders",
  "measures",
  "bases",
  "transformations",
  "event_types",
  "lineages",
] as const;

export type WordList = (typeof WORD_LISTS)[number];

/** Columns of a code list that hold codes of other kinds for it. */
const CODE_COLUMNS: Readonly<Partial<Record<WordList, readonly string[]>>> = {
  items: ["symbol", "hs"],
  areas: ["alpha2", "alpha3", "m49"],
};

/** No name in any list is longer. */
const LONGEST_WORD = 200;

/** Numbers of areas, with or without the zeros before them. */
const NUMBER = /^\d{1,3}$/;

/** A row of a code list, as far as words go. */
export type Named = Pick<Code, "id" | "label" | "label_zh" | "aliases">;

/** Further names of a code as statistics offices print them: read like aliases, but not searched for. */
export function printedNames(cell: string): string[] {
  return cell.split("|").filter((name) => name !== "");
}

/** Every key under which a code is found, with the word it comes from. `codes` are what other lists call it. */
export function keysOfCode(list: WordList, code: Named, codes: readonly string[]): [key: string, word: string][] {
  const names = [code.label, code.label_zh, ...code.aliases];
  return [
    ...[code.id, ...codes].flatMap((word) => keysOfWord(list, word).map((key) => [key, word] as [string, string])),
    ...names.flatMap((name) => keysOfName(list, name).map((key) => [key, name] as [string, string])),
  ];
}

/** What other lists call a code: symbols, headings, numbers. */
export function codesOf(list: WordList, cell: (column: string) => string): string[] {
  return (CODE_COLUMNS[list] ?? []).flatMap((column) => cell(column).split("|")).filter((code) => code !== "");
}

/** The keys under which a name is found; an abbreviation with stops is found with its stops, too. */
export function keysOfName(list: WordList, name: string): string[] {
  const short = isAbbreviation(name) ? [abbreviationKey(name)] : [];
  return [...short, ...keysOfWord(list, name), ...turned(list, name)];
}

/**
 * The keys under which to look for what was typed, first choice first. None for a marker of missing data; an abbreviation
 * with a stroke or stops inside is looked for as it is written, never as the code its letters would make.
 */
export function keysTyped(list: WordList, word: string): string[] {
  if (word.length > LONGEST_WORD || isMissing(word)) return [];
  if (isAbbreviation(word)) return [abbreviationKey(word)];
  // A single word has nothing to turn: `Congo (the)` is ISO's name of one country, `Congo` could be two.
  const isSeveral = /\p{L}[^\p{L}]+\p{L}/u.test(word);
  return [...keysOfWord(list, word), ...(isSeveral ? [...turned(list, word), ...withoutArticle(list, word)] : [])];
}

const ARTICLE = /^the\s+|(?:,\s?|\s\()the\)?$/gi;

function withoutArticle(list: WordList, word: string): string[] {
  const rest = list === "areas" ? word.trim().replace(ARTICLE, "") : word;
  return rest === word ? [] : keysOfWord(list, rest);
}

function keysOfWord(list: WordList, word: string): string[] {
  const number = numberKey(list, word);
  const key = number ?? normalise(word);
  return key === "" ? [] : [key];
}

/** Digits mean the same number however they are grouped, and never a word that is like it. */
function numberKey(list: WordList, word: string): string | undefined {
  if (list === "items") {
    const heading = headingOf(word);
    return heading && `HS ${heading}`;
  }
  const digits = plain(word);
  return list === "areas" && NUMBER.test(digits) ? `M49 ${Number(digits)}` : undefined;
}

function turned(list: WordList, name: string): string[] {
  const key = list === "areas" ? nameKey(name) : undefined;
  return key === undefined ? [] : [`name ${key}`];
}
