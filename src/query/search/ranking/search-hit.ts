import type { Event, Series, Source } from "../../../dataset/records";
import type { Computation } from "../search-words";

/** A series that a search finds. */
export interface SearchHit {
  readonly kind: "series";
  readonly series: Series;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
  /** The period that the search names, where the series has a figure for it. */
  readonly period: string | undefined;
}

/** What a search finds besides series. Events of one type are one hit, the best first. */
export type OtherHit = (
  | { readonly kind: "table"; readonly id: string }
  | { readonly kind: "help"; readonly id: string }
  | { readonly kind: "events"; readonly type: string; readonly events: readonly Event[] }
  | { readonly kind: "source"; readonly source: Source }
  | { readonly kind: "computed"; readonly how: Computation; readonly series: Series }
) & { readonly score: number };

/** Series that differ in who counts, what is measured, how often, or in being a level or a rate: one question in several forms. */
export interface QuestionHit {
  readonly kind: "question";
  /** The form that fits the search best. */
  readonly best: SearchHit;
  /** The other forms, what people ask for most first. */
  readonly variants: readonly Series[];
  readonly score: number;
}

/** A row of results. */
export type Hit = QuestionHit | OtherHit;

/** A prebuilt table, by the names it is found by. */
export interface SearchDocument {
  readonly kind: "table";
  readonly id: string;
  readonly names: readonly string[];
}

/** Goods that were asked for and are not in the data. */
export interface NotHeld {
  /** As typed. */
  readonly words: string;
  readonly good: string;
  /** The code list it is in: items without any series are not held either. */
  readonly list: "known_goods" | "items";
  /** The item whose series are shown instead; "" for none. */
  readonly nearest: string;
}

/** All that is found for a text. */
export interface Found {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  readonly others: readonly OtherHit[];
  /** Words that nothing is called by. */
  readonly unknown: readonly string[];
  readonly notHeld: readonly NotHeld[];
  /** Words that the best series has not, as typed, all of them where no series is found; what nothing is called by and goods not held are not among them. */
  readonly missing: readonly string[];
  /** Whether every word is matched by the best series. */
  readonly isWhole: boolean;
}
