import type { Series } from "../../dataset/records";
import type { Session } from "../../functions";
import type { Language } from "../../query/describe";
import { nearest } from "../../query/words/nearest";
import type { SearchHit } from "../../query/search/search";
import type { PaneContext } from "../context/pane-context";
import type { SectionHost } from "../context/section";
import { formulaText } from "../../functions/calls/call";
import { pinByKey, seriesRow } from "../series/series-row";
import { fill, h } from "../widgets/dom";
import { elsewhereFinder, elsewhereList, type Elsewhere } from "./elsewhere";
import { facetText } from "./facet-bar";
import { FACETS, type FacetChoice, type Facets } from "./facets";
import { keptLists } from "./kept-list";
import { resultList } from "./result-list";

/** What is looked for. */
export interface Query {
  readonly text: string;
  readonly choice: FacetChoice;
}

export interface FindView {
  readonly element: HTMLElement;
  /** Shows what is found; without words and filters, where to start. */
  show(query: Query): void;
  /** What the words find, whatever the filters. */
  hits(): readonly SearchHit[];
  /** Opens the best of what was found: a series, or what was found elsewhere when no series has all of the words. */
  openFirst(): void;
  /** Moves the focus into what is shown. */
  focusFirst(): void;
  focusSeries(id: string): void;
}

export interface FindListener extends Pick<SectionHost, "openSeries" | "openSection"> {
  /** A search was chosen instead of typed. */
  search(query: Query): void;
  /** The focus goes back to the search box. */
  leave(): void;
}

/** The results of a search, or where to start. */
export function findView(context: PaneContext, facets: Facets, listener: FindListener): FindView {
  const { session, texts, search, numbers, language } = context;
  const open = listener.openSeries;
  const count = h("p", { class: "result-count", role: "status" });
  const note = h("p", { class: "search-note quiet" });
  const list = resultList({
    label: texts.find.results,
    row: (hit) => hitRow(context, hit, open),
    leave: listener.leave,
  });
  const starts = h("div", { class: "starts" });
  const nothing = h("div", { class: "no-results" });
  const others = h("div", {});
  const element = h(
    "section",
    { class: "view find-view", "aria-label": texts.find.label },
    h("h1", { class: "unseen" }, "Orebook"),
    starts,
    count,
    others,
    note,
    nothing,
    list.element,
  );
  const findElsewhere = elsewhereFinder(context, listener.openSection);
  let all: readonly SearchHit[] = [];
  let left: readonly SearchHit[] = [];
  let isWhole = true;
  let elsewhere: readonly Elsewhere[] = [];

  const showStarts = () => {
    const pick = (text: string) => listener.search({ text, choice: {} });
    const again = () => {
      const wasInside = starts.contains(document.activeElement);
      showStarts();
      if (wasInside)
        (starts.querySelector<HTMLElement>(".series-row") ?? starts.querySelector<HTMLElement>(".choice"))?.focus();
    };
    fill(starts, ...keptLists(context, { open, changed: again, leave: listener.leave }), ...startPoints(context, pick));
  };
  const withoutResults = ({ text, choice }: Query): (HTMLElement | undefined)[] => {
    if (all.length === 0) {
      const nearest = nearestSearches(session, text, language);
      return [
        h("p", { role: "status" }, texts.find.nothing(text)),
        h("h2", {}, texts.find.nearest),
        choices(nearest.map((word) => [word, () => listener.search({ text: word, choice })])),
      ];
    }
    const relaxed = FACETS.flatMap((name) => {
      const value = choice[name];
      if (value === undefined) return [];
      const wider = { ...choice, [name]: undefined };
      const { length } = facets.filter(all, wider);
      return length === 0
        ? []
        : [
            [
              texts.find.without(facetText(context, name, value), numbers.count(length)),
              () => listener.search({ text, choice: wider }),
            ] as const,
          ];
    });
    return [
      h("p", { role: "status" }, texts.find.excluded),
      choices([...relaxed, [texts.find.clearFilters, () => listener.search({ text, choice: {} })]]),
    ];
  };

  return {
    element,
    show(query) {
      const text = query.text.trim();
      const isFiltered = FACETS.some((name) => query.choice[name] !== undefined);
      const isStart = text === "" && !isFiltered;
      const found = search.find(text);
      all = found.hits;
      isWhole = found.isWhole;
      left = isStart ? [] : facets.filter(all, query.choice);
      elsewhere = findElsewhere(text);
      starts.hidden = !isStart;
      if (isStart) showStarts();
      else fill(starts);
      nothing.hidden = isStart || left.length > 0;
      fill(nothing, ...(nothing.hidden ? [] : withoutResults({ ...query, text })));
      fill(count, left.length > 0 && texts.find.found(numbers.count(left.length)));
      if (isFiltered && left.length > 0)
        count.append(
          " ",
          h(
            "button",
            { class: "link-button", type: "button", onclick: () => listener.search({ text: query.text, choice: {} }) },
            texts.find.clearFilters,
          ),
        );
      note.textContent =
        left.length === 0 || isWhole
          ? ""
          : found.unknown.length > 0
            ? texts.find.unknown(found.unknown.map((word) => `“${word}”`).join(texts.comma))
            : texts.find.notAll;
      fill(others, elsewhereList(context, elsewhere));
      list.show(left);
    },
    hits: () => all,
    openFirst() {
      const [first] = left;
      const [other] = elsewhere;
      if (other && (!first || !isWhole)) other.open();
      else if (first) open(first.series, first.period);
    },
    focusFirst: () =>
      left.length > 0
        ? list.focusFirst()
        : element.querySelector<HTMLElement>(":is(.series-row, .choice):not([hidden] *)")?.focus(),
    focusSeries: (id) => {
      if (left.length > 0) list.focusSeries(id);
      else {
        const rows = [...starts.querySelectorAll<HTMLElement>(".series-row")];
        (rows.find((row) => row.dataset["series"] === id) ?? rows[0])?.focus();
      }
    },
  };
}

