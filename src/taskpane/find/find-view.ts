import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context";
import { fill, h } from "../dom";
import { formulaText } from "../formula/call";
import { resultList } from "./result-list";
import { seriesRow } from "./series-row";
import { nearestSearches } from "./suggestions";

/** More than this nobody reads; a further word narrows the search down. */
const MOST_RESULTS = 300;

export interface FindView {
  readonly element: HTMLElement;
  /** Shows what is found for a text; a blank text shows where to start. */
  show(text: string): void;
  /** The first series found, if any. */
  first(): Series | undefined;
  focusFirst(): void;
  focusSeries(id: string): void;
}

export interface FindListener {
  open(series: Series): void;
  /** A search was chosen instead of typed. */
  search(text: string): void;
  /** The focus goes back to the search box. */
  leave(): void;
}

/** The results of a search, or where to start. */
export function findView(context: PaneContext, listener: FindListener): FindView {
  const { session, texts, search, numbers, language } = context;
  const count = h("p", { class: "result-count", role: "status" });
  const list = resultList({ label: texts.find.results, row: (series) => seriesRow(context, series, listener.open), leave: listener.leave });
  const starts = startPoints(context, listener.search);
  const nothing = h("div", { class: "no-results" });
  const element = h("section", { class: "view find-view", "aria-label": texts.find.label }, h("h1", { class: "unseen" }, "Orebook"), starts, count, nothing, list.element);
  let found: readonly Series[] = [];

  return {
    element,
    show(text) {
      const words = text.trim();
      found = words === "" ? [] : search.search(words, MOST_RESULTS).map(({ series }) => series);
      starts.hidden = words !== "";
      nothing.hidden = words === "" || found.length > 0;
      count.textContent = found.length === 0 ? "" : (found.length < MOST_RESULTS ? texts.find.found : texts.find.foundMore)(numbers.count(found.length));
      if (nothing.hidden) fill(nothing);
      else fill(nothing, h("p", { role: "status" }, texts.find.nothing(words)), h("h2", {}, texts.find.nearest), choices(nearestSearches(session, words, language), listener.search));
      list.show(found);
    },
    first: () => found[0],
    focusFirst: () => (found.length > 0 ? list.focusFirst() : element.querySelector<HTMLElement>(".choice:not([hidden] *)")?.focus()),
    focusSeries: list.focusSeries,
  };
}

/** Useful searches, a formula to try, and how much there is. */
function startPoints(context: PaneContext, search: (text: string) => void): HTMLElement {
  const { texts, reader, session, numbers, culture, nameOf } = context;
  const formula = formulaText({ id: "METALS.IMPORTS", args: ["copper", 2024] }, culture.list, nameOf);
  const counts = [reader.view.catalogue.series.length, reader.view.count(), session.dataset.sources.size].map((count) => numbers.count(count)) as [string, string, string];
  return h(
    "div",
    { class: "starts" },
    h("h2", {}, texts.find.startTitle),
    choices(texts.find.starts, search),
    h("p", { class: "quiet" }, texts.find.typeInCell, " ", h("code", {}, formula)),
    h("p", { class: "quiet" }, texts.find.contents(...counts)),
  );
}

function choices(searches: readonly string[], search: (text: string) => void): HTMLElement {
  const buttons = searches.map((text) => h("button", { class: "choice", type: "button", onclick: () => search(text) }, text));
  return h("ul", { class: "choices" }, ...buttons.map((button) => h("li", {}, button)));
}
