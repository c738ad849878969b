import type { Culture } from "../sheets/notation/culture";
import type { Session } from "../functions";
import type { Place } from "../sheets/notation/place";
import type { TableInsertion } from "./insert/insert-table";
import type { TableRequest } from "../sheets/tables/block";
import type { Neighbour } from "./cell/look-around";
import type { Value } from "../sheets/formula";
import type { SelectedCell } from "./cell/selected-cell";
import type { Target, Block } from "../sheets/insert/block";
import type { Insertion } from "./insert/insert";

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
