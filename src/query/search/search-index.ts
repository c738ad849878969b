import type { Dataset } from "../../dataset/dataset";
import { DIMENSIONS, type Code, type Event, type Series, type Source } from "../../dataset/records";
import type { SearchDocument } from "./ranking/search-hit";
import { isFiller, searchTokens, synonyms } from "./search-words";
import { isHan } from "./tokens";

/** What a word can say: goods and places are asked for as such, a detail chooses among what is found, a document is called so, a text only mentions. */
export type Role = "goods" | "indicator" | "place" | "detail" | "document" | "text";

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

/** How well one of several words of a name matches, beside the whole name. */
export const PART = 0.7;

/** Columns of the code lists that hold further names of a code. */
const NAME_COLUMNS = ["symbol", "alpha2", "alpha3"];

/** Something words can point at: a code in one dimension, a document, a text; with the entries that have it, maybe none. */
export interface Target {
  readonly weight: number;
  readonly role: Role;
  readonly entries: readonly number[];
  /** Goods of which there is no series: a code of `codes/known_goods` or `codes/items`. */
  readonly good?: string;
}

export interface Posting {
  readonly target: number;
  /** 1 when the word is the whole name, less when it is part of it. */
  readonly quality: number;
}

/** What is not a series, in the order of its entries after the series. */
export type Other =
  | { readonly kind: "document"; readonly document: SearchDocument }
  | { readonly kind: "event"; readonly event: Event }
  | { readonly kind: "source"; readonly source: Source };

/** Words to targets to entries: series first, then everything else. A code's names are stored once, however many series have the code. */
export class SearchIndex {
  readonly targets: Target[] = [];
  readonly postings = new Map<string, Posting[]>();
  /** Every word in order, so that words with a common beginning lie together. */
  readonly vocabulary: readonly string[];
  /** The targets that are labels of series: more than all others together. */
  readonly labels: { readonly from: number; readonly to: number };
  /** Words by their first letter and length, to look for misspellings among. */
  readonly byShape = new Map<string, string[]>();

  constructor(
    private readonly dataset: Dataset,
    readonly series: readonly Series[],
    readonly others: readonly Other[],
  ) {
    for (const dimension of ["indicator", ...DIMENSIONS, "freq", "transformation"] as const) this.addCodes(dimension);
    this.addScopedAliases();
    const from = this.targets.length;
    for (const [position, one] of series.entries()) this.add(TEXT, [position], [one.label, one.label_zh]);
    this.labels = { from, to: this.targets.length };
    for (const [type, entries] of this.eventsBy(({ type }) => [type]))
      this.add(EVENT_TYPE, entries, namesOf(dataset.codes("event_types").get(type), type));
    others.forEach((other, i) => this.addOther(other, series.length + i));
    this.addKnownGoods();
    for (const { word, name, quality } of synonyms()) this.postAs(word, name, quality);
    this.vocabulary = [...this.postings.keys()].sort();
    for (const word of this.vocabulary) addTo(this.byShape, shapeOf(word), word);
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
    const metals = new Set(this.series.map(({ item }) => this.dataset.catalogue.metalOf(item)));
    const unused = dimension === "item" || dimension === "partner" ? codes.keys() : [];
    for (const id of new Set([...members.keys(), ...events.keys(), ...unused])) {
      const code = codes.get(id);
      const series = members.get(id) ?? [];
      const isHeld = dimension !== "item" || series.length > 0 || metals.has(id);
      const good = isHeld ? {} : { good: id };
      this.add({ ...kind, ...good }, [...series, ...(events.get(id) ?? [])], namesOf(code, id));
      // A heading names goods as they are traded: what is mined or smelted of the metal is another thing.
      const headings = dimension === "item" ? String(code?.["hs"] ?? "").split(/[|+]/) : [];
      if (headings.some((heading) => heading !== ""))
        this.add(
          kind,
          series.filter((at) => this.isTraded(this.series[at]!)),
          headings,
        );
      // A product is found by its metal too, further down; not by what the ore of the metal is called.
      const metal = codes.get(String(code?.["metal"] ?? ""));
      if (metal)
        this.add({ ...kind, weight: kind.weight * PART }, series, [
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
      if (members.length > 0) this.add(KINDS["item"]!, members, [row["alias"] ?? ""]);
    }
  }

  private addOther(other: Other, entry: number): void {
    if (other.kind === "document") this.add(DOCUMENT, [entry], other.document.names);
    else if (other.kind === "event") {
      const { summary, announcement, actors } = other.event;
      this.add(TEXT, [entry], [summary, announcement, actors]);
    } else this.add(TEXT, [entry], [other.source.title, other.source.publisher, other.source.creator]);
  }

  /** Names of items win over those of goods that are not held, and places over symbols. */
  private addKnownGoods(): void {
    const isTaken = (name: string) =>
      (this.postings.get(searchTokens(name).join("")) ?? []).some(
        ({ target, quality }) => quality === 1 && this.targets[target]!.role !== "text",
      );
    for (const good of this.dataset.codes("known_goods").values()) {
      const names = namesOf(good, good.id).filter((name) => !isTaken(name));
      if (names.length > 0 && !this.dataset.codes("items").has(good.id))
        this.add({ ...KINDS["item"]!, good: good.id }, [], names, false);
    }
  }

  /** Adds a target with its names; of a name of several words each is a word too, unless `hasParts` is false. */
  private add(
    { weight, role, good }: Pick<Target, "weight" | "role" | "good">,
    entries: readonly number[],
    names: readonly string[],
    hasParts = true,
  ): void {
    const target = this.targets.push({ weight, role, entries, ...(good === undefined ? {} : { good }) }) - 1;
    for (const name of names) {
      const tokens = searchTokens(name);
      const telling = tokens.filter((token) => !isFiller(token));
      for (const whole of tokens.length > 1 ? [tokens, telling] : [])
        if (whole.length > 0 && whole.length <= LONGEST_NAME)
          this.post(whole.join(""), target, whole.length > 1 ? 1 : PART);
      if (tokens.length > 1 && !hasParts) continue;
      for (const token of tokens) {
        // A number within a name, as in "over 77 %", is nobody's name.
        if ((role === "text" || tokens.length > 1) && /^\d+$/.test(token)) continue;
        this.post(token, target, tokens.length > 1 ? PART : 1);
        if (isHan(token) && hasParts)
          for (let start = 1; start < token.length; start++) this.post(token.slice(start), target, PART);
      }
    }
  }

  /** Names are posted target by target, so the newest is the last of its list or not in it. */
  private post(word: string, target: number, quality: number): void {
    const list = this.postings.get(word);
    const last = list?.at(-1);
    if (!list) this.postings.set(word, [{ target, quality }]);
    else if (last?.target !== target) list.push({ target, quality });
    else if (last.quality < quality) list[list.length - 1] = { target, quality };
  }

  /** Has a word point at all that another points at, as well as at its own. */
  private postAs(word: string, name: string, share: number): void {
    const best = new Map((this.postings.get(word) ?? []).map(({ target, quality }) => [target, quality]));
    for (const { target, quality } of this.postings.get(name) ?? [])
      best.set(target, Math.max(best.get(target) ?? 0, quality * share));
    if (best.size > 0)
      this.postings.set(
        word,
        Array.from(best, ([target, quality]) => ({ target, quality })),
      );
  }
}

/** Names of more words than this are found by their words. */
export const LONGEST_NAME = 6;

export const shapeOf = (word: string, length = word.length): string => `${word[0]}${length}`;

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

function addTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
