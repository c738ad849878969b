import { grouped } from "../../dataset/catalogue";
import { rememberingOf } from "../../dataset/remembering";
import { normalise } from "./normalise";

/** Words with more differences are all equally far. */
const FARTHEST = 12;

/** A text with more than a third of its letters wrong is another text. */
const NEAR = 3;

/** Fewer letters begin too many words. */
const SHORTEST_BEGINNING = 3;

/** A word as compared, and which letters it has, a bit each. */
interface Spelling {
  readonly text: string;
  readonly letters: number;
}

/** A word to compare with and the word to show for it: several spellings may show as one. */
export type Candidate = string | readonly [text: string, shown: string];

/** Candidates as compared, by their length. Lists are the same few again and again. */
const byLength = rememberingOf((candidates: readonly Candidate[]) =>
  grouped(
    candidates.map((candidate) => {
      const [text, shown] = typeof candidate === "string" ? [candidate, candidate] : candidate;
      return { spelling: spelling(normalise(text)), shown };
    }),
    ({ spelling: { text } }) => text.length,
  ),
);

/** A longer word is no misspelling of any word there is. */
const LONGEST_WORD = 60;

/**
 * Up to `count` of the valid words nearest to a mistyped one, best first; none when nothing is near.
 * Distance counts insertions, deletions, replacements and swaps of neighbours; a shared beginning counts in favour.
 */
export function nearest(word: string, candidates: readonly Candidate[], count = 3): string[] {
  const wanted = spelling(normalise(word.slice(0, LONGEST_WORD)));
  const best = new Map<string, number>();
  /** The worst score that still matters. Words of like length come first, for they bring it down soonest. */
  let worst = Infinity;
  const all = byLength(candidates);
  // Marked once for all the candidates.
  const isMarked = isMarkable(wanted.text);
  if (isMarked) mark(wanted.text);
  for (const length of lengthsAround(wanted.text.length)) {
    for (const { spelling: one, shown } of all.get(length) ?? []) {
      const score = scoreOf(wanted, one, worst, isMarked ? distanceFromMarked : distance);
      if (score === undefined || score > worst || score >= (best.get(shown) ?? Infinity)) continue;
      best.set(shown, score);
      if (best.size >= count) worst = [...best.values()].sort((a, b) => a - b)[count - 1]!;
    }
  }
  if (isMarked) unmark(wanted.text);
  return [...best]
    .sort((a, b) => a[1] - b[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, count)
    .map(([shown]) => shown);
}

/** Any other length is too far. */
function lengthsAround(length: number): number[] {
  const lengths = [length];
  for (let away = 1; away <= FARTHEST; away++) lengths.push(length - away, length + away);
  return lengths;
}

function spelling(text: string): Spelling {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) % 32);
  return { text, letters };
}

/** How far a text is from the wanted one, or undefined when it is not near; exact only up to `worst`. */
function scoreOf(
  wanted: Spelling,
  { text, letters }: Spelling,
  worst: number,
  between: typeof distance,
): number | undefined {
  const isBegun = wanted.text.length >= SHORTEST_BEGINNING && text.startsWith(wanted.text);
  const most = isBegun ? FARTHEST : Math.min(FARTHEST, Math.floor(text.length / NEAR));
  if (Math.abs(wanted.text.length - text.length) > most) return undefined;
  // One mistake brings in one letter and takes another away at most, which rules most words out without comparing them.
  const mistakes = Math.max(bits(letters & ~wanted.letters), bits(wanted.letters & ~letters));
  if (mistakes > most) return undefined;
  const bonus = prefixBonus(wanted.text, text);
  const limit = Math.min(most, Math.floor(worst + bonus)) + 1;
  if (mistakes > limit - 1) return undefined;
  const found = between(wanted.text, text, limit);
  return found < limit ? found - bonus : undefined;
}

/** How many bits are set: added up in pairs, in fours, in eights and in all. */
function bits(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
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
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length >= limit) return limit;
  if (shorter.length === 0) return longer.length;
  if (!isMarkable(shorter)) return distanceInParts(shorter, longer, limit);
  mark(shorter);
  const found = distanceFromMarked(shorter, longer, limit);
  unmark(shorter);
  return found;
}

/** Letters of which a number can keep one bit each. */
const BITS = 32;

/** By the code of a letter, where it stands in the text that is marked; empty while none is. */
let places: Int32Array | undefined;

function isMarkable(text: string): boolean {
  return text.length > 0 && text.length <= BITS;
}

function mark(text: string): void {
  const at = (places ??= new Int32Array(0x10000));
  for (let i = 0; i < text.length; i++) at[text.charCodeAt(i)]! |= 1 << i;
}

function unmark(text: string): void {
  for (let i = 0; i < text.length; i++) places![text.charCodeAt(i)] = 0;
}

/** A whole row of the table at a time: its cells differ from their neighbours by one at most, which takes two bits (Hyyrö 2003). */
function distanceFromMarked({ length }: string, other: string, limit: number): number {
  const at = places!;
  const last = 1 << (length - 1);
  let found = length;
  // Cells one more, and one less, than the cell before them; cells no more than the one diagonally before them.
  let [more, less, same, before] = [-1, 0, 0, 0];
  for (let j = 0; j < other.length && found - (other.length - j) < limit; j++) {
    const equal = at[other.charCodeAt(j)]!;
    const swapped = ((~same & equal) << 1) & before;
    same = (((equal & more) + more) ^ more) | equal | less | swapped;
    const up = less | ~(same | more);
    const down = same & more;
    if (up & last) found++;
    else if (down & last) found--;
    const shifted = (up << 1) | 1;
    more = (down << 1) | ~(same | shifted);
    less = shifted & same;
    before = equal;
  }
  return Math.min(found, limit);
}

/**
 * Longer texts in two parts, divided where it costs least. Every way to turn one into the other comes past one of two
 * places beside each other: at most it has a swap over one of them.
 */
function distanceInParts(shorter: string, longer: string, limit: number): number {
  let least = limit;
  for (const place of [BITS - 1, BITS])
    for (let other = Math.max(0, place - limit); other <= place + limit; other++) {
      const [first, rest] = [distance(shorter.slice(0, place), longer.slice(0, other), limit), shorter.slice(place)];
      if (first < least) least = Math.min(least, first + distance(rest, longer.slice(other), limit));
    }
  return least;
}
