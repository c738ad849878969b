import type { Event, Observation } from "../../dataset/records";
import type { Scalar } from "../formula";
import type { Place } from "../notation/place";
import type { Outcome } from "./trace";

/** What a reader should know of a figure before relying on it. */
export const TRAITS = ["error", "derived", "estimated", "bound", "revised"] as const;
export type Trait = (typeof TRAITS)[number];

/** `unrecognised`: Excel does not know the function (`#NAME?`), as after opening without the add-in. */
export type CellState = "calculated" | "notCalculated" | "unrecognised" | "error";

/** One call of one of Orebook's functions within a formula. */
export interface AuditedCall {
  readonly id: string;
  /** As it stands in the formula, or in the defined name that the formula uses. */
  readonly text: string;
  /** What it answers now; undefined where only Excel can tell its arguments. */
  readonly outcome: Outcome | undefined;
  readonly figures: readonly Observation[];
  readonly events: readonly Event[];
}

/** What is known of a call whose arguments only Excel can tell. */
export const UNTRACED = { outcome: undefined, figures: [], events: [] } as const;

/** One formula of the workbook that asks Orebook, or one table that Orebook inserted. */
export interface AuditEntry {
  readonly kind: "formula" | "table";
  /** The cells it fills. */
  readonly place: Place;
  /** "" for a table. */
  readonly formula: string;
  /** What its first cell shows. */
  readonly value: Scalar;
  readonly state: CellState;
  /** Every figure it rests on. */
  readonly figures: readonly Observation[];
  /** Every event it tells of. */
  readonly events: readonly Event[];
  /** What is asked, in words. */
  readonly question: string;
  /** What the figures are, or why there is none. */
  readonly status: string;
  /** Ids of the documents behind the figures, in the order they are first used. */
  readonly sources: readonly string[];
  /** ISO day from which the newest figure was known; "" when there is no figure. */
  readonly published: string;
  /** Of a table its cells with values of figures that are licensed to somebody alone. */
  readonly licensed?: readonly Place[];
  readonly traits: ReadonlySet<Trait>;
  /** The data release that gives its figures. */
  readonly release: string;
}
