import type { Dataset } from "../../dataset/dataset";
import type { Code, Series } from "../../dataset/records";
import type { Language } from "../../query/describe";
import type { WordList } from "../../query/words/spellings";
import type { Words } from "../../query/words/words";
import { mainName, recipesOf } from "../../tables";
import type { ChoiceList } from "./choices";
import type { EnumList } from "../definition";

/** A word that autocomplete offers for an argument. */
export interface EnumValue {
  /** What goes into the formula: the main English word, so that a workbook reads alike everywhere. */
  readonly word: string;
  /** What the list shows. */
  readonly label: string;
  /** What else there is to say: the other language, the heading. */
  readonly tooltip: string;
}

/** Indicators that take a qualifier more often than not, beside those of the code list. */
const PHRASES: Readonly<Record<string, readonly [words: string, en: string, zh: string][]>> = {
  quota: [
    ["quota mining", "Mining quota", "开采指标"],
    ["quota smelting", "Smelting and separation quota", "冶炼分离指标"],
  ],
  imports: [["imports weight", "Imports by weight", "进口重量"]],
  exports: [
    ["exports weight", "Exports by weight", "出口重量"],
    ["ree exports", "Rare-earth exports by weight", "稀土出口重量"],
    ["magnet exports", "Magnet exports by weight", "磁体出口重量"],
  ],
};

const CODES = {
  measures: ["measures", ["value", "weight", "unit-value"]],
  bases: ["bases", ["customs", "baci", "any"]],
  stages: ["stages", ["mine", "smelter", "refinery", "primary", "total"]],
  quota_stages: ["stages", ["mining", "smelting"]],
  groups: ["groups", ["total", "light", "heavy"]],
  products: ["items", ["rare-earth-magnets", "rare-earths"]],
} as const satisfies Record<string, readonly [list: WordList, codes: readonly string[]]>;

/** The main words of a list of codes, in the order in which to offer them. */
export function codeValues(
  list: Exclude<EnumList, ChoiceList>,
  dataset: Dataset,
  words: Words,
  language: Language,
): EnumValue[] {
  const fromCodes = (of: WordList, codes: Iterable<string>) =>
    [...codes].map((code) => codeValue(dataset.codes(of).get(code)!, words.mainWord(of, code), language));
  switch (list) {
    case "metals":
      return fromCodes("items", itemsWithSeries(dataset));
    case "elements":
      return fromCodes("items", controlledItems(dataset));
    case "countries":
      return fromCodes("areas", areasWithSeries(dataset));
    case "indicators":
      return [...dataset.codes("indicators").values()].flatMap((code) => [
        codeValue(code, words.mainWord("indicators", code.id), language),
        ...(PHRASES[code.id] ?? []).map(([word, en, zh]) => value(word, en, zh, language)),
      ]);
    case "event_types":
      return fromCodes("event_types", dataset.codes("event_types").keys());
    // The words are the same in every language: units customary in one only are understood, and offered in the pane.
    case "units":
      return [...dataset.codes("units").values()]
        .filter((code) => !code["language"])
        .map((code) => ({ ...codeValue(code, code.id, language), label: code.id }));
    case "tables":
      return recipesOf(dataset).map((recipe) => value(mainName(recipe), recipe.name, recipe.name_zh, language));
    default: {
      const [of, codes] = CODES[list];
      return fromCodes(of, codes);
    }
  }
}

function codeValue(code: Code, word: string, language: Language): EnumValue {
  const heading = String(code["hs"] ?? "");
  const { tooltip, ...rest } = value(word, code.label, code.label_zh, language);
  return { ...rest, tooltip: heading ? `${tooltip}; HS ${heading}` : tooltip };
}

function value(word: string, en: string, zh: string, language: Language): EnumValue {
  return language === "zh" ? { word, label: zh, tooltip: en } : { word, label: word, tooltip: `${en} · ${zh}` };
}

/** Items that figures are about, goods before groups of goods. */
function itemsWithSeries(dataset: Dataset): string[] {
  const having = new Set(dataset.series.map(({ item }) => item));
  const items = [...dataset.codes("items").values()].filter(({ id }) => having.has(id));
  return ["commodity", "basket"].flatMap((kind) => items.filter((code) => code["kind"] === kind).map(({ id }) => id));
}

/** The world and China, then the other areas by name. */
function areasWithSeries(dataset: Dataset): string[] {
  const having = new Set(dataset.series.flatMap(({ reporter, partner }: Series) => [reporter, partner]));
  const areas = [...dataset.codes("areas").values()].filter(({ id }) => having.has(id));
  const first = ["wld", "chn"];
  return areas
    .sort((a, b) => first.indexOf(b.id) - first.indexOf(a.id) || (a.label < b.label ? -1 : 1))
    .map(({ id }) => id);
}

/** Everything a control names. */
function controlledItems(dataset: Dataset): string[] {
  const types = dataset.codes("event_types");
  const named = new Set(
    dataset.events
      .filter(({ row }) => types.get(row.type)?.["control"] === "yes")
      .flatMap(({ row }) => [...row.items, ...row.items_in_part]),
  );
  return [...dataset.codes("items").keys()].filter((id) => named.has(id));
}
