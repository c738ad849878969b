import type { ChartPlan } from "./chart/plan";
import type { Culture } from "./culture";
import type { Session } from "../functions";
import type { Place } from "./place";
import type { TableInsertion, TableRequest } from "./refresh/tables/insert-table";
import type { Neighbour } from "./look-around";
import type { Value } from "./formula";
import type { SelectedCell } from "./selected-cell";

/** What goes into one cell: a number, a text that stays text, a formula in Excel's English notation, with its equals sign, or an error value. */
export type CellContent = number | string | { readonly formula: string } | { readonly error: string };

/** Something to insert. */
export interface Block {
  /** What is written, row by row. One formula that spills stands alone in the first cell of its `rows` × `columns`. */
  readonly content: readonly (readonly CellContent[])[];
  /** How far the block reaches once it is computed. */
  readonly rows: number;
  readonly columns: number;
  /** Number format of each column below the header rows, in Excel's en-US codes. */
  readonly formats: readonly string[];
  /** That of each row instead, where a row is of one kind and a column is not. */
  readonly rowFormats?: readonly string[] | undefined;
  /** Whether each column holds figures: its header then stands to the right, above them. */
  readonly figures?: readonly boolean[] | undefined;
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

export type Insertion =
  | {
      readonly kind: "inserted";
      readonly place: Place;
      /** Puts back what was there, unless the cells were changed since. */
      undo(): Promise<Undoing>;
    }
  /** Nothing was written: the place is not free. */
  | { readonly kind: "notFree"; readonly target: Target };

export type Undoing = "undone" | "changedSince";

/** What the pane can ask of the workbook. Every promise rejects with a `WorkbookError` and nothing else. */
export interface WorkbookPort {
  /** The active cell, as a place of one cell. */
  activeCell(): Promise<Place>;
  /** All cells selected. */
  selection(): Promise<Place>;
  /**
   * The first cell of an address as people type it (`B4`, `Sheet2!B4`, `'Q2 data'!$B$4`); without a sheet on the active
   * one. Undefined where the workbook has no such cell.
   */
  locate(address: string): Promise<Place | undefined>;
  /** What stands in cells as a formula on a sheet names them; undefined for those that the workbook does not have. */
  valuesOf(references: readonly string[], sheet: string): Promise<(Value | undefined)[]>;
  /** The filled cells to the left of a cell in its row and above it in its column, the nearest first. */
  neighbours(at: Place): Promise<Neighbour[]>;
  /** Tells when another cell is selected; the result ends it. */
  onSelectionChange(listener: () => void): () => void;
  /** The active cell with what its formula asks of Orebook. */
  selectedCell(): Promise<SelectedCell>;
  /** What stands where a block would go whose first cell is `at`. */
  inspect(block: Block, at: Place): Promise<Target>;
  /** Writes the block with `at` as its first cell; overwrites only when told to. */
  insert(block: Block, at: Place, overwrite: boolean): Promise<Insertion>;
  /** Writes a prebuilt table with its title and sources, and has the document remember how it was asked for. */
  insertTable(
    session: Session,
    request: TableRequest,
    at: Place,
    overwrite: boolean,
    withChart: boolean,
  ): Promise<TableInsertion>;
  /** How this user's Excel writes numbers and formulas. */
  culture(): Promise<Culture>;
}
