import { rememberingOf } from "../../../dataset/remembering";
import type { Role, Target } from "../pointers";
import type { SearchIndex } from "../search-index";
import type { Qualities } from "./qualities";
import type { Word } from "./search-match";
import { computationOf, isGeneric } from "../search-words";

/** How much it matters that a word is matched, by what it says: goods before places, places before details. */
const WORTH: Readonly<Record<Role, number>> = {
  goods: 4,
  indicator: 3,
  place: 2.9,
  detail: 1.5,
  document: 1.5,
  text: 1,
};

/** What the words of a search come to for the entries of the index that they say something of: a row for each. */
export interface Tally {
  readonly words: readonly Word[];
  readonly roles: readonly (Role | undefined)[];
  /** The entry of each row, in any order; the other columns stand beside it. */
  readonly entries: readonly number[];
  readonly score: readonly number[];
  /** The worth of the words matched. */
  readonly covered: readonly number[];
  /** The same of goods alone. */
  readonly goods: number[];
}

/** What one word says of the entries, all zero between words; and the entries' rows, counted from 1, all zero between searches. */
const scratchOf = rememberingOf(({ size }: SearchIndex) => ({
  best: new Float64Array(size),
  named: new Uint8Array(size),
  rows: new Int32Array(size),
}));

/** Counts what the words say of each entry. */
export function tallyOf(index: SearchIndex, words: readonly Word[]): Tally {
  const {
    series,
    pointers: { targets },
  } = index;
  const roles = words.map(({ qualities }) => roleOf(targets, qualities));
  // Who names tungsten does not mean whatever else is a concentrate.
  const isWhole = words.map(({ qualities }) =>
    qualities.some((target, quality) => quality === 1 && targets[target]!.role === "goods"),
  );
  const isPartly = !isWhole.includes(true);
  const { best, named, rows } = scratchOf(index);
  const tally = {
    words,
    roles,
    entries: [] as number[],
    score: [] as number[],
    covered: [] as number[],
    goods: [] as number[],
  };
  const { entries, score, covered, goods } = tally;
  for (let i = 0; i < words.length; i++) {
    const role = roles[i];
    const own = worth(words[i]!.text, role);
    const ofGoods = role === "goods" && (isPartly || isWhole[i]!) ? own : 0;
    for (const entry of entriesOf(targets, words[i]!, best, named)) {
      const value = best[entry]!;
      const isNamed = named[entry] === 1;
      best[entry] = named[entry] = 0;
      // A label that mentions a word known by name is no match.
      if (!isNamed && role !== "text" && entry < series.length) continue;
      if (rows[entry] === 0) {
        rows[entry] = entries.push(entry);
        score.push(0);
        covered.push(0);
        goods.push(0);
      }
      const row = rows[entry]! - 1;
      score[row]! += value;
      // What only mentions a word is not about it.
      covered[row]! += isNamed ? own : Math.min(own, WORTH.text);
      if (isNamed) goods[row]! += ofGoods;
    }
  }
  for (const entry of entries) rows[entry] = 0;
  return tally;
}

/** The entries that a word says something of, each once; with the best it says of them, and whether they are named so. */
function entriesOf(
  targets: readonly Target[],
  { text, qualities }: Word,
  best: Float64Array,
  named: Uint8Array,
): readonly number[] {
  const isVague = isGeneric(text);
  const found: number[] = [];
  qualities.each((target, quality) => {
    if (isVague && quality < 1) return;
    const { weight, entries, role } = targets[target]!;
    const value = weight * quality;
    const isNamed = role === "text" ? 0 : 1;
    for (const entry of entries) {
      if (best[entry] === 0) found.push(entry);
      if (best[entry]! < value) best[entry] = value;
      if (isNamed) named[entry] = 1;
    }
  });
  return found;
}

/** What a match is worth of words that choose nothing by themselves. */
const LEAST = 1e-9;

/**
 * Of the rows whose entries lie in a stretch, those that match the words that are worth most, and how much that is; 0 where
 * none matches. Where goods are named, entries of other goods are no answer.
 */
export function bestCovered(tally: Tally, from: number, to: number): { most: number; rows: readonly number[] } {
  const { entries, covered, goods } = tally;
  const namesGoods = namesA(tally, "goods");
  let most = 0;
  let rows: number[] = [];
  for (let row = 0; row < entries.length; row++) {
    const worth = Math.max(covered[row]!, LEAST);
    if (worth < most || entries[row]! < from || entries[row]! >= to || (namesGoods && goods[row] === 0)) continue;
    if (worth > most) rows = [];
    most = worth;
    rows.push(row);
  }
  return { most, rows };
}

/** Whether a word names goods or a place, and not just any. */
export function namesA({ words, roles }: Tally, wanted: Role): boolean {
  return roles.some((role, i) => role === wanted && !isGeneric(words[i]!.text));
}

/** What all words are worth that say what is looked for. */
export function worthOf({ words, roles }: Tally): number {
  return words.reduce((sum, { text }, i) => sum + worth(text, roles[i]), 0);
}

function worth(text: string, role: Role | undefined): number {
  return role === undefined || isGeneric(text) || computationOf(text) !== undefined ? 0 : WORTH[role];
}

/** What a word says: that of the best it points at; undefined when nothing is called so. */
function roleOf(targets: readonly Target[], qualities: Qualities): Role | undefined {
  const best = qualities.best(
    () => true,
    (a, b) => qualities.of(a) - qualities.of(b) || targets[a]!.weight - targets[b]!.weight || b - a,
  );
  return best === undefined ? undefined : targets[best]!.role;
}

/** The good that a word means, when it means nothing that is held, or that only less well. */
export function goodOf(targets: readonly Target[], { qualities }: Word): string | undefined {
  const best = qualities.best(
    (target) => targets[target]!.good !== undefined,
    (a, b) => qualities.of(a) - qualities.of(b) || b - a,
  );
  if (best === undefined) return undefined;
  let held = 0;
  qualities.each((target, quality) => {
    const { good, entries, role } = targets[target]!;
    if (good === undefined && role !== "text" && entries.length > 0) held = Math.max(held, quality);
  });
  return held === 0 || (qualities.of(best) === 1 && held < 1) ? targets[best]!.good : undefined;
}
