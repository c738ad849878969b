import type { Series } from "../../dataset/records";
import type { Session } from "../../functions";
import type { WordList } from "../../query/words";

/** The shortest word that a function reads as this item of this indicator. */
export function itemWord({ words, dataset }: Session, { item, indicator }: Pick<Series, "item" | "indicator">): string {
  const offered = [item.replaceAll("-", " "), item, dataset.label("items", item)];
  return offered.find((word) => words.find("items", word, indicator) === item) ?? item;
}

/** A plain word for a code: `United States`, `smelting`. */
export function wordFor({ words, dataset }: Session, list: WordList, code: string): string {
  const offered =
    list === "areas" ? [dataset.label(list, code), code] : [code.replaceAll("-", " "), code, dataset.label(list, code)];
  return offered.find((word) => words.find(list, word) === code) ?? code;
}
