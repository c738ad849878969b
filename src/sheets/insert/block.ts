import type { ChartPlan } from "../chart";
import type { Place } from "../notation/place";
import type { Look } from "./looks";

/** What goes into one cell: a number, a text that stays text, a formula in Excel's English notation, with its equals sign, or an error value. */
export type CellContent = number | string | { readonly formula: string } | { readonly error: string };

/** Something to insert. */
export interface Block {
  /** What is written, row by row. A formula that spills stands alone in the last row, and fills what is left of `rows` × `columns`. */
  readonly content: readonly (readonly CellContent[])[];
  /** How far the block reaches once it is computed. */
  readonly rows: number;
  readonly columns: number;
  /** Number format of each column below the header rows, in Excel's en-US codes. */
  readonly formats: readonly string[];
  /** That of each row instead, behind its name, where a row is of one kind and a column is not. */
  readonly rowFormats?: readonly string[] | undefined;
  /** That of each cell of figures instead, where they differ within a column. */
  readonly cellFormats?: readonly (readonly (string | undefined)[])[] | undefined;
  /** Whether each column holds figures: its header then stands to the right, above them. */
  readonly figures?: readonly boolean[] | undefined;
  /** How it is set off; undefined: as a title and headers usually are. */
  readonly looks?: readonly Look[] | undefined;
  /** How many header rows come first. */
  readonly headers: number;
  /** Characters of the longest entry of each column: a column that is too narrow is widened. */
  readonly widths: readonly number[];
  /** A chart of it, to be put where it covers nothing. */
  readonly chart?: ChartPlan | undefined;
}

/** What stands where a block would go. */
export interface Target {
  readonly place: Place;
  /** How many cells of it are filled. */
  readonly filled: number;
  /** A table that a spill would run into: Excel lets nothing spill inside a table. */
  readonly table: string | undefined;
  /** Merged cells that only partly belong to it, or would swallow what is written: they are never written into. */
  readonly merged: string | undefined;
  /** The nearest place below that is free, when this one is not. */
  readonly nextFree: Place | undefined;
}

/** The cells a block takes when its first cell is `at`. */
export function placeOf(block: Block, at: Place): Place {
  return { ...at, rows: block.rows, columns: block.columns };
}

/** Whether the block ends with one formula that fills more than its own cell. */
export function spills({ content, rows, columns }: Block): boolean {
  const last = content.at(-1);
  return last?.length === 1 && typeof last[0] === "object" && (rows > content.length || (columns > 1 && rows === 1));
}
