import type { Observation } from "../../dataset/records";
import { fullCitation, sourceOf, termsText } from "../../query/citation";
import type { PaneContext } from "../context/pane-context";

export function sourceWords(context: PaneContext, { source: id, locator }: Pick<Observation, "source" | "locator">) {
  const { dataset } = context.session;
  const source = sourceOf(dataset, id);
  const full = fullCitation(source);
  return {
    /** The citation without its address. */
    citation: full.replace(` ${source.url}.`, "").trim(),
    /** The citation as it is copied. */
    fullCitation: full,
    /** Where in the document. */
    where: locatorWords(context, locator),
    licence: termsText(dataset, source, context.language),
    licenceUrl: webAddress(String(dataset.codes("licences").get(source.licence)?.["url"] ?? "")),
    url: webAddress(source.url),
  };
}

/** One document behind a figure, in words. */
export type SourceWords = ReturnType<typeof sourceWords>;

/** Where in a document, in the pane's language: `p10` is a paragraph, `t:` a table. */
export function locatorWords({ texts }: PaneContext, locator: string): string {
  const paragraph = /^p(\d+)$/.exec(locator);
  if (paragraph) return texts.source.paragraph(paragraph[1]!);
  if (locator.startsWith("t:")) return texts.source.tableNamed(locator.slice(2));
  return locator === "text" ? texts.source.inText : locator;
}

/** Only addresses of the web are ever linked to. */
function webAddress(url: string): string {
  return /^https?:\/\//i.test(url) ? url : "";
}
