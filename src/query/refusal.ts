import type { Ask } from "./answer/ask";
import type { NotHeld } from "./search/ranking/search-hit";

/** Excel's error values that a refusal can show as. */
export type ErrorCode = "#VALUE!" | "#N/A" | "#NUM!";

/** Every way a question can be refused, with the facts its text needs. The texts themselves are in `functions/messages`. */
export interface RefusalData {
  /** A required argument is blank. `usage` is how the function is called, `example` one call of it. */
  missing: { argument: string; usage?: string; example?: string };
  /** A text longer than any that means something. */
  tooLong: { argument: string; length: number; most: number };
  /** A marker of missing data, such as `n/a`. `meant`: what is called so, with the code that is no marker. */
  missingData: { argument: string; word: string; meant?: { readonly area: string; readonly code: string } };
  /** A word that no list has. `nearest` holds up to three valid words; `kind` is what METALS.LIST calls the whole list. */
  unknownWord: { argument: string; word: string; nearest: readonly string[]; kind?: string };
  /** Goods that people ask for and the data does not have. `nearest` is the item that comes nearest, if any. */
  notHeld: { argument: string; good: string; nearest?: string };
  /** A word that fits another argument, such as a year where the metal belongs. `expected` is what belongs here, `valid` the words for it where they are few, `kind` what METALS.LIST calls them. */
  misplaced: {
    argument: string;
    word: string;
    fits: string;
    expected: string;
    valid?: readonly string[];
    kind?: string;
    usage?: string;
  };
  /** Two arguments that exclude each other: `named` is what an earlier one already says. */
  contradiction: { argument: string; given: string; named: string };
  /** A rate or another figure that is no level, where levels are computed with. */
  notLevels: { argument: string; transformation: string };
  /** An indicator that needs a metal, in a function without an argument for it. */
  needsItem: { argument: string; indicator: string };
  /** A range of several cells where one value belongs. */
  oneValue: { argument: string; usage?: string };
  /** Two ranges that lie the same way and have to cross. */
  parallel: { argument: string; other: string };
  notPeriod: { argument: string; given: string; hint: PeriodHint };
  notDate: { argument: string; given: string; releases: readonly string[] };
  notDay: { argument: string; given: string };
  /** A date cell of a workbook of which Excel has not said whether its dates count from 1900 or 1904. */
  unknownDates: { argument: string; given: string };
  /** `mt` and `MT`: mega or metric; `tons`: metric, short or long; a scale without a currency. */
  ambiguousUnit: { argument: string; unit: string; valid: readonly string[] };
  /** Two periods that cannot be compared: a year with a month, or one with itself. */
  notComparable: { argument: string; period: string; other: string };
  /** A range of several rows and columns where a row or a column belongs. */
  notLine: { argument: string };
  /** A unit of another kind than the figure. */
  wrongUnit: { argument: string; unit: string; of: string; valid: readonly string[] };
  /** A word that is valid, but not with this function or indicator. */
  notOffered: { argument: string; word: string; valid: readonly string[] };
  /** An argument that a prebuilt table has no use for. */
  notTaken: { argument: string };
  /** A span that runs backwards. */
  backwards: { argument: string; from: string; to: string };
  /** The dataset states that there is no figure, and why. */
  absent: { subject: Ask; period: string; periods: readonly string[]; reason: string; source: string; note: string };
  /** What a country trades with itself. */
  ownTrade: { subject: Ask };
  /** A figure in a currency for which no rate of the period is held. */
  noRate: { subject: Ask; period: string; currency: string };
  /** No figure for the period; these periods have one. */
  noFigure: { subject: Ask; period: string; periods: readonly string[] };
  /** No document held from before the as-of date prints it; `source` is the one that does first, known from the day `first`. */
  notYetKnown: { subject: Ask; period: string; day: string; first: string; source: string };
  /** No series at all; these words would have one. */
  noSeries: { subject: Ask; argument: string; offered: readonly string[] };
  /** A total of which no part is held on its basis; these bases have parts. */
  noParts: { subject: Ask; period: string; bases: readonly string[] };
  /** A series that a data release does not have. */
  notInRelease: { series: string; release: string };
  /** The workbook stands on a data release that this data does not reach, or that an organisation made and published at `address`; `isPart` where ours has an answer and theirs may be another. */
  unknownRelease: { release: string; newest: string; address?: string | undefined; isPart?: boolean };
  /** Only another basis, measure, item or stage, or the other side of the flow, has it. `near`: other goods of the metal that the asked basis has. */
  elsewhere: {
    subject: Ask;
    period: string;
    periods: readonly string[];
    what: ElsewhereKind;
    where: readonly string[];
    series: string;
    near: readonly string[];
  };
  /** Needs two figures of which one is missing; on the basis of the other these periods have one. */
  incomplete: { subject: Ask; period: string; missing: string; periods?: readonly string[] };
  /** A number that does not exist: growth from nothing, a root of a negative number. */
  impossible: { subject: Ask; period: string; why: "zeroBase" | "signChange" | "zeroTotal" };
  /** A spill with nothing in it. */
  nothing: { what: string };
  /** A search to which no series has all the words: nothing is called so, it is not held, or nothing has it with the rest. `rest` is a search that finds series. */
  notFound: {
    unknown: readonly string[];
    notHeld: readonly NotHeld[];
    missing: readonly string[];
    rest: string;
    tables: readonly string[];
    events: readonly { readonly type: string; readonly item: string }[];
  };
  /** A spill above the cap of cells. */
  tooLarge: { cells: number; cap: number };
  /** A result beyond the numbers a cell can hold. */
  overflow: Record<string, never>;
  /** A fault of ours: said plainly, never shown as a figure. */
  unexpected: { detail: string };
}

