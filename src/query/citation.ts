import type { Dataset } from "../dataset/dataset";
import type { Source } from "../dataset/records";

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
