import { CellValueType, ObjectMatrix, type ICellData } from "@univerjs/core";
import { deserializeRangeWithSheet } from "@univerjs/engine-formula";
import { FormulaSyntaxError } from "../../src/sheets/formula";
import { isError, type Scalar } from "./cell";

/** Contents of cells by address: `{A1: "copper", B1: 2024}`. An error value may be written as its text. */
export type Cells = Readonly<Record<string, Scalar>>;

/** Rows and columns a sheet has even when no formula mentions them; a whole column has this many rows. */
const ROWS = 1000;
const COLUMNS = 100;

/** The most cells one reference may cover. */
const MAX_RANGE = 1_000_000;

const TYPES = { number: CellValueType.NUMBER, string: CellValueType.STRING, boolean: CellValueType.BOOLEAN };

/** Throws unless every key is the address of one cell. */
export function requireAddresses(cells: Cells): void {
  for (const address of Object.keys(cells)) {
    if (!/^[A-Z]{1,3}[1-9]\d{0,6}$/i.test(address)) throw new TypeError(`${address} is not the address of a cell`);
  }
}

/** A sheet with the given contents, large enough for the references. */
export function buildSheet(cells: Cells, references: readonly string[]) {
  const cellData = new ObjectMatrix<ICellData>({});
  let rowCount = ROWS;
  let columnCount = COLUMNS;
  const reach = (row: number, column: number) => {
    if (row >= rowCount) rowCount = row + 1;
    if (column >= columnCount) columnCount = column + 1;
  };
  for (const [address, value] of Object.entries(cells)) {
    const { startRow, startColumn } = range(address);
    reach(startRow, startColumn);
    const v = isError(value) ? value.error : value;
    if (v !== null) cellData.setValue(startRow, startColumn, { v, t: TYPES[typeof v as keyof typeof TYPES] });
  }
  const ranges = references.map(range);
  for (const { endRow, endColumn } of ranges) reach(endRow, endColumn);
  for (const [index, { startRow, endRow, startColumn, endColumn }] of ranges.entries()) {
    const size = span(startRow, endRow, rowCount) * span(startColumn, endColumn, columnCount);
    if (size > MAX_RANGE) throw new FormulaSyntaxError(`${references[index]} covers more than ${MAX_RANGE} cells`);
  }
  return { cellData, rowCount, columnCount, rowData: {}, columnData: {} };
}

function range(reference: string) {
  return deserializeRangeWithSheet(reference.toUpperCase()).range;
}

/** A whole row or column has no start and no end. */
function span(start: number, end: number, count: number): number {
  return Number.isNaN(start) || Number.isNaN(end) ? count : Math.abs(end - start) + 1;
}
