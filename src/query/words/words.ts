import type { Dataset } from "../../dataset/dataset";
import type { Code } from "../../dataset/records";
import { remembering } from "../../dataset/remembering";
import { isAbbreviation } from "./missing";
import { nearest } from "./nearest";
import { looksLikePeriod } from "../period/period";
import { refuse, refuseWord, type RefusalData } from "../refusal";
import { codesOf, keysOfCode, keysOfName, keysTyped, printedNames, type WordList } from "./spellings";

export type { WordList } from "./spellings";

/** Lists whose codes are abbreviations: their labels are the words. */
const NAMED_LISTS: ReadonlySet<WordList> = new Set(["areas", "holders", "batches", "lineages"]);

/** Beside these a company is what was meant, if it is one. */
const PARTS_OF_A_QUOTA: ReadonlySet<WordList> = new Set(["stages", "groups", "batches"]);
const ALL = "all";

/** What METALS.LIST calls a list. */
const KINDS: Readonly<Partial<Record<WordList, string>>> = {
  indicators: "indicators",
  items: "metals",
  areas: "countries",
  stages: "stages",
  bases: "bases",
  event_types: "event types",
};

/** Lists in which a misplaced word is looked for, with the argument it then belongs to. */
const ELSEWHERE: readonly [WordList, string][] = [
  ["items", "metal"],
  ["areas", "country"],
  ["indicators", "indicator"],
  ["measures", "measure"],
  ["bases", "basis"],
  ["stages", "stage"],
];

/** Turns words into codes: labels and aliases in English and Chinese, symbols, ISO codes and HS headings, whatever the spelling. */
export class Words {
  private readonly found = new Map<WordList, (asked: string) => string | undefined>();
  private readonly mistakes = remembering((asked) => {
    const [list, word] = parted(asked);
    return isAbbreviation(word) ? [] : nearest(word, this.suggested(list as WordList, isChinese(word)));
  });
  private readonly lists = new Map<WordList, ReadonlyMap<string, string>>();
  private readonly spellings = new Map<string, readonly (readonly [string, string])[]>();
  private notHeld: ReadonlyMap<string, string> | undefined;
  private readonly scoped = new Map<string, string>();

  constructor(private readonly dataset: Dataset) {
    for (const row of dataset.rows("codes/aliases")) {
      for (const indicator of (row["indicators"] ?? "").split("|")) {
        for (const key of keysOfName("items", row["alias"] ?? ""))
          this.scoped.set(`${indicator} ${key}`, row["item"] ?? "");
      }
    }
  }

  /** The code a word stands for, or undefined. An item's alias may hold for some indicators only. */
  find(list: WordList, word: string, indicator = ""): string | undefined {
    let found = this.found.get(list);
    if (!found) this.found.set(list, (found = remembering((asked) => this.lookUp(list, asked))));
    return found(`${indicator} ${word}`);
  }

