import type { Dataset } from "../../dataset/dataset";
import type { Series } from "../../dataset/records";
import { viewAt, type View } from "../../dataset/view";
import { distance } from "../words/nearest";
import { SearchIndex } from "./search-index";
import { periodAt, timeIn } from "./search-time";
import { isHan, tokensOf } from "./tokens";

export interface SearchHit {
  readonly series: Series;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
  /** The period that the search names, where the series has a figure for it. */
  readonly period: string | undefined;
}

/** All that is found for a text. */
export interface Found {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** Whether every word is matched by each series found. */
  readonly isWhole: boolean;
  /** Words that nothing is called by. */
  readonly unknown: readonly string[];
}

export interface Search {
  /** Series that match every word, best first; when none does, those that match the most words. At most `limit`. */
  search(text: string, limit?: number): SearchHit[];
  /** The same without a limit, and what became of the words. For a blank text: every series, what people ask for most first. */
  find(text: string): Found;
}

/** Words that say nothing about a series. */
const FILLERS = new Set(["of", "the", "from", "to", "in", "by", "and", "with", "for", "的", "从", "对"]);

/** What it counts for a series to have a figure for the time that is named: for the very month, much; for the year, little, as the lack of one may be the answer. */
const HAS_PART = 1;
const HAS_YEAR = 0.08;
/** Being told by months where a month is named, with or without a figure for it. */
const HAS_FREQUENCY = 0.3;

/** A finished word this short that is a name, such as a symbol, is not the beginning of another. */
const SHORT = 3;

/** A word that is only the beginning of a name, or a misspelling of it, counts less. */
const PREFIX = 0.6;
const FUZZY = 0.45;

/** Names of more words than this are found by their words. */
const LONGEST_NAME = 5;

const DEFAULT_LIMIT = 50;

/**
 * Builds a search over series: by ids, labels and aliases in English and Chinese, symbols, ISO codes and HS headings.
 * The last letters may be missing and a letter may be wrong. Without `series`: all series of the newest release.
 */
export function createSearch(
  dataset: Dataset,
  series: readonly Series[] = dataset.series,
  view: Pick<View, "periods"> = viewAt(dataset),
): Search {
  const index = new SearchIndex(dataset, series);
  const { firstOfSeries } = dataset.observations.columns;
  const priors = series.map((one) => {
    const figures = firstOfSeries[one.index + 1]! - firstOfSeries[one.index]!;
    return prior(one) + (figures === 0 ? EMPTY : TOLD * Math.log2(figures));
  });
  const find = (text: string): Found => (text.trim() === "" ? all(index, priors) : found(index, priors, view, text));
  return { find, search: (text, limit = DEFAULT_LIMIT) => (text.trim() === "" ? [] : find(text).hits.slice(0, limit)) };
}

function all(index: SearchIndex, priors: readonly number[]): Found {
  const hits = index.series.map((series, position): SearchHit => ({
    series,
    score: priors[position]!,
    period: undefined,
  }));
  return { hits: hits.sort(bestFirst), isWhole: true, unknown: [] };
}

function found(index: SearchIndex, priors: readonly number[], view: Pick<View, "periods">, text: string): Found {
  const { rest, time } = timeIn(text);
  const words = wordsOf(index, rest);
  const wanted = text.trim().toLowerCase();
  const scores = new Float64Array(index.series.length);
  const matched = new Int32Array(index.series.length);
  const best = new Float64Array(index.series.length);
  const unknown: string[] = [];
  matchesOf(index, words).forEach((qualities, i) => {
    best.fill(0);
    let isKnown = false;
    qualities.forEach((quality, target) => {
      if (quality === 0) return;
      isKnown = true;
      const { weight, series } = index.targets[target]!;
      for (const position of series) if (best[position]! < weight * quality) best[position] = weight * quality;
    });
    if (!isKnown) unknown.push(words[i]!);
    best.forEach((score, position) => {
      if (score === 0) return;
      scores[position]! += score;
      matched[position]!++;
    });
  });
  const most = matched.reduce((highest, count) => Math.max(highest, count), 0);
  if (most === 0) return { hits: [], isWhole: false, unknown };
  const hits: SearchHit[] = [];
  index.series.forEach((series, position) => {
    if (matched[position] !== most) return;
    const named = series.id === wanted ? 100 : 0;
    const fits = time !== undefined && (time.part === undefined || time.part.freq === series.freq);
    const period = fits ? periodAt(view.periods(series), time) : undefined;
    const timely =
      (fits && time.part ? HAS_FREQUENCY : 0) + (period === undefined ? 0 : time?.part ? HAS_PART : HAS_YEAR);
    hits.push({ series, score: scores[position]! + priors[position]! + named + timely, period });
  });
  return { hits: hits.sort(bestFirst), isWhole: most === words.length, unknown };
}

