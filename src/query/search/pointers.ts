import { once } from "../../dataset/remembering";
import { isFiller, searchTokens } from "./search-words";
import { isHan } from "./tokens";

/** What a word can say: goods and places are asked for as such, a detail chooses among what is found, a document is called so, a text only mentions. */
export type Role = "goods" | "indicator" | "place" | "detail" | "document" | "text";

/** How well one of several words of a name matches, beside the whole name. */
export const PART = 0.7;

/** Names of more words than this are found by their words. */
export const LONGEST_NAME = 6;

/** Something words can point at: a code in one dimension, a document, a text; with the entries that have it, maybe none. */
export interface Target {
  /** How much a match counts. */
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

/** Words, and the targets they point at. Laid out target by target. */
export class Pointers {
  readonly targets: Target[] = [];
  readonly postings = new Map<string, Posting[]>();

  /** Every word in order, so that words with a common beginning lie together. Not before the last is posted. */
  readonly vocabulary = once((): readonly string[] => [...this.postings.keys()].sort());

  private readonly byShape = once(() => {
    const byShape = new Map<string, string[]>();
    const isNamed = ({ target }: Posting) => this.targets[target]!.role !== "text";
    for (const [word, postings] of this.postings) if (postings.some(isNamed)) addTo(byShape, shapeOf(word), word);
    return byShape;
  });

  /** Names with this first letter and length: misspellings are looked for among them. What only mentions a word is not looked for. */
  namesLike(word: string, length: number): readonly string[] {
    return this.byShape().get(shapeOf(word, length)) ?? [];
  }

  /** Adds a target with its names; of a name of several words each is a word too, unless `hasParts` is false. */
  add(
    { weight, role, good }: Omit<Target, "entries">,
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
      if (tokens.length === 1 || hasParts) this.postWords(target, tokens, tokens.length > 1, hasParts);
    }
  }

  /** Adds a target that is told by part of a name. */
  addPart(target: Target, tokens: readonly string[]): void {
    if (tokens.length > 0) this.postWords(this.targets.push(target) - 1, tokens, true, true);
  }

  /** The words of a name, or the one word that it is; of Chinese also what begins further on. */
  private postWords(target: number, tokens: readonly string[], isSeveral: boolean, hasParts: boolean): void {
    const isText = this.targets[target]!.role === "text";
    for (const token of tokens) {
      // A number within a name, as in "over 77 %", is nobody's name.
      if ((isText || isSeveral) && /^\d+$/.test(token)) continue;
      this.post(token, target, isSeveral ? PART : 1);
      if (isHan(token) && hasParts)
        for (let start = 1; start < token.length; start++) this.post(token.slice(start), target, PART);
    }
  }

  /** The newest target is the last of its list or not in it. */
  private post(word: string, target: number, quality: number): void {
    const list = this.postings.get(word);
    const last = list?.at(-1);
    if (!list) this.postings.set(word, [{ target, quality }]);
    else if (last?.target !== target) list.push({ target, quality });
    else if (last.quality < quality) list[list.length - 1] = { target, quality };
  }

  /** Has a word point at all that another points at, as well as at its own. */
  postAs(word: string, name: string, share: number): void {
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

const shapeOf = (word: string, length = word.length): string => `${word[0]}${length}`;

export function addTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
