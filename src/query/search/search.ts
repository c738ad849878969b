import { once } from "../../dataset/remembering";
import type { Dataset } from "../../dataset/dataset";
import type { Series } from "../../dataset/records";
import { viewAt, type View } from "../../dataset/view";
import type { Found, NotHeld, SearchDocument, SearchHit } from "./ranking/search-hit";
import { nearestItem } from "../words/nearest-item";
import { SearchIndex, type Other } from "./search-index";
import { asTyped, wordsIn, type Word } from "./ranking/search-match";
import { othersFor } from "./search-others";
import { priorsOf } from "./ranking/search-rank";
import { bestCovered, goodOf, tallyOf, type Tally } from "./ranking/search-tally";
import { periodAt, timeIn, type SearchTime } from "./search-time";
import { asksForOrigin, computationOf, isByCountry, isGeneric } from "./search-words";

export { withoutWords } from "./ranking/search-match";
export type { Found, Hit, NotHeld, OtherHit, QuestionHit, SearchDocument, SearchHit } from "./ranking/search-hit";

export interface Search {
  /** Series that match every word, best first; when none does, those that match what matters most. At most `limit`. */
  search(text: string, limit?: number): SearchHit[];
  /** The same without a limit, what else is found, and what became of the words. For a blank text: every series, what people ask for most first. */
  find(text: string): Found;
}

export interface SearchOptions {
  /** Default: all series of the view. */
  readonly series?: readonly Series[];
  /** What is found besides series, events and sources. */
  readonly documents?: readonly SearchDocument[];
  /** Series alone, by the names of their codes: what an id is made of, and sooner laid out than all that labels and sources say. */
  readonly isOfCodes?: boolean;
}

/** What it counts for a series to have a figure for the time that is named: for the very month, much; for the year, little, as the lack of one may be the answer. */
const HAS_PART = 1;
const HAS_YEAR = 0.08;
/** Being told by months where a month is named, with or without a figure for it. */
const HAS_FREQUENCY = 0.3;
/** Being about one country where countries are asked for; about one partner is more, for a total names no supplier. */
const IS_OF_COUNTRY = 1;
const IS_OF_PARTNER = 2;
/** Being what another country reports where no country is named: China's trade is meant. */
const IS_OF_OTHERS = -0.5;

const DEFAULT_LIMIT = 50;

const NOTHING: Found = { hits: [], others: [], unknown: [], notHeld: [], missing: [], isWhole: false };

/**
 * Builds a search over what a view sees: series by ids, labels and aliases in English and Chinese, symbols, ISO codes
 * and HS headings; events, sources and documents by their names. The last letters may be missing and a letter may be
 * wrong; digits and codes are taken exactly. The index is made for the first words: a formula may be waiting until then.
 */
export function createSearch(dataset: Dataset, view: View = viewAt(dataset), options: SearchOptions = {}): Search {
  const series = options.series ?? view.catalogue.series;
  const { documents = [], isOfCodes = false } = options;
  const others: Other[] = [
    ...documents.map((document) => ({ kind: "document", document }) as const),
    ...(isOfCodes ? [] : view.events()).map((event) => ({ kind: "event", event }) as const),
    ...(isOfCodes ? [] : view.sources()).map((source) => ({ kind: "source", source }) as const),
  ];
  const prior = priorsOf(view, series);
  const finder = once(() => new Finder(dataset, view, new SearchIndex(dataset, series, others, isOfCodes), prior));
  const find = (text: string): Found => (text.trim() === "" ? everything(series, prior) : finder().find(text));
  return {
    find,
    search: (text, limit = DEFAULT_LIMIT) => (text.trim() === "" ? [] : finder().look(text).hits.slice(0, limit)),
  };
}

/** Every series, what people ask for most first. */
function everything(series: readonly Series[], prior: (at: number) => number): Found {
  const hits = series.map((one, at): SearchHit => ({
    kind: "series",
    series: one,
    score: prior(at),
    period: undefined,
  }));
  return { ...NOTHING, hits: hits.sort(bestFirst), isWhole: true };
}

class Finder {
  constructor(
    private readonly dataset: Dataset,
    private readonly view: Pick<View, "periods">,
    private readonly index: SearchIndex,
    private readonly prior: (at: number) => number,
  ) {}

  /** The series of a text, by which of its words they were found, and what those are worth: goods that are not held are looked for as what comes nearest. */
  look(text: string) {
    const { rest, time } = timeIn(text);
    const tally = tallyOf(this.index, wordsIn(this.index, rest));
    const notHeld = this.notHeld(tally, text);
    const wanted = this.nearestInstead(tally, notHeld) ?? tally;
    const { rows } = bestCovered(wanted, 0, this.index.series.length);
    const worth = rows[0] === undefined ? 0 : wanted.covered[rows[0]]!;
    return { tally, notHeld, wanted, hits: this.series(wanted, rows, time, text), worth };
  }

