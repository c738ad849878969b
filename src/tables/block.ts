import type { Source } from "../dataset/records";
import type { Refusal } from "../query/refusal";

/** A prebuilt table as it stands: everything a sheet needs to show it, and where every figure comes from. */
export interface TableBlock {
  readonly title: string;
  /** The first period it is of, where it runs over periods. */
  readonly from?: string | undefined;
  /** The line under the title: unit, basis, definition. */
  readonly unitLine: string;
  readonly header: readonly string[];
  /** The header without the bases that the notes tell; undefined where it is the same. */
  readonly names?: readonly string[] | undefined;
  /** One per column. */
  readonly kinds: readonly ColumnKind[];
  /** Of a table across the sheet: what each row is of. */
  readonly rowKinds?: readonly ColumnKind[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Rows that add up those above them. */
  readonly totals?: readonly number[] | undefined;
  /** The documents behind the figures, in the order they are first used. */
  readonly sources: readonly Source[];
  /** The same as one line of short references. */
  readonly sourceNote: string;
  /** What a reader must know: first of single figures, then of the table. */
  readonly notes: readonly string[];
}

export type ColumnKind =
  | { readonly kind: "text" }
  /** Years as numbers, other periods as text. */
  | { readonly kind: "period" }
  /** Numbers in a unit; without one, each row names its own. */
  | { readonly kind: "value"; readonly unit: string | undefined }
  /** Shares and rates of change: 0.059 is 5.9 %. */
  | { readonly kind: "fraction" }
  /** Numbers without a unit. */
  | { readonly kind: "index" };

export interface TableCell {
  /** "" is a blank; a refusal says why a figure is missing. */
  readonly value: number | string | Refusal;
  /** Unit of a number, where it has one. */
  readonly unit?: string | undefined;
  /** Formula that gives the same value, with its equals sign, in Excel's English notation. Every figure has one where a function can ask for it. */
  readonly formula?: string | undefined;
  readonly provenance: readonly Provenance[];
  /** The figure is at least, or at most, what it says. */
  readonly bound?: Bound | undefined;
  /** The number is a day: it stands for its month or quarter. */
  readonly isDate?: boolean;
}

export type Bound = "at-least" | "at-most";

/** What a cell rests on: figures of series, or an event. */
export type Provenance = { readonly series: string; readonly period: string } | { readonly event: string };
