import { distance } from "../../words/nearest";
import { LONGEST_NAME, PART, type Role } from "../pointers";
import type { SearchIndex } from "../search-index";
import { isFiller, isGeneric, searchTokens } from "../search-words";
import { isHan } from "../tokens";
import { Qualities } from "./qualities";

/** A word of a search: as compared, and what it points at. */
export interface Word {
  readonly text: string;
  readonly qualities: Qualities;
}

/** A finished word this short that is a name, such as a symbol, is not the beginning of another. */
const SHORT = 3;

/** A word that is only the beginning of a name, or a misspelling of it, counts less. */
const PREFIX = 0.6;
const FUZZY = 0.45;

/** The words of a search and what they point at. Neighbouring words that together are a name point at it fully. */
export function wordsIn(index: SearchIndex, text: string): Word[] {
  const texts = cutText(index, text);
  const words = texts.map((word, i): Word => ({ text: word, qualities: targetsOf(index, word, i < texts.length - 1) }));
  const taken = new Set<Word>();
  for (let length = Math.min(words.length, LONGEST_NAME); length >= 2; length--)
    for (let start = 0; start + length <= words.length; start++)
      joinName(index, words.slice(start, start + length), taken);
  for (const { qualities } of words) keepWholePlaces(index, qualities);
  return words;
}

/** The words of a text. Chinese is cut at the longest stretch that is a name or, failing that, begins one; fillers and years do not count. */
function cutText(index: SearchIndex, text: string): string[] {
  const words = searchTokens(text).flatMap((token) => (isHan(token) ? cut(index, token) : [token]));
  const telling = words.filter((word) => !isFiller(word) && !(isYear(word) && !isHeading(index, word)));
  return telling.length > 0 ? telling : words;
}

function isYear(word: string): boolean {
  return /^(19|2[01])\d{2}$/.test(word);
}

function isHeading(index: SearchIndex, word: string): boolean {
  return rolesOf(index, word).includes("goods");
}

/** Names of what is told in series; those of documents and texts are put together from them. */
function isCodeName(index: SearchIndex, word: string): boolean {
  return rolesOf(index, word).some((role) => role !== "document" && role !== "text");
}

function rolesOf(index: SearchIndex, word: string): Role[] {
  return (index.pointers.postings.get(word) ?? []).map(({ target }) => index.pointers.targets[target]!.role);
}

function cut(index: SearchIndex, run: string): string[] {
  const words: string[] = [];
  for (let start = 0; start < run.length;) {
    const longest = (isWord: (text: string) => boolean): number => {
      let length = Math.min(run.length - start, LONGEST_RUN);
      while (length > 0 && !isWord(run.slice(start, start + length))) length--;
      return length;
    };
    // Whole names come before longer stretches with which a name only begins.
    const isName = (part: string) => isCodeName(index, part) || isFiller(part) || isGeneric(part);
    const length = longest(isName) || longest((part) => hasPrefix(index, part)) || 1;
    words.push(run.slice(start, start + length));
    start += length;
  }
  return words;
}

/** No Chinese name is longer. */
const LONGEST_RUN = 24;

function hasPrefix(index: SearchIndex, text: string): boolean {
  const vocabulary = index.pointers.vocabulary();
  return vocabulary[firstAtOrAfter(vocabulary, text)]?.startsWith(text) ?? false;
}

/** Lets words that together are a name point at what is called so. Goods that are not held and places are then nothing else, nor part of a shorter name. */
function joinName(index: SearchIndex, words: readonly Word[], taken: Set<Word>): void {
  const name = words.map(({ text }) => text).join("");
  const whole = (index.pointers.postings.get(name) ?? []).filter(({ quality }) => quality === 1);
  const isNotHeld = whole.length > 0 && whole.every(({ target }) => index.pointers.targets[target]!.good !== undefined);
  const isPlace = whole.some(({ target }) => index.pointers.targets[target]!.role === "place");
  const isOnlyPlace = isPlace && whole.every(({ target }) => index.pointers.targets[target]!.role === "place");
  const isAlone = isNotHeld || isPlace;
  if (isAlone && words.some((word) => taken.has(word))) return;
  for (const word of words) {
    if (isNotHeld || isOnlyPlace) word.qualities.clear(() => true);
    else if (isPlace) clearPlaces(index, word.qualities, 1);
    if (isAlone) taken.add(word);
    for (const { target, quality } of whole) word.qualities.keepBest(target, quality);
  }
}

/** Guinea is not Guinea-Bissau: a place's whole name is no part of another's. */
function keepWholePlaces(index: SearchIndex, qualities: Qualities): void {
  if (qualities.some((target, quality) => quality === 1 && index.pointers.targets[target]!.role === "place"))
    clearPlaces(index, qualities, PART);
}

const NAMED_AFTER_PLACES: ReadonlySet<Role> = new Set(["place", "detail"]);

/** Takes away the places, and what else is named after places, that a word points at this well or less. */
function clearPlaces(index: SearchIndex, qualities: Qualities, most: number): void {
  qualities.clear((target, quality) => quality <= most && NAMED_AFTER_PLACES.has(index.pointers.targets[target]!.role));
}

