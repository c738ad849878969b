import type { Dataset } from "../../dataset/dataset";
import { remembering, rememberingOf } from "../../dataset/remembering";
import type { Session } from "../../functions";
import { formulaText } from "../../functions/calls/call";
import type { Language } from "../../query/describe";
import { rowsOf } from "../../query/search/search-rows";
import type { Found, Hit, SearchHit } from "../../query/search/search";
import { nearest, type Candidate } from "../../query/words/nearest";
import { simplifier } from "../../query/words/simplified";
import type { PaneContext } from "../context/pane-context";
import { linkButton } from "../widgets/buttons";
import { fill, h } from "../widgets/dom";
import { facetText } from "./facet-bar";
import { FACETS, type FacetChoice, type Facets } from "./facets";
import { helpFor } from "./help/pages";
import { hitRow, openHit, type HitHost } from "./hit-row";
import { keptLists } from "./kept-list";
import { resultList, type ResultList } from "./result-list";

/** What is looked for. */
export interface Query {
  readonly text: string;
  readonly choice: FacetChoice;
}

export interface FindListener extends HitHost {
  /** A search was chosen instead of typed. */
  search(query: Query): void;
  /** The focus goes back to the search box. */
  leave(): void;
}

type Offer = readonly [text: string, choose: () => void];

const OF_FIGURES: ReadonlySet<Hit["kind"]> = new Set(["question", "computed"]);

/** Milliseconds after which formulas of a workbook that opens have their answers. */
const UNHURRIED = 5000;

/** The results of a search, or where to start. */
export class FindView {
  readonly element: HTMLElement;
  private readonly count = h("p.result-count", { role: "status" });
  private readonly note = h("p.search-note.quiet");
  private readonly starts = h("div.starts");
  private readonly nothing = h("div.no-results");
  private readonly list: ResultList;
  private lookedUp: Found | undefined;
  private rows: readonly Hit[] = [];
  private text = "";

  constructor(
    private readonly context: PaneContext,
    private readonly facets: Facets,
    private readonly listener: FindListener,
  ) {
    const { texts, search } = context;
    // The first letter finds the index made, and the first formula did not wait for it.
    setTimeout(() => search.find(texts.find.label), UNHURRIED);
    this.list = resultList({
      label: texts.find.results,
      row: (hit) => hitRow(context, hit, this.text, listener),
      leave: listener.leave,
    });
    this.element = h(
      "section.view.find-view",
      { "aria-label": texts.find.label },
      h("h1.unseen", "Orebook"),
      this.starts,
      this.count,
      this.note,
      this.nothing,
      this.list.element,
    );
  }

  /** Shows what is found; without words and filters, where to start. */
  show(query: Query): void {
    const text = simplifier(this.context.session.dataset)(query.text.trim());
    this.text = text;
    const isFiltered = FACETS.some((name) => query.choice[name] !== undefined);
    const isStart = text === "" && !isFiltered;
    this.lookedUp = undefined;
    const left = isStart ? [] : this.facets.filter(this.found.hits, query.choice);
    // Filters tell series apart: nothing else has what they ask for.
    const rows = isStart ? [] : rowsOf({ ...this.found, others: isFiltered ? [] : this.found.others }, left);
    const help = isStart || isFiltered ? [] : helpFor(this.context, text, this.found, rows[0]);
    this.rows = help.length === 0 ? rows : [...rows, ...help].sort((a, b) => b.score - a.score);
    this.starts.hidden = !isStart;
    if (isStart) this.showStarts();
    else fill(this.starts);
    this.nothing.hidden = isStart || this.rows.length > 0;
    fill(this.nothing, ...(this.nothing.hidden ? [] : this.withoutResults({ ...query, text })));
    this.showCount(left.length, isFiltered && query);
    this.note.textContent = rows.length === 0 ? "" : this.noteOf(this.found);
    this.list.show(this.rows);
  }

  /** What the text finds, looked up when it is first asked for: where to start shows nothing of it. */
  private get found(): Found {
    return (this.lookedUp ??= this.context.search.find(this.text));
  }

  /** The series that the words find, whatever the filters. */
  hits(): readonly SearchHit[] {
    return this.found.hits;
  }

  /** Opens the best of what was found. */
  openFirst(): void {
    const [first] = this.rows;
    if (first) openHit(this.context, first, this.text, this.listener);
  }

  /** Moves the focus into what is shown. */
  focusFirst(): void {
    if (this.rows.length > 0) this.list.focusFirst();
    else this.element.querySelector<HTMLElement>(":is(.series-row, .choice):not([hidden] *)")?.focus();
  }

  focusSeries(id: string): void {
    if (this.rows.length > 0) return this.list.focusSeries(id);
    const rows = [...this.starts.querySelectorAll<HTMLElement>(".series-row")];
    (rows.find((row) => row.dataset["series"] === id) ?? rows[0])?.focus();
  }

