/** A rectangle of cells on one sheet. `sheet` is the sheet's id, never its name. */
export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}
/** A1 addresses and rectangles. Rows and columns count from 0. */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export type Rectangle = Omit<Area, "sheet">;

const CELL = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i;
const COLUMN = /^\$?([A-Z]{1,3})$/i;
const ROW = /^\$?([1-9]\d{0,6})$/;
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const high = Math.floor(column / 26) - 1;
  return (high >= 0 ? columnLetters(high) : "") + String.fromCharCode(65 + (column % 26));
}

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

type Corner = { readonly row: number | null; readonly column: number | null };

function corner(text: string): Corner | null {
  const cell = CELL.exec(text);
  if (cell) return { row: Number(cell[2]) - 1, column: columnIndex(cell[1]!) };
  const column = COLUMN.exec(text);
  if (column) return { row: null, column: columnIndex(column[1]!) };
  const row = ROW.exec(text);
  return row ? { row: Number(row[1]) - 1, column: null } : null;
}

function span(a: number | null, b: number | null, limit: number): [start: number, count: number] | null {
  if ((a === null) !== (b === null)) return null;
  const [from, to] = a === null || b === null ? [0, limit - 1] : [Math.min(a, b), Math.max(a, b)];
  return to < limit ? [from, to - from + 1] : null;
}

/** Reads `A1`, `$A$1:B2`, `A:C` or `3:5`; null when it is not an address on a sheet. */
export function parseRectangle(text: string): Rectangle | null {
  const parts = text.trim().split(":");
  if (parts.length > 2) return null;
  const [first, last] = [corner(parts[0]!), corner(parts[parts.length - 1]!)];
  if (!first || !last) return null;
  if (parts.length === 1 && (first.row === null || first.column === null)) return null;
  const rows = span(first.row, last.row, MAX_ROWS);
  const columns = span(first.column, last.column, MAX_COLUMNS);
  return rows && columns && { row: rows[0], rowCount: rows[1], column: columns[0], columnCount: columns[1] };
}

/** Splits `'My sheet'!A1` into the sheet's name and the rest; the name is null when there is none. */
export function splitSheet(text: string): [sheetName: string | null, rest: string] {
  const bang = text.lastIndexOf("!");
  if (bang < 0) return [null, text];
  const name = text.slice(0, bang).trim();
  return [
    name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name,
    text.slice(bang + 1),
  ];
}

/** `B2:C3`; whole columns and rows as `B:C` and `2:3`. `absolute` puts the dollar signs of a defined name. */
export function rectangleAddress(area: Rectangle, absolute = false): string {
  const mark = absolute ? "$" : "";
  const [left, right] = [area.column, area.column + area.columnCount - 1].map((column) => mark + columnLetters(column));
  const [top, bottom] = [area.row, area.row + area.rowCount - 1].map((row) => `${mark}${row + 1}`);
  if (area.rowCount === MAX_ROWS) return `${left}:${right}`;
  if (area.columnCount === MAX_COLUMNS) return `${top}:${bottom}`;
  const first = `${left}${top}`;
  return area.rowCount === 1 && area.columnCount === 1 ? first : `${first}:${right}${bottom}`;
}

/** A sheet's name as it stands before the exclamation mark. */
export function quoteSheetName(name: string): string {
  return PLAIN_NAME.test(name) && !corner(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** True for whole columns and rows, whose cells Excel neither reads nor writes one by one. */
export function isUnbounded(area: Rectangle): boolean {
  return area.rowCount === MAX_ROWS || area.columnCount === MAX_COLUMNS;
}

/** The overlap of two areas, if there is one. */
export function intersection(a: Area, b: Area): Area | null {
  if (a.sheet !== b.sheet) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rowCount = Math.min(a.row + a.rowCount, b.row + b.rowCount) - row;
  const columnCount = Math.min(a.column + a.columnCount, b.column + b.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { sheet: a.sheet, row, column, rowCount, columnCount } : null;
}

/** Whether `inner` lies in `outer` as a whole. */
export function contains(outer: Area, inner: Area): boolean {
  const common = intersection(outer, inner);
  return common !== null && common.rowCount === inner.rowCount && common.columnCount === inner.columnCount;
}

/** What of an area lies outside another, in up to four pieces. */
export function outside(area: Area, hole: Area): Area[] {
  const common = intersection(area, hole);
  if (!common) return [area];
  const beside = { ...area, row: common.row, rowCount: common.rowCount };
  const [bottom, right] = [common.row + common.rowCount, common.column + common.columnCount];
  const pieces: Area[] = [
    { ...area, rowCount: common.row - area.row },
    { ...area, row: bottom, rowCount: area.row + area.rowCount - bottom },
    { ...beside, columnCount: common.column - area.column },
    { ...beside, column: right, columnCount: area.column + area.columnCount - right },
  ];
  return pieces.filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0);
}

/** The smallest rectangle around both. */
export function bounding<T extends Rectangle>(a: T, b: Rectangle): T {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    ...a,
    row,
    column,
    rowCount: Math.max(a.row + a.rowCount, b.row + b.rowCount) - row,
    columnCount: Math.max(a.column + a.columnCount, b.column + b.columnCount) - column,
  };
}

/** Whether the rectangle lies on a sheet of Excel's size. */
export function onSheet(area: Rectangle): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rowCount > 0 &&
    area.columnCount > 0 &&
    area.row + area.rowCount <= MAX_ROWS &&
    area.column + area.columnCount <= MAX_COLUMNS
  );
}
