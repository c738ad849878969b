import type { Series, Source } from "../../dataset/records";
import type { PaneContext } from "../context";
import { fill, h } from "../dom";
import { externalLink } from "../external-link";
import { containsWords, filterBar, nothingFits } from "../filter-bar";
import { seriesRow } from "../find/series-row";
import type { Section } from "../navigation/section";
import { roving } from "../roving";
import { sourceWords } from "../series/source-words";
import { takenFrom, type Taken } from "./taken";

const NOTHING: Taken = { figures: 0, events: 0, series: [] };

/** Every document behind the data, those that gave most first. */
export const sourcesSection: Section = {
  id: "sources",
  title: ({ sections }) => sections.sources,
  open(context, host, before) {
    const { texts, reader, numbers } = context;
    const taken = takenFrom(reader.view);
    const of = ({ id }: Source) => taken.get(id) ?? NOTHING;
    const sources = [...reader.view.sources()].sort((a, b) => of(b).figures - of(a).figures || of(b).events - of(a).events);
    const items = new Map(sources.map((source) => [source, sourceItem(context, source, of(source), host.openSeries)]));
    const bar = filterBar<never>(texts.sources.search, [], before, () => renew());
    const count = h("p", { class: "result-count", role: "status" });
    const list = h("ul", { class: "event-list", "aria-label": texts.sources.title });
    const none = h("div", {});
    const renew = () => {
      const found = sources.filter(({ title, creator, publisher, published }) => containsWords(bar.values.text, [title, creator, publisher, published]));
      count.textContent = texts.sources.found(numbers.count(found.length));
      fill(list, ...found.map((source) => items.get(source)));
      fill(none, found.length === 0 && nothingFits(texts, bar));
    };
    renew();
    const element = h("section", { class: "view series-view", "aria-label": texts.sources.title }, h("h1", { class: "unseen" }, texts.sources.title), bar.element, h("div", { class: "find-view" }, count, none, list));
    let opener: HTMLElement | null = null;
    element.addEventListener("click", ({ target }) => (opener = (target as Element).closest<HTMLElement>(".series-row")), { capture: true });
    return { element, focus: bar.focus, state: () => ({ ...bar.values }), returned: () => opener?.focus() };
  },
};

function sourceItem(context: PaneContext, source: Source, { figures, events, series }: Taken, open: (series: Series) => void): HTMLElement {
  const { texts, numbers } = context;
  const words = sourceWords(context, { source: source.id, locator: "" });
  return h(
    "li",
    { class: "event" },
    h("p", { class: "source-title" }, words.citation),
    h("p", { class: "quiet" }, texts.sources.taken(numbers.count(figures), numbers.count(events))),
    h("p", { class: "quiet" }, `${texts.source.licence}: `, words.licenceUrl === "" ? words.licence : externalLink(context, words.licenceUrl, words.licence)),
    words.url !== "" && h("p", {}, externalLink(context, words.url, texts.source.open, true)),
    series.length > 0 && seriesList(context, series, open),
  );
}

/** The rows are made when they are asked for. */
function seriesList(context: PaneContext, series: readonly Series[], open: (series: Series) => void): HTMLElement {
  const label = context.texts.sources.series(context.numbers.count(series.length));
  const list = h("ul", { class: "series-list", "aria-label": label });
  const details = h("details", {}, h("summary", { tabindex: 0, class: "quiet" }, label), list);
  details.addEventListener("toggle", () => {
    if (!details.open || list.children.length > 0) return;
    fill(list, ...series.map((one) => h("li", {}, seriesRow(context, one, open))));
    roving(list).refresh();
  });
  return details;
}