  private showStarts(): void {
    const { openSeries, leave, search } = this.listener;
    const again = () => {
      const wasInside = this.starts.contains(document.activeElement);
      this.showStarts();
      const next = [".series-row", ".choice"].map((wanted) => this.starts.querySelector<HTMLElement>(wanted));
      if (wasInside) next.find((row) => row)?.focus();
    };
    fill(
      this.starts,
      ...keptLists(this.context, { open: openSeries, changed: again, leave }),
      ...startPoints(this.context, (text) => search({ text, choice: {} })),
    );
  }

  private showCount(series: number, filtered: Query | false): void {
    const { texts, numbers } = this.context;
    fill(this.count, series > 0 && texts.find.found(numbers.count(series)));
    if (!filtered || series === 0) return;
    const clear = () => this.listener.search({ text: filtered.text, choice: {} });
    this.count.append(" ", linkButton(texts.find.clearFilters, clear));
  }

  /** What became of the words that not all of this answers. */
  private noteOf({ unknown, notHeld, missing }: Found): string {
    const { texts, session, language } = this.context;
    const { find } = texts;
    // What comes before all series has the words that they lack.
    const lacking = OF_FIGURES.has(this.rows[0]?.kind ?? "question") ? find.missing : find.noSeries;
    const quoted = (words: readonly string[]) => words.map((word) => find.quoted(word)).join(texts.comma);
    const label = (item: string) => (item === "" ? "" : session.dataset.label("items", item, language));
    return [
      ...notHeld.map(({ words, nearest: item }) => find.notHeld(find.quoted(words), label(item))),
      unknown.length > 0 ? find.unknown(quoted(unknown)) : "",
      missing.length > 0 ? lacking(quoted(missing)) : "",
    ]
      .filter((line) => line !== "")
      .join(" ");
  }

  private withoutResults({ text, choice }: Query): HTMLElement[] {
    const { context, listener } = this;
    const { session, texts, language } = context;
    if (this.found.hits.length === 0) {
      const searches = nearestSearches(session, text, language);
      const said = this.noteOf({ ...this.found, unknown: [], missing: [] });
      return [
        h("p", { role: "status" }, said || texts.find.nothing(text)),
        h("h2", texts.find.nearest),
        choices(searches.map((word) => [word, () => listener.search({ text: word, choice })])),
      ];
    }
    const clear: Offer = [texts.find.clearFilters, () => listener.search({ text, choice: {} })];
    return [
      h("p", { role: "status" }, texts.find.excluded),
      choices([...FACETS.flatMap((name) => this.relaxed(text, choice, name)), clear]),
    ];
  }

  /** How many series there would be without one of the filters. */
  private relaxed(text: string, choice: FacetChoice, name: (typeof FACETS)[number]): Offer[] {
    const { texts, numbers } = this.context;
    const value = choice[name];
    if (value === undefined) return [];
    const wider = { ...choice, [name]: undefined };
    const { length } = this.facets.filter(this.found.hits, wider);
    const shown = texts.find.without(facetText(this.context, name, value), numbers.count(length));
    return length === 0 ? [] : [[shown, () => this.listener.search({ text, choice: wider })]];
  }
}

/** Lists whose words people search by. */
const LISTS = ["items", "indicators", "areas", "bases"];

/** The words of the data nearest to a search that found nothing, as searches to offer. */
export function nearestSearches({ dataset }: Session, text: string, language: Language): string[] {
  return nearest(text, searchable(dataset)(language));
}

const searchable = rememberingOf((dataset: Dataset) =>
  remembering((language): readonly Candidate[] =>
    LISTS.flatMap((list) =>
      [...dataset.codes(list).values()].flatMap((code) => {
        const shown = dataset.label(list, code.id, language as Language);
        return [code.label, code.label_zh, ...code.aliases].map((word) => [word, shown] as const);
      }),
    ),
  ),
);

/** Useful searches, a formula to try, and how much there is. */
function startPoints(context: PaneContext, search: (text: string) => void): HTMLElement[] {
  const { texts, reader, session, numbers, culture, nameOf } = context;
  const formula = formulaText({ id: "METALS.IMPORTS", args: ["copper", 2024] }, culture.list, nameOf);
  const counts = [reader.view.catalogue.series.length, reader.view.count(), session.dataset.sources.size].map((count) =>
    numbers.count(count),
  ) as [string, string, string];
  return [
    h("h2", texts.find.startTitle),
    choices(texts.find.starts.map((text) => [text, () => search(text)])),
    h("p.quiet", texts.find.typeInCell, " ", h("code", formula)),
    h("p.quiet", texts.find.contents(...counts)),
  ];
}

function choices(offers: readonly Offer[]): HTMLElement {
  const button = ([text, choose]: Offer) => h("li", h("button.choice", { type: "button", onclick: choose }, text));
  return h("ul.choices", ...offers.map(button));
}
