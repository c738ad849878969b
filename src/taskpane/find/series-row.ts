import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context";
import { h } from "../dom";
import { latestWords } from "../figure-words";
import { joined, seriesWords } from "../series-words";

/** A series as one button: what it measures, where, how often if not yearly, and its last figure. */
export function seriesRow(context: PaneContext, series: Series, open: (series: Series) => void): HTMLButtonElement {
  const { session, language, texts } = context;
  const { title, details } = seriesWords(session.dataset, series, language);
  const latest = latestWords(context, series);
  return h(
    "button",
    { class: "series-row", type: "button", "data-series": series.id, onclick: () => open(series) },
    h("span", { class: "series-row-title" }, title),
    h("span", { class: "series-row-meta" }, joined([...details, series.freq === "a" ? "" : texts.series.frequencies[series.freq]])),
    h("span", { class: "series-row-figure" }, latest?.figure),
    h("span", { class: "series-row-period" }, latest?.period),
  );
}
