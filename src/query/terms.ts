import type { Dataset } from "../dataset/dataset";
import type { Source } from "../dataset/records";
import type { Language } from "./describe";

/** Who alone may use what a document says; undefined for everybody. */
export function licenseeOf(dataset: Dataset, { licence }: Source): string | undefined {
  return String(dataset.codes("licences").get(licence)?.["licensee"] ?? "") || undefined;
}

/** The terms of a document, with whom they are granted to where that is not everybody. */
export function termsText(dataset: Dataset, source: Source, language: Language): string {
  const terms = dataset.label("licences", source.licence, language);
  const licensee = licenseeOf(dataset, source);
  if (!licensee) return terms;
  return language === "zh" ? `${terms}（仅许可 ${licensee} 使用）` : `${terms} (licensed to ${licensee} alone)`;
}
