import { normalise } from "./normalise";

/** Candidates are the same few thousand words again and again. */
const NORMALISED = new Map<string, string>();

/** A longer word is no misspelling of any word there is. */
const LONGEST_WORD = 60;

/**
 * Up to `count` of the valid words nearest to a mistyped one, best first.
 * A candidate is a word to compare with and the word to show for it (several spellings may show as one).
 * Distance counts insertions, deletions, replacements and swaps of neighbours; a shared beginning counts in favour.
 */
export function nearest(word: string, candidates: Iterable<string | readonly [text: string, shown: string]>, count = 3): string[] {
  const wanted = normalise(word.slice(0, LONGEST_WORD));
  const best = new Map<string, number>();
  /** The worst score that still matters. */
  let worst = Infinity;
  for (const candidate of candidates) {
    const [text, shown] = typeof candidate === "string" ? [candidate, candidate] : candidate;
    const score = scoreOf(wanted, normalised(text), worst);
    if (score > worst || score >= (best.get(shown) ?? Infinity)) continue;
    best.set(shown, score);
    if (best.size >= count) worst = [...best.values()].sort((a, b) => a - b)[count - 1]!;
  }
  return [...best]
    .sort((a, b) => a[1] - b[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, count)
    .map(([shown]) => shown);
}

function normalised(text: string): string {
  let known = NORMALISED.get(text);
  if (known === undefined) {
    known = normalise(text);
    NORMALISED.set(text, known);
  }
  return known;
}

/** How far a text is from the wanted one; exact only up to `worst`. */
function scoreOf(wanted: string, text: string, worst: number): number {
  const bonus = prefixBonus(wanted, text);
  return distance(wanted, text, Math.min(Math.max(wanted.length, text.length), Math.floor(worst + bonus) + 1)) - bonus;
}

/** A word typed to its half is nearer to its whole than the bare count of letters says. */
function prefixBonus(wanted: string, text: string): number {
  let shared = 0;
  while (shared < wanted.length && shared < text.length && wanted[shared] === text[shared]) shared++;
  const whole = shared === wanted.length && shared > 0 ? text.length - wanted.length : 0;
  return shared * 0.2 + whole * 0.75;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into another (optimal string alignment), at most `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, beforePrevious[j - 2]! + 1);
      current.push(value);
      if (value < least) least = value;
    }
    // A swap may still reach back one row, never two.
    if (least > limit) return limit;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[b.length]!, limit);
}
