import type { Frequency } from "./period";

/** A code of a code list, with every other column of its list as text. */
export interface Code {
  readonly id: string;
  readonly label: string;
  readonly label_zh: string;
  readonly aliases: readonly string[];
  readonly [column: string]: string | readonly string[];
}

/** The dimensions that make up a series id. A dimension an indicator does not use is "". */
export const DIMENSIONS = [
  "item",
  "reporter",
  "partner",
  "stage",
  "group",
  "batch",
  "holder",
  "measure",
  "basis",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Series extends Readonly<Record<Dimension, string>> {
  /** Position in the dataset; also the order of series with equal rank. */
  readonly index: number;
  readonly id: string;
  readonly indicator: string;
  readonly freq: Frequency;
  /** `level`, or what was done to the level: `growth`, `implied`, `change` … */
  readonly transformation: string;
  /** Base unit of the series: the unit its values are in when no other is asked for. */
  readonly unit: string;
  /** Lowest answers first; undefined never answers unless asked for by id. */
  readonly rank: number | undefined;
  readonly lineage: string;
  /** Whether months may be added up to longer periods. */
  readonly additive: boolean;
  readonly definition: string;
  readonly label: string;
  readonly label_zh: string;
  readonly note: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly creator: string;
  readonly publisher: string;
  readonly published: string;
  readonly accessed: string;
  readonly url: string;
  readonly licence: string;
  readonly note: string;
}

/** What a family of series measures, in one sentence. */
export interface Definition {
  readonly id: string;
  readonly text: string;
  readonly text_zh: string;
  readonly hs: string;
  readonly hs_edition: string;
  readonly calendar: string;
  readonly note: string;
}

/** What a bare word means for an indicator. */
export interface DefaultMeaning {
  readonly indicator: string;
  readonly item: string;
  readonly stage: string;
  readonly measure: string;
  /** The basis that answers where none is named: of every measure, or of one (`weight=baci`). */
  readonly basis: string;
  readonly text: string;
  readonly text_zh: string;
}

/** A figure as printed, or as derived by us (then `formula` and `inputs` say how). */
export interface Observation {
  readonly series: Series;
  readonly period: string;
  /** Decimal text as printed. */
  readonly value: string;
  /** Unit as printed. */
  readonly unit: string;
  readonly relation: string;
  readonly status: string;
  readonly conf: string;
  readonly flag: string;
  readonly source: string;
  readonly locator: string;
  /** Further places that print the same figure. */
  readonly also: readonly Place[];
  /** Publication date as known, maybe partial. */
  readonly published: string;
  /** The ISO day from which an as-of date knows this figure. */
  readonly known: string;
  readonly added: string;
  readonly withdrawn: string;
  readonly note: string;
  readonly formula: string;
  readonly inputs: readonly Input[];
}

export interface Place {
  readonly source: string;
  readonly locator: string;
}

/** A named input of a derivation. */
export interface Input {
  readonly name: string;
  readonly series: string;
  readonly period: string;
}

/** A stated absence: why a question has no answer. */
export interface Absence {
  /** Series id in which any element may be `*`. */
  readonly series: string;
  /** Its elements. */
  readonly pattern: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly source: string;
  readonly locator: string;
  readonly published: string;
  readonly known: string;
  readonly added: string;
  readonly withdrawn: string;
  readonly note: string;
}

/** A dated statement without a series: a control, a deal, a standard, a target. */
export interface Event {
  readonly id: string;
  readonly type: string;
  readonly date: string;
  readonly items: readonly string[];
  /** Wider items of which it concerns a part: magnets, of which some bear dysprosium. The summary says which. */
  readonly items_in_part: readonly string[];
  readonly actors: string;
  readonly announcement: string;
  readonly destination: string;
  readonly announced: string;
  readonly due: string;
  readonly in_force: string;
  readonly until: string;
  readonly suspended_from: string;
  readonly suspended_to: string;
  readonly related: readonly string[];
  readonly figures: string;
  readonly summary: string;
  readonly summary_zh: string;
  readonly source: string;
  readonly locator: string;
  readonly also: readonly Place[];
  readonly published: string;
  readonly known: string;
  readonly added: string;
  readonly withdrawn: string;
  readonly note: string;
}

export interface DataRelease {
  readonly id: string;
  readonly date: string;
  readonly summary: string;
  readonly summary_zh: string;
}

/** What makes an observation itself: no two of a dataset have the same. */
export function observationKey({ series, period, known, added }: Observation): string {
  return [series.id, period, known, added].join(" ");
}

/** A row with the ordinals of the data releases that added and withdrew it. */
export interface Released<T> {
  readonly row: T;
  readonly added: number;
  readonly withdrawn: number;
}
