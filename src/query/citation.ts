import type { Dataset } from "../dataset/dataset";
import type { Source } from "../dataset/records";
import type { Language } from "./describe";

/** A short reference for a cell: "ANDAMAN PARTNERS (2025-08)", "Reuters via CNA (2025-07-18)". */
export function shortCitation(source: Source): string {
  const { creator, publisher } = source;
  const who = creator && publisher && creator !== publisher ? `${creator} via ${publisher}` : publisher || creator;
  return `${who} (${source.published || "no date"})`;
}

/** Creator (year). Title. Publisher. Published. Address. */
export function fullCitation(source: Source): string {
  const year = source.published.slice(0, 4) || "no date";
  const parts = [`${source.creator || source.publisher} (${year})`, source.title];
  if (source.publisher && source.publisher !== source.creator) parts.push(source.publisher);
  if (source.published.length > 4) parts.push(`Published ${source.published}`);
  if (source.url) parts.push(source.url);
  return `${parts.join(". ")}.`;
}

/** A source by its id. Throws RangeError: ids come from the data, which is checked. */
export function sourceOf(dataset: Dataset, id: string): Source {
  const source = dataset.sources.get(id);
  if (!source) throw new RangeError(`no source "${id}"`);
  return source;
}

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
