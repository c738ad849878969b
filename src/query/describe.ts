import type { Dataset } from "../dataset/dataset";
import type { Ask } from "./answer/ask";

export type Language = "en" | "zh";

/** Dimensions worth naming only when they are not the usual ones. */
const USUAL: Readonly<Record<string, string>> = {
  group: "total",
  batch: "all",
  holder: "all",
  partner: "wld",
  reporter: "chn",
};

/** What goods were called in a question, by item: bauxite, where the data has the trade of aluminium. */
export type SaidGoods = Readonly<Record<string, string>>;

/**
 * What a question or a series is about, in words: "Imports of copper from Pakistan (value, China Customs)".
 * Composed from the labels of the code lists, so that a thousand series need no label of their own.
 */
export function describe(dataset: Dataset, ask: Ask, language: Language = "en", said: SaidGoods = {}): string {
  const label = (list: string, id: string) => dataset.label(list, id, language);
  if (ask.series) {
    const own = language === "zh" ? ask.series.label_zh : ask.series.label;
    if (own) return own;
  }
  const indicator = label("indicators", ask.indicator);
  const item = ask.item ? (said[ask.item] ?? label("items", ask.item)) : "";
  const details = detailsOf(dataset, ask, language);
  const place = placeOf(ask);
  if (language === "zh")
    return `${place ? label("areas", place) : ""}${item}${indicator}${inBrackets(details, language)}`;
  return `${indicator}${item ? ` of ${said[ask.item] ?? goods(dataset, ask.item, language)}` : ""}${place ? placeWord(ask) + label("areas", place) : ""}${inBrackets(details, language)}`;
}

/** The goods of a question with what tells them from others of the item, without indicator and place: "copper (weight, China Customs)". */
export function describeGoods(dataset: Dataset, ask: Ask, language: Language = "en"): string {
  return `${goods(dataset, ask.item, language)}${inBrackets(detailsOf(dataset, ask, language), language)}`;
}

function detailsOf(dataset: Dataset, ask: Ask, language: Language): string[] {
  const label = (list: string, id: string) => dataset.label(list, id, language);
  const word = (list: string, id: string) => lower(label(list, id));
  return [
    ask.partner && unusual("reporter", ask.reporter) && label("areas", ask.reporter),
    ask.stage && word("stages", ask.stage),
    unusual("group", ask.group) && word("groups", ask.group),
    unusual("batch", ask.batch) && word("batches", ask.batch),
    unusual("holder", ask.holder) && label("holders", ask.holder),
    ask.measure && word("measures", ask.measure),
    ask.basis && label("bases", ask.basis),
    ask.transformation !== "level" && word("transformations", ask.transformation),
  ].filter((text): text is string => Boolean(text));
}

/** The name of an item inside a sentence. A name whose first word is written with a capital among its aliases too is a proper name. */
function goods(dataset: Dataset, item: string, language: Language): string {
  const label = dataset.label("items", item, language);
  const first = `${label} `.slice(0, `${label} `.indexOf(" ") + 1);
  const proper = dataset
    .codes("items")
    .get(item)
    ?.aliases.some((alias) => `${alias} `.startsWith(first));
  return proper ? label : lower(label);
}

function inBrackets(details: readonly string[], language: Language): string {
  if (details.length === 0) return "";
  return language === "zh" ? `（${details.join("，")}）` : ` (${details.join(", ")})`;
}

function unusual(dimension: string, code: string): boolean {
  return code !== "" && code !== USUAL[dimension];
}

function placeOf(ask: Ask): string {
  if (ask.partner) return unusual("partner", ask.partner) ? ask.partner : "";
  return ask.reporter !== "chn" || ask.indicator === "production" || ask.indicator === "reserves" ? ask.reporter : "";
}

function placeWord(ask: Ask): string {
  if (!ask.partner) return ", ";
  return ask.indicator === "imports" ? " from " : ask.indicator === "exports" ? " to " : " with ";
}

/** Begins in lower case; Chinese has none. */
export function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