function bestFirst(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || a.series.index - b.series.index;
}

/** Among equals, what people ask for most. */
const INDICATORS: Readonly<Record<string, number>> = {
  quota: 0.05,
  imports: 0.04,
  production: 0.03,
  exports: 0.03,
  price: 0.02,
  reserves: 0.01,
};

/** A series of which only absences are known. */
const EMPTY = -0.5;
/** For twice as many figures, among series that are equal otherwise. */
const TOLD = 0.004;

/** What a question most likely means comes first: published levels that answer by default, China, the world, years. */
function prior(series: Series): number {
  const { indicator, rank, transformation, partner, reporter, freq, holder, batch, group } = series;
  return (
    (rank === undefined ? 0 : 0.4 / rank) +
    (transformation === "level" ? 0.4 : 0) +
    (partner === "wld" || partner === "" ? 0.3 : 0) +
    (reporter === "chn" ? 0.2 : reporter === "wld" ? 0.15 : 0) +
    ([holder, batch].every((code) => code === "" || code === "all") ? 0.2 : 0) +
    (group === "" || group === "total" ? 0.1 : 0) +
    (freq === "a" ? 0.1 : freq === "m" ? 0.05 : 0) +
    (INDICATORS[indicator] ?? 0)
  );
}

/** The words of a search. Chinese is cut at the longest stretch that is a name or, failing that, begins one; fillers and years do not count. */
function wordsOf(index: SearchIndex, text: string): string[] {
  const words = tokensOf(text).flatMap((token) => (isHan(token) ? cut(index, token) : [token]));
  const telling = words.filter((word) => !FILLERS.has(word) && !(isYear(word) && !index.postings.has(word)));
  return telling.length > 0 ? telling : words;
}

function isYear(word: string): boolean {
  return /^(19|2[01])\d{2}$/.test(word);
}

function cut(index: SearchIndex, run: string): string[] {
  const words: string[] = [];
  for (let start = 0; start < run.length;) {
    const longest = (isWord: (text: string) => boolean): number => {
      let length = run.length - start;
      while (length > 0 && !isWord(run.slice(start, start + length))) length--;
      return length;
    };
    // Whole names come before longer stretches with which a name only begins.
    const length = longest((text) => index.postings.has(text)) || longest((text) => hasPrefix(index, text)) || 1;
    words.push(run.slice(start, start + length));
    start += length;
  }
  return words;
}

function hasPrefix(index: SearchIndex, text: string): boolean {
  return index.vocabulary[firstAtOrAfter(index.vocabulary, text)]?.startsWith(text) ?? false;
}

/** How well a word points at each target; 0 for not at all. Arrays, because one letter points at thousands. */
type Qualities = Float64Array;

/** For every word, the targets it points at and how well. Neighbouring words that together are a name point at it fully. */
function matchesOf(index: SearchIndex, words: readonly string[]): Qualities[] {
  const matches = words.map((word, i) => targetsOf(index, word, i < words.length - 1));
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 2; end <= Math.min(words.length, start + LONGEST_NAME); end++) {
      const whole = index.postings.get(words.slice(start, end).join("")) ?? [];
      for (const { target, quality } of whole)
        for (let at = start; at < end; at++) keepBest(matches[at]!, target, quality);
    }
  }
  return matches;
}

function targetsOf(index: SearchIndex, word: string, isFinished: boolean): Qualities {
  const found = new Float64Array(index.targets.length);
  const exact = index.postings.get(word) ?? [];
  for (const { target, quality } of exact) keepBest(found, target, quality);
  if (isFinished && word.length <= SHORT && exact.length > 0 && !isHan(word)) return found;
  const first = firstAtOrAfter(index.vocabulary, word);
  for (let at = first; index.vocabulary[at]?.startsWith(word); at++) {
    const whole = index.vocabulary[at]!;
    const share = PREFIX * Math.sqrt(word.length / whole.length);
    for (const { target, quality } of index.postings.get(whole)!) keepBest(found, target, quality * share);
  }
  return index.vocabulary[first]?.startsWith(word) ? found : misspelt(index, word);
}

function misspelt(index: SearchIndex, word: string): Qualities {
  const found = new Float64Array(index.targets.length);
  const most = word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0;
  if (most === 0 || isHan(word)) return found;
  for (const candidate of index.vocabulary) {
    if (Math.abs(candidate.length - word.length) > most || isHan(candidate)) continue;
    const errors = distance(word, candidate, most + 1);
    if (errors > most) continue;
    for (const { target, quality } of index.postings.get(candidate)!)
      keepBest(found, target, (quality * FUZZY) / errors);
  }
  return found;
}

function keepBest(found: Qualities, target: number, quality: number): void {
  if (found[target]! < quality) found[target] = quality;
}

function firstAtOrAfter(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
