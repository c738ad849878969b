import type { Dataset } from "../../dataset/dataset";
import type { Series } from "../../dataset/records";
import { remembering, rememberingOf } from "../../dataset/remembering";
import type { PartialAsk } from "../answer/ask";
import { nearest, type Candidate } from "./nearest";
import { refuse, refuseWord } from "../refusal";
import type { WordList } from "./spellings";
import type { Words } from "./words";

/** An indicator as a user words it: a series id, or an indicator with qualifiers in any order. */
export type Phrase = { readonly series: Series } | { readonly ask: PartialAsk };

export function indicatorOf(phrase: Phrase): string {
  return "series" in phrase ? phrase.series.indicator : phrase.ask.indicator;
}

/** Which list may qualify an indicator, and the dimension it sets. */
const QUALIFIERS: readonly (readonly [WordList, keyof PartialAsk])[] = [
  ["measures", "measure"],
  ["stages", "stage"],
  ["groups", "group"],
  ["batches", "batch"],
  ["bases", "basis"],
  ["holders", "holder"],
  ["transformations", "transformation"],
];
const ITEM = ["items", "item"] as const;
const REPORTER = ["areas", "reporter"] as const;

/** Some words name both goods and a country: `EU` is europium and the European Union. The first reading that is held counts. */
const READINGS = [
  [...QUALIFIERS, ITEM, REPORTER],
  [...QUALIFIERS, REPORTER, ITEM],
];

/** Words that carry no meaning of their own in a phrase. */
const FILLERS = new Set(["of", "&", "the", "by", "in", "and", "of the"]);

/** Named together with exports these are reported by weight: `magnet exports`, `ree exports`. */
const EXPORTED_BY_WEIGHT = new Set(["rare-earths", "rare-earth-magnets"]);

/** No name in the lists is longer. */
const LONGEST_NAME = 6;

/**
 * Reads `imports`, `imports weight`, `imports EU`, `quota mining heavy batch 1`, `production refinery`,
 * `mining investment growth`, or a series id. Refuses a phrase with a word that is none of these, with the nearest indicators.
 */
export function readPhrase(dataset: Dataset, words: Words, phrase: string, argument: string): Phrase {
  return phrasesOf(words)(dataset)(phrase) ?? refusePhrase(dataset, words, phrase, argument);
}

/** What was read before, by the words it was read with. */
const phrasesOf = rememberingOf((words: Words) =>
  rememberingOf((dataset: Dataset) =>
    remembering((phrase): Phrase | undefined => {
      const series = dataset.seriesEver(phrase.trim().toLowerCase());
      if (series) return { series };
      const ask =
        wholeIndicator(words, phrase) ?? currencyIn(dataset, words, phrase) ?? readAsHeld(dataset, words, phrase);
      return ask && { ask };
    }),
  ),
);

function wholeIndicator(words: Words, phrase: string): PartialAsk | undefined {
  const indicator = words.find("indicators", phrase);
  return indicator ? { indicator } : undefined;
}

/** `JPY per USD` and the like name their indicator themselves. */
function currencyIn(dataset: Dataset, words: Words, phrase: string): PartialAsk | undefined {
  const item = words.find("items", phrase);
  const isCurrency = item !== undefined && dataset.codes("items").get(item)?.["kind"] === "currency";
  return isCurrency ? { indicator: "exchange-rate", item } : undefined;
}

/** The reading whose goods and reporter the indicator has. With neither a union is itself, any other word the goods. */
function readAsHeld(dataset: Dataset, words: Words, phrase: string): PartialAsk | undefined {
  const isHeld = (ask: PartialAsk) =>
    (["item", "reporter"] as const).every(
      (part) => !ask[part] || dataset.series.some((one) => one.indicator === ask.indicator && one[part] === ask[part]),
    );
  const [goods, country] = READINGS.map((qualifiers) => readQualified(words, phrase, qualifiers));
  const held = [goods, country].find((read) => read && isHeld(read));
  const isUnion = dataset.codes("areas").get(country?.reporter ?? "")?.["kind"] === "aggregate";
  if (held || (isUnion && goods?.item !== country?.item)) return held ?? country;
  return readQualified(words, phrase, [...QUALIFIERS, ITEM]);
}

