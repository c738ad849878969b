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

/** What the words of a search come to for every entry of the index. */
export interface Tally {
  readonly words: readonly Word[];
  readonly roles: readonly (Role | undefined)[];
  /** The entries that some word says something of, each once, in any order. */
  readonly matched: readonly number[];
  readonly score: Float64Array;
  /** The worth of the words matched. */
  readonly covered: Float64Array;
  /** The same of goods alone. */
  readonly goods: Float64Array;
}

/** What one word says of the entries; all zero between words. */
const scratchOf = rememberingOf(({ size }: SearchIndex) => ({
  best: new Float64Array(size),
  named: new Uint8Array(size),
}));

/** Counts for every entry what the words say of it. */
export function tallyOf(index: SearchIndex, words: readonly Word[]): Tally {
  const {
    size,
    pointers: { targets },
  } = index;
  const [score, covered, goods] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const { best, named } = scratchOf(index);
  const matched: number[] = [];
  const roles = words.map(({ qualities }) => roleOf(targets, qualities));
  // Who names tungsten does not mean whatever else is a concentrate.
  const isWhole = words.map(({ qualities }) =>
    qualities.some((target, quality) => quality === 1 && targets[target]!.role === "goods"),
  );
  const isPartly = !isWhole.includes(true);
  words.forEach(({ text, qualities }, i) => {
    const isVague = isGeneric(text);
    const ofWord: number[] = [];
    qualities.each((target, quality) => {
      if (isVague && quality < 1) return;
      const { weight, entries, role } = targets[target]!;
      const value = weight * quality;
      const isNamed = role === "text" ? 0 : 1;
      for (const entry of entries) {
        if (best[entry] === 0) ofWord.push(entry);
        if (best[entry]! < value) best[entry] = value;
        if (isNamed) named[entry] = 1;
      }
    });
    const role = roles[i];
    const own = worth(text, role);
    for (const entry of ofWord) {
      const [value, isNamed] = [best[entry]!, named[entry]!];
      best[entry] = named[entry] = 0;
      // A label that mentions a word known by name is no match.
      if (!isNamed && role !== "text" && entry < index.series.length) continue;
      if (score[entry] === 0) matched.push(entry);
      score[entry]! += value;
      // What only mentions a word is not about it.
      covered[entry]! += isNamed ? own : Math.min(own, WORTH.text);
      if (role === "goods" && isNamed && (isPartly || isWhole[i])) goods[entry]! += own;
    }
  });
  return { words, roles, matched, score, covered, goods };
}

/** Which entries of a stretch match the words that are worth most. Where goods are named, entries of other goods are no answer. */
export function bestCovered(tally: Tally, from: number, to: number): { most: number; fits: (at: number) => boolean } {
  const namesGoods = namesA(tally, "goods");
  const isOfGoods = (at: number) => !namesGoods || tally.goods[at]! > 0;
  const matches = (at: number) => tally.score[at]! > 0 && isOfGoods(at);
  let most = -1;
  for (const at of tally.matched) if (at >= from && at < to && isOfGoods(at)) most = Math.max(most, tally.covered[at]!);
  return { most: most < 0 ? 0 : Math.max(most, 1e-9), fits: (at) => matches(at) && tally.covered[at]! >= most };
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
