import type { Dataset } from "../../dataset/dataset";
import { DIMENSIONS, type Code, type Event, type Series, type Source } from "../../dataset/records";
import type { SearchDocument } from "./ranking/search-hit";
import { addTo, PART, Pointers, type Role } from "./pointers";
import { searchTokens, synonyms } from "./search-words";
import { addLabels } from "./series-labels";

interface Kind {
  readonly list: string;
  /** How much a match counts. */
  readonly weight: number;
  readonly role: Role;
}

const KINDS: Readonly<Record<string, Kind>> = {
  item: { list: "items", weight: 3, role: "goods" },
  indicator: { list: "indicators", weight: 2.5, role: "indicator" },
  partner: { list: "areas", weight: 2.5, role: "place" },
  reporter: { list: "areas", weight: 2.3, role: "place" },
  stage: { list: "stages", weight: 1.5, role: "detail" },
  group: { list: "groups", weight: 1.5, role: "detail" },
  batch: { list: "batches", weight: 1.5, role: "detail" },
  holder: { list: "holders", weight: 2, role: "detail" },
  measure: { list: "measures", weight: 1, role: "detail" },
  basis: { list: "bases", weight: 1, role: "detail" },
  freq: { list: "frequencies", weight: 1, role: "detail" },
  transformation: { list: "transformations", weight: 1, role: "detail" },
};
const EVENT_TYPE: Omit<Kind, "list"> = { weight: 2.5, role: "indicator" };
const DOCUMENT: Omit<Kind, "list"> = { weight: 2.5, role: "document" };
const TEXT: Omit<Kind, "list"> = { weight: 0.5, role: "text" };

/** Columns of the code lists that hold further names of a code. */
const NAME_COLUMNS = ["symbol", "alpha2", "alpha3"];

/** What is not a series, in the order of its entries after the series. */
export type Other =
  | { readonly kind: "document"; readonly document: SearchDocument }
  | { readonly kind: "event"; readonly event: Event }
  | { readonly kind: "source"; readonly source: Source };

/** Words to targets to entries: series first, then everything else. A code's names are stored once, however many series have the code. */
export class SearchIndex {
  readonly pointers = new Pointers();
  /** The targets that are labels of series: more than all others together. */
  readonly labels: { readonly from: number; readonly to: number };

  constructor(
    private readonly dataset: Dataset,
    readonly series: readonly Series[],
    readonly others: readonly Other[],
    isOfCodes = false,
  ) {
    for (const dimension of ["indicator", ...DIMENSIONS, "freq", "transformation"] as const) this.addCodes(dimension);
    this.addScopedAliases();
    this.labels = addLabels(this.pointers, isOfCodes ? [] : series, TEXT);
    for (const [type, entries] of this.eventsBy(({ type }) => [type]))
      this.pointers.add(EVENT_TYPE, entries, namesOf(dataset.codes("event_types").get(type), type));
    others.forEach((other, i) => this.addOther(other, series.length + i));
    this.addKnownGoods();
    for (const { word, name, quality } of synonyms()) this.pointers.postAs(word, name, quality);
  }

  get size(): number {
    return this.series.length + this.others.length;
  }

  /** Every code of a dimension; goods and places also when nothing has them, so that their names mean nothing else. */
  private addCodes(dimension: keyof typeof KINDS & keyof Series): void {
    const { list, ...kind } = KINDS[dimension]!;
    const codes = this.dataset.codes(list);
    const members = groupBy(this.series, (one) => String(one[dimension]));
    const events =
      dimension === "item"
        ? this.eventsBy(({ items, items_in_part }) => [...items, ...items_in_part])
        : dimension === "partner"
          ? this.eventsBy(({ destination }) => [destination])
          : new Map<string, number[]>();
    // Who asks for hafnium finds it unwrought.
    const metals = new Set([...members.keys()].map((item) => this.dataset.catalogue.metalOf(item)));
    const unused = dimension === "item" || dimension === "partner" ? codes.keys() : [];
    for (const id of new Set([...members.keys(), ...events.keys(), ...unused])) {
      const code = codes.get(id);
      const series = members.get(id) ?? [];
      const isHeld = dimension !== "item" || series.length > 0 || metals.has(id);
      const good = isHeld ? {} : { good: id };
      this.pointers.add({ ...kind, ...good }, [...series, ...(events.get(id) ?? [])], namesOf(code, id));
      // A heading names goods as they are traded: what is mined or smelted of the metal is another thing.
      const headings = dimension === "item" ? String(code?.["hs"] ?? "").split(/[|+]/) : [];
      if (headings.some((heading) => heading !== ""))
        this.pointers.add(
          kind,
          series.filter((at) => this.isTraded(this.series[at]!)),
          headings,
        );
      // A product is found by its metal too, further down; not by what the ore of the metal is called.
      const metal = codes.get(String(code?.["metal"] ?? ""));
      if (metal)
        this.pointers.add({ ...kind, weight: kind.weight * PART }, series, [
          metal.id,
          metal.label,
          metal.label_zh,
          String(metal["symbol"] ?? ""),
        ]);
    }
  }

  private isTraded({ indicator }: Series): boolean {
    return this.dataset.codes("indicators").get(indicator)?.["family"] === "trade";
  }

  private eventsBy(keysOf: (event: Event) => readonly string[]): Map<string, number[]> {
    const groups = new Map<string, number[]>();
    this.others.forEach((other, i) => {
      if (other.kind !== "event") return;
      for (const key of keysOf(other.event)) if (key !== "") addTo(groups, key, this.series.length + i);
    });
    return groups;
  }

  /** Names that mean an item for some indicators only. */
  private addScopedAliases(): void {
    const byMeaning = groupBy(this.series, ({ item, indicator }) => `${item} ${indicator}`);
    for (const row of this.dataset.rows("codes/aliases")) {
      const members = (row["indicators"] ?? "")
        .split("|")
        .flatMap((indicator) => byMeaning.get(`${row["item"]} ${indicator}`) ?? []);
      if (members.length > 0) this.pointers.add(KINDS["item"]!, members, [row["alias"] ?? ""]);
    }
  }

  private addOther(other: Other, entry: number): void {
    if (other.kind === "document") this.pointers.add(DOCUMENT, [entry], other.document.names);
    else if (other.kind === "event") {
      const { summary, announcement, actors } = other.event;
      this.pointers.add(TEXT, [entry], [summary, announcement, actors]);
    } else this.pointers.add(TEXT, [entry], [other.source.title, other.source.publisher, other.source.creator]);
  }

  /** Names of items win over those of goods that are not held, and places over symbols. */
  private addKnownGoods(): void {
    const isTaken = (name: string) =>
      (this.pointers.postings.get(searchTokens(name).join("")) ?? []).some(
        ({ target, quality }) => quality === 1 && this.pointers.targets[target]!.role !== "text",
      );
    for (const good of this.dataset.codes("known_goods").values()) {
      const names = namesOf(good, good.id).filter((name) => !isTaken(name));
      if (names.length > 0 && !this.dataset.codes("items").has(good.id))
        this.pointers.add({ ...KINDS["item"]!, good: good.id }, [], names, false);
    }
  }
}

function namesOf(code: Code | undefined, id: string): string[] {
  if (!code) return id === "" ? [] : [id];
  const more = NAME_COLUMNS.flatMap((column) => String(code[column] ?? ""));
  return [id, code.label, code.label_zh, ...code.aliases, ...more].filter((name) => name !== "");
}

function groupBy(series: readonly Series[], keyOf: (series: Series) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  series.forEach((one, position) => addTo(groups, keyOf(one), position));
  return groups;
}