  find(text: string): Found {
    const { tally, notHeld, wanted, hits, worth } = this.look(text);
    const isAnswered = hits.length > 0 || notHeld.length === 0;
    const best = hits[0] ? this.index.series.indexOf(hits[0].series) : -1;
    const missed = new Set(isAnswered ? this.missedBy(best, best < 0 ? tally : wanted) : []);
    const unknown = new Set(tally.words.flatMap(({ text: word }, i) => (tally.roles[i] ? [] : [word])));
    const missing = asTyped(text, new Set([...missed].filter((word) => !unknown.has(word))));
    return {
      hits,
      others: othersFor(this.index, tally, wanted, hits, worth),
      // A text without a word in it, such as an arrow, is told as a whole.
      unknown: tally.words.length === 0 ? [text.trim()] : asTyped(text, unknown),
      notHeld,
      missing,
      isWhole: hits.length > 0 && missing.length === 0 && unknown.size === 0 && notHeld.length === 0,
    };
  }

  /** The series of some rows, best first. */
  private series(tally: Tally, rows: readonly number[], time: SearchTime | undefined, text: string): SearchHit[] {
    const wanted = text.trim().toLowerCase();
    const byCountry = tally.words.some((word) => isByCountry(word.text));
    const byOrigin = asksForOrigin(text);
    const namesPlace = tally.roles.includes("place");
    const hits = rows.map((row): SearchHit => {
      const at = tally.entries[row]!;
      const one = this.index.series[at]!;
      const timely = time !== undefined && (time.part === undefined || time.part.freq === one.freq);
      const period = timely ? periodAt(this.view.periods(one), time) : undefined;
      const score =
        tally.score[row]! +
        this.prior(at) +
        (one.id === wanted ? 100 : 0) +
        (timely && time.part ? HAS_FREQUENCY : 0) +
        (period === undefined ? 0 : time?.part ? HAS_PART : HAS_YEAR) +
        (byCountry ? ofCountry(one) : byOrigin ? ofPartner(one) : 0) +
        (byCountry && !namesPlace && one.reporter !== "chn" ? IS_OF_OTHERS : 0);
      return { kind: "series", series: one, score, period };
    });
    return hits.sort(bestFirst);
  }

  /** Goods among the words that are known and not held, each once. */
  private notHeld({ words, roles }: Tally, text: string): NotHeld[] {
    const found = new Map<string, Set<string>>();
    words.forEach((word, i) => {
      const good = roles[i] === "goods" ? goodOf(this.index.pointers.targets, word) : undefined;
      if (good !== undefined) found.set(good, (found.get(good) ?? new Set()).add(word.text));
    });
    return [...found].map(([good, own]) => {
      const known = this.dataset.codes("known_goods").get(good);
      const nearest = String(known?.["nearest"] ?? nearestItem(this.dataset.codes("items").get(good)));
      return { words: asTyped(text, own).join(" "), good, list: known ? "known_goods" : "items", nearest };
    });
  }

  /** The same search with the nearest item in place of goods that are not held; undefined where there is nothing to replace. */
  private nearestInstead({ words, roles }: Tally, notHeld: readonly NotHeld[]): Tally | undefined {
    const items = new Set(notHeld.map(({ nearest }) => nearest).filter((item) => item !== ""));
    if (items.size === 0) return undefined;
    const others = words.filter(
      (word, i) => !(roles[i] === "goods" && goodOf(this.index.pointers.targets, word) !== undefined),
    );
    const tally = tallyOf(this.index, wordsIn(this.index, [...items, ...others.map(({ text }) => text)].join(" ")));
    // Other goods of a like name, such as magnets for rare earths, are no nearer.
    tally.entries.forEach((at, row) => {
      const item = this.index.series[at]?.item;
      if (item !== undefined && !items.has(item) && !items.has(this.dataset.catalogue.metalOf(item)))
        tally.goods[row] = 0;
    });
    return tally;
  }

  /** Words that an entry has not, all where there is none; goods that are not held are told as such. */
  private missedBy(at: number, { words, roles }: Tally): string[] {
    const has = ({ qualities }: Word) =>
      qualities.some((target) => this.index.pointers.targets[target]!.entries.includes(at));
    const isTold = (word: Word, i: number) =>
      roles[i] === "goods" && goodOf(this.index.pointers.targets, word) !== undefined;
    return words
      .filter(
        (word, i) => !isGeneric(word.text) && computationOf(word.text) === undefined && !isTold(word, i) && !has(word),
      )
      .map(({ text }) => text);
  }
}

function ofCountry(series: Series): number {
  return series.partner === "" ? (series.reporter === "wld" ? 0 : IS_OF_COUNTRY) : ofPartner(series);
}

function ofPartner({ partner }: Series): number {
  return partner === "" || partner === "wld" ? 0 : IS_OF_PARTNER;
}

function bestFirst(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || a.series.index - b.series.index;
}