function targetsOf(index: SearchIndex, word: string, isFinished: boolean): Qualities {
  const found = new Qualities(index.pointers.targets.length);
  const exact = index.pointers.postings.get(word) ?? [];
  for (const { target, quality } of exact) found.keepBest(target, quality);
  const isDigits = /^\d+$/.test(word);
  const isName = exact.some(({ target, quality }) => quality === 1 && index.pointers.targets[target]!.role !== "text");
  if (isDigits || (isName && !isHan(word) && (isFinished || word.length > SHORT))) return found;
  if (!hasPrefix(index, word)) return misspelt(index, word);
  // One letter begins a word of nearly every label: what is called so goes before what only mentions it.
  const isLetter = word.length === 1 && !isHan(word);
  const isPlaceTold = word.length >= (isFinished ? 5 : 3) || isHan(word);
  const isTold = (target: number) => isPlaceTold || index.pointers.targets[target]!.role !== "place";
  const { from, to } = index.labels;
  if (!isLetter || !keepBeginnings(index, found, word, (target) => (target < from || target >= to) && isTold(target)))
    keepBeginnings(index, found, word, isTold);
  return found;
}

/** Points at those of the targets that begin with a word; says whether there is any. */
function keepBeginnings(
  index: SearchIndex,
  found: Qualities,
  word: string,
  isOffered: (target: number) => boolean,
): boolean {
  let isAny = false;
  const vocabulary = index.pointers.vocabulary();
  for (let at = firstAtOrAfter(vocabulary, word); vocabulary[at]?.startsWith(word); at++) {
    const whole = vocabulary[at]!;
    const share = PREFIX * Math.sqrt(word.length / whole.length);
    for (const { target, quality } of index.pointers.postings.get(whole)!) {
      if (!isOffered(target)) continue;
      found.keepBest(target, quality * share);
      isAny = true;
    }
  }
  return isAny;
}

/** How many letters may be wrong: two in a long word, one in a shorter one, none in a short one that names no goods. */
function mistakesIn(role: Role, word: string): number {
  if (role === "text") return 0;
  if (word.length < 5) return role === "goods" ? 1 : 0;
  return word.length >= (role === "place" ? 9 : 8) ? 2 : 1;
}

/** What a misspelt word points at. The first letter is always right, and so are digits and whatever has some. */
function misspelt(index: SearchIndex, word: string): Qualities {
  const found = new Qualities(index.pointers.targets.length);
  if (word.length < 4 || isHan(word) || /\d/.test(word)) return found;
  const most = word.length >= 8 ? 2 : 1;
  for (let length = word.length - most; length <= word.length + most; length++) {
    for (const candidate of index.pointers.namesLike(word, length)) {
      const errors = distance(word, candidate, most + 1);
      if (errors > most) continue;
      for (const { target, quality } of index.pointers.postings.get(candidate)!) {
        if (errors > mistakesIn(index.pointers.targets[target]!.role, word)) continue;
        found.keepBest(target, (quality * FUZZY) / errors);
      }
    }
  }
  return found;
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

const LETTERS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}.])+/gu;

/** Words of a search as they were typed, those that stand together in one piece: "concentrate from Chile". */
export function asTyped(text: string, words: ReadonlySet<string>): string[] {
  if (words.size === 0) return [];
  const typed = text.normalize("NFKC");
  const pieces: { from: number; to: number }[] = [];
  let isOpen = false;
  for (const { 0: token, index: from } of typed.matchAll(LETTERS)) {
    const own = searchTokens(token);
    const inside = isHan(token)
      ? [...words].filter((word) => token.includes(word))
      : own.filter((one) => words.has(one));
    if (inside.length > 0 && isHan(token) && !words.has(token))
      pieces.push(
        ...inside.map((word) => ({ from: from + token.indexOf(word), to: from + token.indexOf(word) + word.length })),
      );
    else if (inside.length > 0 && isOpen) pieces.at(-1)!.to = from + token.length;
    else if (inside.length > 0) pieces.push({ from, to: from + token.length });
    isOpen = inside.length > 0 ? !isHan(token) || words.has(token) : isOpen && own.every(isFiller);
  }
  // Letters with marks of no single form stand in no word as they were typed.
  return pieces.length > 0 ? pieces.map(({ from, to }) => typed.slice(from, to)) : [...words];
}

/** A search without some of its words as typed, and without fillers that then stand at an end. */
export function withoutWords(text: string, words: readonly string[]): string {
  const left = words.reduce((rest, word) => rest.replace(word, " "), text.normalize("NFKC")).trim();
  const pieces = left === "" ? [] : left.split(/\s+/);
  while (pieces.length > 0 && isFiller(pieces.at(-1)!.toLowerCase())) pieces.pop();
  while (pieces.length > 0 && isFiller(pieces[0]!.toLowerCase())) pieces.shift();
  return pieces.join(" ");
}
