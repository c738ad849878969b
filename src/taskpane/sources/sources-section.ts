import type { Series, Source } from "../../dataset/records";
import { simplifier } from "../../query/words/simplified";
import type { PaneContext } from "../context/pane-context";
import type { OpenSeries, Section, SectionHost } from "../context/section";
import { openedOver } from "../navigation/opened-view";
import { seriesRow } from "../series/series-row";
import { fill, h } from "../widgets/dom";
import { externalLink, licenceOf } from "../widgets/external-link";
import { containsWords, filterBar, nothingFits } from "../widgets/filter-bar";
import { growingList, growingStop } from "../widgets/lists";
import { sourceWords } from "../words/source-words";
import { sourceView, type SourceView } from "./source-view";
import { takenFrom, type Taken } from "./taken";

/** What an entry of the list leads to. */
interface SourceHost extends Pick<SectionHost, "openSeries"> {
  open(source: Source): void;
}

const NOTHING: Taken = { figures: 0, events: 0, series: [] };

/** Every document behind the data, those that gave most first, and the one opened from them. */
export const sourcesSection: Section = {
  id: "sources",
  title: ({ sections }) => sections.documents,
  open(context, host, before) {
    const taken = takenFrom(context.reader.view);
    const open = (source: Source) => {
      const { series } = taken.get(source.id) ?? NOTHING;
      place.open(sourceView(context, source, series, { back: place.back, open, openSeries: host.openSeries }));
    };
    const list = sourceList(context, taken, { ...host, open }, before);
    const place = openedOver<SourceView>(list, ({ source }) => list.focusSource(source));
    const wanted = (before as { readonly source?: string } | undefined)?.source;
    const source = context.reader.view.sources().find(({ id }) => id === wanted);
    if (source) open(source);
    return {
      ...place,
      state: () => ({ ...list.state(), ...(place.opened() && { source: place.opened()!.source.id }) }),
      returned: () => (place.opened() ?? { focus: list.focusRow }).focus(),
    };
  },
};

function sourceList(context: PaneContext, taken: ReadonlyMap<string, Taken>, host: SourceHost, before: unknown) {
  const { texts, reader, numbers } = context;
  const of = ({ id }: Source) => taken.get(id) ?? NOTHING;
  const sources = [...reader.view.sources()].sort(
    (a, b) => of(b).figures - of(a).figures || of(b).events - of(a).events,
  );
  const items = new Map<Source, HTMLElement>();
  /** The same one for as long as the view is open: what was opened in it stays open. */
  const itemOf = (source: Source): HTMLElement => {
    const item = items.get(source) ?? sourceItem(context, source, of(source), host);
    items.set(source, item);
    return item;
  };
  const bar = filterBar<never>(texts, texts.sources.search, [], before, () => renew());
  const count = h("p.result-count", { role: "status" });
  const list = h("ul.event-list", { "aria-label": texts.sources.title });
  const rows = growingList<Source>(list, (source) => list.append(itemOf(source)));
  const none = h("div", {});
  const renew = () => {
    const found = sources.filter(({ title, creator, publisher, published }) =>
      containsWords(simplifier(context.session.dataset)(bar.values.text), [title, creator, publisher, published]),
    );
    count.textContent = texts.sources.found(numbers.count(found.length));
    rows.show(found);
    fill(none, found.length === 0 && nothingFits(texts, bar));
  };
  renew();
  const element = h(
    "section.view.series-view",
    { "aria-label": texts.sources.title },
    h("h1.unseen", texts.sources.title),
    bar.element,
    h("div.find-view", count, none, ...rows.elements),
  );
  let opener: HTMLElement | null = null;
  const remember = ({ target }: MouseEvent) => (opener = (target as Element).closest<HTMLElement>(".series-row"));
  element.addEventListener("click", remember, { capture: true });
  return {
    element,
    focus: bar.focus,
    focusSource: (source: Source) => items.get(source)?.querySelector<HTMLElement>(".source-title")?.focus(),
    focusRow: () => opener?.focus(),
    state: () => ({ ...bar.values }),
  };
}

function sourceItem(
  context: PaneContext,
  source: Source,
  { figures, events, series }: Taken,
  { open, openSeries }: SourceHost,
): HTMLElement {
  const { texts, numbers } = context;
  const words = sourceWords(context, { source: source.id, locator: "" });
  const taken = [
    figures > 0 && texts.sources.figures(numbers.count(figures)),
    events > 0 && texts.events.found(numbers.count(events)),
  ]
    .filter(Boolean)
    .join(texts.comma);
  return h(
    "li.event",
    h("button.source-title", { type: "button", onclick: () => open(source) }, words.citation),
    taken !== "" && h("p.quiet", texts.sources.taken(taken)),
    h("p.quiet", `${texts.source.licence}: `, licenceOf(context, words)),
    words.url !== "" && h("p", externalLink(context, words.url, texts.source.open, true)),
    series.length > 0 && seriesList(context, series, openSeries),
  );
}

/** The rows are made when they are asked for. */
function seriesList(context: PaneContext, series: readonly Series[], open: OpenSeries): HTMLElement {
  const label = context.texts.sources.series(context.numbers.count(series.length));
  const list = h("ul.series-list", { "aria-label": label });
  const rows = growingStop<Series>(list, (one) => list.append(h("li", seriesRow(context, one, open))));
  const details = h("details", h("summary", { tabindex: 0, class: "quiet" }, label), ...rows.elements);
  details.addEventListener("toggle", () => {
    if (details.open && list.children.length === 0) rows.show(series);
  });
  return details;
}