export type RefusalKind = keyof RefusalData;
export type PeriodHint =
  | "form"
  | "compactMonth"
  | "number"
  | "order"
  | "span"
  | "years"
  | "moving"
  | "fiscal"
  | "part"
  | "shortYear"
  | "dayOrMonth"
  | "language";
export type ElsewhereKind = "basis" | "item" | "stage" | "measure" | "side" | "transformation" | "id";

/** Where the world or the data has no answer; every other refusal is about what was typed. */
const CODES: Readonly<Partial<Record<RefusalKind, ErrorCode>>> = {
  unknownDates: "#N/A",
  absent: "#N/A",
  ownTrade: "#N/A",
  noRate: "#N/A",
  noFigure: "#N/A",
  notYetKnown: "#N/A",
  noSeries: "#N/A",
  elsewhere: "#N/A",
  notInRelease: "#N/A",
  noParts: "#N/A",
  unknownRelease: "#N/A",
  incomplete: "#N/A",
  nothing: "#N/A",
  notFound: "#N/A",
  impossible: "#NUM!",
  overflow: "#NUM!",
};

/** An error as far as others can tell, but for the constructor: the engine's own notes where it was called. */
const Unplaced = function (this: Error, message: string) {
  this.message = message;
} as unknown as new (message: string) => Error;
Unplaced.prototype = Object.create(Error.prototype) as Error;

/**
 * An error that is an answer: people ask for figures that nobody has as often as for others. Where it was thrown is of no
 * interest, and to find that out costs an engine more than the answer itself.
 */
export class Untraced extends Unplaced {}

/** A question that has no answer. Carries facts, not words: `functions/messages` has the words of each language. */
export class Refusal<K extends RefusalKind = RefusalKind> extends Untraced {
  override readonly name = "Refusal";

  constructor(
    readonly kind: K,
    readonly data: RefusalData[K],
  ) {
    super(kind);
  }

  get code(): ErrorCode {
    return CODES[this.kind] ?? "#VALUE!";
  }
}

export function refuse<K extends RefusalKind>(kind: K, data: RefusalData[K]): never {
  throw new Refusal(kind, data);
}

/** Refuses a word that no list has. What is nearest is looked for when somebody reads it: most such refusals only rule a reading out. */
export function refuseWord(argument: string, word: string, nearest: () => readonly string[], kind?: string): never {
  let found: readonly string[] | undefined;
  return refuse("unknownWord", {
    argument,
    word,
    get nearest() {
      return (found ??= nearest());
    },
    ...(kind === undefined ? {} : { kind }),
  });
}

/** What was found; a refusal is thrown. */
export function orThrow<T>(found: T | Refusal): T {
  if (found instanceof Refusal) throw found;
  return found;
}

/** What some work comes to: its result, or the refusal. */
export function orRefusal<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
