import type { Dataset } from "../../dataset/dataset";
import type { Series } from "../../dataset/records";
import { askOfSeries } from "../../query/answer/ask";
import { describe, type Language } from "../../query/describe";

/** Details in one line; no line begins with the mark between them. */
export function joined(details: readonly string[]): string {
  return details.filter((detail) => detail !== "").join("\u00a0· ");
}

/** The marks a label is put together with. Its last brackets (`counted`) say who counts; the frequency may follow. */
const MARKS = {
  en: { colon: ": ", comma: ", ", semicolon: "; ", counted: /^(.*) \(([^()]*)\)(?:, [^()]*)?$/ },
  zh: { colon: "：", comma: "，", semicolon: "；", counted: /^(.*)（([^（）]*)）(?:，[^（）]*)?$/ },
};

/**
 * A series in words: what is measured, and details: where, then of what kind it is. Its label reads "area: what, measure
 * (who counts), frequency; transformation"; a list of series is easier to read with these apart. A label of another form
 * stays whole.
 */
export function seriesWords(dataset: Dataset, series: Series, language: Language) {
  const area = series.reporter === "" ? "" : dataset.label("areas", series.reporter, language);
  const label = describe(dataset, askOfSeries(series), language);
  const marks = MARKS[language];
  const [head = "", transformation] = label.split(marks.semicolon);
  const prefix = `${area}${marks.colon}`;
  const match = head.startsWith(prefix) ? marks.counted.exec(head.slice(prefix.length)) : null;
  if (!match) return { title: label, details: [area].filter((part) => part !== "") };
  const [, measured = "", basis = ""] = match;
  const comma = series.measure === "" ? -1 : measured.lastIndexOf(marks.comma);
  const [what, measure] =
    comma < 0 ? [measured, ""] : [measured.slice(0, comma), measured.slice(comma + marks.comma.length)];
  return {
    title: what.charAt(0).toUpperCase() + what.slice(1),
    details: [area, transformation ?? "", measure, basis].filter((part) => part !== ""),
  };
}
