/** Cells on a sheet, counted from 0. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The same with its sheet. */
export interface Place extends Rectangle {
  /** Excel's id of the sheet: stays the same when the sheet is renamed. */
  readonly sheetId: string;
  /** Its name when the place was read. */
  readonly sheet: string;
}

/** A cell of the workbook, counted from 0. */
export type CellPlace = Pick<Place, "sheetId" | "row" | "column">;

/** One text for each cell of a workbook, to look things up by. */
export function cellKey({ sheetId, row, column }: CellPlace): string {
  return `${sheetId} ${row} ${column}`;
}

export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** Names of sheets that a formula would take for cells, in one of Excel's two notations. */
const READS_AS_CELL = /^(?:[A-Z]{1,3}\d{1,7}|R\d*(?:C\d*)?|C\d*)$/i;

/** The address as people read it: `Sheet1!B3`, `'Q2 data'!B3:C9`. */
export function addressOf(place: Place): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(place.sheet) && !READS_AS_CELL.test(place.sheet);
  const sheet = isPlain ? place.sheet : `'${place.sheet.replaceAll("'", "''")}'`;
  return `${sheet}!${cellsOf(place)}`;
}

/** The address without its sheet: `B3`, `B3:C9`. */
export function cellsOf({ row, column, rows, columns }: Rectangle): string {
  const first = addressOfCell(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** The address of one cell without its sheet: `B3`. */
export function addressOfCell(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The address with every part fixed: `Sheet1!A1:C9` → `Sheet1!$A$1:$C$9`, whole rows and columns too. */
export function absolute(address: string): string {
  const bang = address.lastIndexOf("!") + 1;
  const fixed = address
    .slice(bang)
    .split(":")
    .map((part) => part.replaceAll("$", "").replace(/^(?=[A-Z])|(?=\d)(?<!\d)/gi, "$$"));
  return address.slice(0, bang) + fixed.join(":");
}

export function isOnSheet({ row, column, rows, columns }: Rectangle): boolean {
  return row >= 0 && column >= 0 && row + rows <= SHEET_ROWS && column + columns <= SHEET_COLUMNS;
}

export function samePlace(a: Place, b: Place): boolean {
  return (
    a.sheetId === b.sheetId && a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns
  );
}

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
