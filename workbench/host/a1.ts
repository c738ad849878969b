/** A1 addresses and rectangles. Rows and columns count from 0. */
import { columnLetters, SHEET_COLUMNS as MAX_COLUMNS, SHEET_ROWS as MAX_ROWS } from "../../src/sheets/notation/place";
import {
  rectangleOf,
  referenceKind,
  splitSheet,
  type Rectangle as FileRectangle,
} from "../../src/sheets/notation/reference";

export { MAX_COLUMNS, MAX_ROWS, columnLetters, splitSheet };

/** A rectangle of cells on one sheet. `sheet` is the sheet's id, never its name. */
export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export type Rectangle = Omit<Area, "sheet">;

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

/** One cell. */
export function cellArea(sheet: string, row: number, column: number): Area {
  return { sheet, row, column, rowCount: 1, columnCount: 1 };
}

/** Every cell of an area, row by row. */
export function mapArea<T>(area: Rectangle, one: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (__, column) => one(area.row + row, area.column + column)),
  );
}

/** Reads `A1`, `$A$1:B2`, `A:C` or `3:5` as Orebook does; null when it is not an address on a sheet. */
export function parseRectangle(text: string): Rectangle | null {
  const area = rectangleOf(text);
  return area ? fromFile(area) : null;
}

/** A rectangle as the add-in's own readers of files and addresses have it. */
export const fromFile = ({ row, column, rows, columns }: FileRectangle): Rectangle => ({
  row,
  column,
  rowCount: rows,
  columnCount: columns,
});

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
  return PLAIN_NAME.test(name) && !referenceKind(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** True for whole columns and rows, whose cells Excel neither reads nor writes one by one. */
export function isUnbounded(area: Rectangle): boolean {
  return area.rowCount === MAX_ROWS || area.columnCount === MAX_COLUMNS;
}

/** The overlap of two areas, if there is one. */
export function intersection(a: Area, b: Area): Area | null {
  if (a.sheet !== b.sheet) return null;
  const row = Math.max(a.row, b.row);
  const rowCount = Math.min(a.row + a.rowCount, b.row + b.rowCount) - row;
  if (rowCount <= 0) return null;
  const column = Math.max(a.column, b.column);
  const columnCount = Math.min(a.column + a.columnCount, b.column + b.columnCount) - column;
  return columnCount > 0 ? { sheet: a.sheet, row, column, rowCount, columnCount } : null;
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