  private lookUp(list: WordList, asked: string): string | undefined {
    const [indicator, word] = parted(asked);
    for (const key of keysTyped(list, word)) {
      const found =
        (list === "items" ? (this.scopedTo(indicator, key) ?? this.idOf(key)) : undefined) ?? this.words(list).get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Most people type a metal as it is called here: then its other names need not be laid out. No two have one name. */
  private idOf(key: string): string | undefined {
    return this.dataset.codes("items").get(key)?.id;
  }

  /** The item that a word means for an indicator, or for all that are not named. */
  private scopedTo(indicator: string, key: string): string | undefined {
    return this.scoped.get(`${indicator} ${key}`) ?? this.scoped.get(` ${key}`);
  }

  /** The code a word stands for. Refuses an unknown one with the three nearest, and says so when it belongs to another argument. */
  read(list: WordList, word: string, argument: string, indicator?: string): string {
    const found = this.find(list, word, indicator);
    if (found !== undefined) return found;
    if (list === "items") this.refuseNotHeld(word, argument);
    this.refuseMisplaced(list, word, argument);
    return refuseWord(argument, word, () => this.nearestIn(list, word), KINDS[list]);
  }

  /** Refuses goods that are known and not held, so that nobody takes them for misspelt. */
  private refuseNotHeld(word: string, argument: string): void {
    this.notHeld ??= buildWords("items", this.dataset.codes("known_goods").values());
    const good = keysTyped("items", word)
      .map((key) => this.notHeld!.get(key))
      .find((found) => found !== undefined);
    if (good === undefined) return;
    const nearest = String(this.dataset.codes("known_goods").get(good)?.["nearest"] ?? "");
    refuse("notHeld", { argument, good, ...(nearest && { nearest }) });
  }

  /** Like `read`, but only the `offered` codes are valid here. */
  readOneOf(list: WordList, word: string, argument: string, offered: readonly string[]): string {
    const found = this.find(list, word);
    if (found !== undefined && offered.includes(found)) return found;
    const valid = offered.map((code) => this.mainWord(list, code));
    const misplaced = found === undefined ? this.misplaced(word, argument, list) : undefined;
    return misplaced ? refuse("misplaced", { ...misplaced, valid }) : refuse("notOffered", { argument, word, valid });
  }

  /** The main word for a code, as offered by autocomplete and in messages: the code itself, but for names of places and companies. */
  mainWord(list: WordList, code: string): string {
    return NAMED_LISTS.has(list) ? this.dataset.label(list, code) : code.replace(/-/g, " ");
  }

  /** The valid words nearest to a mistyped one. */
  nearestIn(list: WordList, word: string): string[] {
    return this.mistakes(`${list} ${word}`);
  }

  private suggested(list: WordList, chinese: boolean): readonly (readonly [string, string])[] {
    const key = `${list} ${chinese}`;
    let found = this.spellings.get(key);
    if (!found) this.spellings.set(key, (found = [...this.suggestions(list, chinese)]));
    return found;
  }

  /** Every spelling that reads as a code, each with the word to show for it: Chinese for who types Chinese, else the main word. */
  private *suggestions(list: WordList, chinese: boolean): Iterable<readonly [string, string]> {
    for (const code of this.dataset.codes(list).values()) {
      const shown = (chinese && code.label_zh) || this.mainWord(list, code.id);
      if (!NAMED_LISTS.has(list)) yield [code.id, shown];
      yield [code.label, shown];
      yield [code.label_zh, shown];
      for (const alias of namesOf(code)) if (alias.length > 2 || chinese) yield [alias, shown];
    }
  }

  /** Refuses a word that belongs to another argument, naming that; returns for any other word. */
  refuseMisplaced(list: WordList, word: string, argument: string): void {
    const misplaced = this.misplaced(word, argument, list);
    if (misplaced) refuse("misplaced", misplaced);
  }

  /** What a word is that does not belong in an argument, or undefined when it is nothing known. `list` is what the argument takes. */
  misplaced(word: string, argument: string, list?: WordList): RefusalData["misplaced"] | undefined {
    const at = { argument, word, expected: argument };
    if (looksLikePeriod(word)) return { ...at, fits: "period" };
    if (list && PARTS_OF_A_QUOTA.has(list) && (this.find("holders", word) ?? ALL) !== ALL)
      return { ...at, fits: "holder" };
    // A number may be that of a country, but that is not what is wrong with it.
    const isNumber = /^\d+$/.test(word);
    const found = ELSEWHERE.find(
      ([other, fits]) =>
        other !== list && fits !== argument && !(isNumber && other === "areas") && this.find(other, word) !== undefined,
    );
    return found && { ...at, fits: found[1] };
  }

  private words(list: WordList): ReadonlyMap<string, string> {
    let words = this.lists.get(list);
    if (!words) {
      words = buildWords(list, this.dataset.codes(list).values());
      this.lists.set(list, words);
    }
    return words;
  }
}

function buildWords(list: WordList, codes: Iterable<Code>): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const code of codes) {
    const others = codesOf(list, (column) => String(code[column] ?? ""));
    const aliases = namesOf(code);
    for (const [key] of keysOfCode(list, { ...code, aliases }, others)) if (!words.has(key)) words.set(key, code.id);
  }
  return words;
}

/** A code, which has no blanks in it, and what stands behind it. */
function parted(asked: string): [code: string, word: string] {
  const blank = asked.indexOf(" ");
  return [asked.slice(0, blank), asked.slice(blank + 1)];
}

function namesOf(code: Code): string[] {
  return [...code.aliases, ...printedNames(String(code["printed"] ?? ""))];
}

function isChinese(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