/** An indicator with qualifiers, or undefined when a word is unknown or no indicator is among them. */
function readQualified(words: Words, phrase: string, qualifiers: typeof QUALIFIERS): PartialAsk | undefined {
  const tokens = tokensOf(phrase);
  const said: Record<string, string> = {};
  for (let start = 0; start < tokens.length;) {
    const taken = takeName(words, tokens, start, said, qualifiers);
    if (taken === 0) return undefined;
    start += taken;
  }
  const indicator = said["indicator"];
  if (!indicator) return undefined;
  const byWeight = indicator === "exports" && EXPORTED_BY_WEIGHT.has(said["item"] ?? "") && !said["measure"];
  return { ...said, indicator, ...(byWeight ? { measure: "weight" } : {}) };
}

function tokensOf(phrase: string): string[] {
  return phrase
    .trim()
    .split(/[\s,]+/)
    .filter((token) => token !== "" && !FILLERS.has(token.toLowerCase()));
}

/** Whether a name of several words is a qualifier that ends with an indicator of its own. */
function qualifies(words: Words, tokens: readonly string[], start: number, length: number): boolean {
  const [name, last] = [tokens.slice(start, start + length).join(" "), tokens[start + length - 1]!];
  return words.find("indicators", name) === undefined && words.find("indicators", last) !== undefined;
}

/** Takes the longest name that begins at `start` and sets a dimension not yet set; gives the number of tokens taken. */
function takeName(
  words: Words,
  tokens: readonly string[],
  start: number,
  said: Record<string, string>,
  qualifiers: typeof QUALIFIERS,
): number {
  for (let length = Math.min(LONGEST_NAME, tokens.length - start); length > 0; length--) {
    // The indicator in `mining quota` is no part of the name of the stage.
    if (length > 1 && !said["indicator"] && qualifies(words, tokens, start, length)) continue;
    const name = tokens.slice(start, start + length).join(" ");
    const indicator = said["indicator"] ? undefined : words.find("indicators", name);
    if (indicator) {
      said["indicator"] = indicator;
      return length;
    }
    for (const [list, dimension] of qualifiers) {
      const code = said[dimension] ? undefined : words.find(list, name);
      if (code) {
        said[dimension] = code;
        return length;
      }
    }
  }
  return 0;
}

function refusePhrase(dataset: Dataset, words: Words, phrase: string, argument: string): never {
  words.refuseMisplaced("indicators", phrase, argument);
  const country = tokensOf(phrase).find((token) => words.find("areas", token));
  if (country !== undefined) refuse("misplaced", { argument, word: country, fits: "country", expected: argument });
  const near = () => {
    const mended = withOneWordMended(words, tokensOf(phrase));
    return mended.length > 0 ? mended : nearest(phrase, indicatorWords(dataset));
  };
  return refuseWord(argument, phrase, near, "indicators");
}

/** Phrases that differ in the one word that no list has, and can be read. */
function withOneWordMended(words: Words, tokens: readonly string[]): string[] {
  const lists = ["indicators", ...[...QUALIFIERS, ITEM].map(([list]) => list)] as const;
  const unknown = tokens.filter((token) => lists.every((list) => words.find(list, token) === undefined));
  if (tokens.length < 2 || unknown.length !== 1) return [];
  const phrases = lists
    .flatMap((list) => words.nearestIn(list, unknown[0]!))
    .map((word) => tokens.map((token) => (token === unknown[0] ? word : token)).join(" "));
  return [...new Set(phrases)].filter((one) => readQualified(words, one, [...QUALIFIERS, ITEM])).slice(0, 3);
}

/** Every name an indicator goes by, with the one to show. */
const indicatorWords = rememberingOf((dataset: Dataset): readonly Candidate[] =>
  [...dataset.codes("indicators").values()].flatMap(({ id, label, label_zh, aliases }) =>
    [id, label, label_zh, ...aliases].map((word) => [word, label.toLowerCase()] as const),
  ),
);
