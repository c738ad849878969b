import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context/pane-context";
import type { OpenSeries } from "../context/section";
import { fill, h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import { figureWords } from "../words/figures";
import { joined, seriesWords } from "../words/series-words";

/** A series as one button: what it measures, where, how often if not yearly, and its last figure or that of the period asked for. */
export function seriesRow(context: PaneContext, series: Series, open: OpenSeries, period?: string): HTMLButtonElement {
  const { session, language, texts } = context;
  const { title, details } = seriesWords(session.dataset, series, language);
  const figure = figureWords(context, series, period);
  return h(
    "button.series-row",
    { type: "button", "data-series": series.id, onclick: () => open(series, period) },
    h("span.series-row-title", title),
    h("span.series-row-meta", joined([...details, series.freq === "a" ? "" : texts.series.frequencies[series.freq]])),
    h("span.series-row-figure", figure?.figure),
    h("span.series-row-period", figure?.period),
  );
}

/** Ctrl+D pins a series or takes its pin away; gives whether the key was that one. */
export function pinByKey({ shelf }: PaneContext, series: Series, event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== "d" || !(event.ctrlKey || event.metaKey)) return false;
  shelf.toggle(series.id);
  return true;
}

/** Keeps a series at hand where one begins to search, or no longer. */
export function pinButton({ shelf, texts }: PaneContext, { id }: Series) {
  const element = h("button.row-button.pin", { type: "button", "aria-keyshortcuts": "Control+D" });
  /** Shows whether the series is pinned now. */
  const show = () => {
    const isPinned = shelf.isPinned(id);
    const does = isPinned ? texts.find.unpin : texts.find.pin;
    element.setAttribute("aria-pressed", String(isPinned));
    element.setAttribute("aria-label", texts.find.pin);
    element.title = `${does} (Ctrl+D)`;
    fill(element, iconOf(isPinned ? "pinned" : "pin"));
  };
  element.addEventListener("click", () => {
    shelf.toggle(id);
    show();
  });
  show();
  return { element, show };
}