function hitRow(
  context: PaneContext,
  { series, period }: SearchHit,
  open: (series: Series, period?: string) => void,
): HTMLButtonElement {
  const row = seriesRow(context, series, open, period);
  row.addEventListener("keydown", (event) => {
    if (!pinByKey(context, series, event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  return row;
}

/** Useful searches, a formula to try, and how much there is. */
function startPoints(context: PaneContext, search: (text: string) => void): HTMLElement[] {
  const { texts, reader, session, numbers, culture, nameOf } = context;
  const formula = formulaText({ id: "METALS.IMPORTS", args: ["copper", 2024] }, culture.list, nameOf);
  const counts = [reader.view.catalogue.series.length, reader.view.count(), session.dataset.sources.size].map((count) =>
    numbers.count(count),
  ) as [string, string, string];
  return [
    h("h2", {}, texts.find.startTitle),
    choices(texts.find.starts.map((text) => [text, () => search(text)])),
    h("p", { class: "quiet" }, texts.find.typeInCell, " ", h("code", {}, formula)),
    h("p", { class: "quiet" }, texts.find.contents(...counts)),
  ];
}

function choices(offers: readonly (readonly [text: string, choose: () => void])[]): HTMLElement {
  return h(
    "ul",
    { class: "choices" },
    ...offers.map(([text, choose]) =>
      h("li", {}, h("button", { class: "choice", type: "button", onclick: choose }, text)),
    ),
  );
}

/** Lists whose words people search by. */
const LISTS = ["items", "indicators", "areas", "bases"];

/** The words of the data nearest to a search that found nothing, as searches to offer. */
export function nearestSearches({ dataset }: Session, text: string, language: Language): string[] {
  const candidates = LISTS.flatMap((list) =>
    [...dataset.codes(list).values()].flatMap((code) => {
      const shown = dataset.label(list, code.id, language);
      return [code.label, code.label_zh, ...code.aliases].map((word): readonly [string, string] => [word, shown]);
    }),
  );
  return nearest(text, candidates);
}
