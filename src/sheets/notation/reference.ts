import { SHEET_COLUMNS, SHEET_ROWS, type Rectangle } from "./place";

export type { Rectangle };

/** The smallest rectangle that holds all of these; undefined where there is none. */
export function around([first, ...more]: readonly Rectangle[]): Rectangle | undefined {
  return (
    first &&
    more.reduce((whole, one) => {
      const [row, column] = [Math.min(whole.row, one.row), Math.min(whole.column, one.column)];
      const end = Math.max(whole.row + whole.rows, one.row + one.rows);
      const side = Math.max(whole.column + whole.columns, one.column + one.columns);
      return { row, column, rows: end - row, columns: side - column };
    }, first)
  );
}

export function covers({ row, column, rows, columns }: Rectangle, r: number, c: number): boolean {
  return row <= r && r < row + rows && column <= c && c < column + columns;
}

export type ReferenceKind = "cell" | "column" | "row";

const PART = /^(?:\$?([A-Z]{1,3}))?(?:\$?([1-9]\d{0,6}))?$/i;

interface Part {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

/** What a word without a sheet can refer to: one cell, or one end of a range of columns or rows; undefined when it is a name. */
export function referenceKind(word: string): ReferenceKind | undefined {
  const part = readPart(word);
  if (!part) return undefined;
  if (part.row === undefined) return "column";
  return part.column === undefined ? "row" : "cell";
}

/** The cells of `B3`, `$A$1:B2`, `A:C` or `3:5`; undefined when it is no reference. */
export function rectangleOf(reference: string): Rectangle | undefined {
  const [from, to, ...more] = reference.split(":").map(readPart);
  if (!from || more.length > 0) return undefined;
  if (!reference.includes(":"))
    return isCell(from) ? { row: from.row, column: from.column, rows: 1, columns: 1 } : undefined;
  if (!to) return undefined;
  const rows = span(from.row, to.row, SHEET_ROWS);
  const columns = span(from.column, to.column, SHEET_COLUMNS);
  return rows && columns && { row: rows.first, rows: rows.count, column: columns.first, columns: columns.count };
}

function isCell(part: Part): part is { readonly row: number; readonly column: number } {
  return part.row !== undefined && part.column !== undefined;
}

/** Whether a reference means the same cells wherever its formula stands. */
export function isAbsolute(reference: string): boolean {
  return reference.split(":").every((part) => /^(?:\$[A-Z]+\$\d+|\$[A-Z]+|\$\d+)$/i.test(part));
}

/** Splits what stands before the last exclamation mark from a word: the sheet as Excel lists it, without quotation marks. */
export function splitSheet(word: string): { readonly sheet: string | undefined; readonly rest: string } {
  const bang = word.lastIndexOf("!");
  if (bang < 0) return { sheet: undefined, rest: word };
  const sheet = word.slice(0, bang);
  const isQuoted = sheet.startsWith("'") && sheet.endsWith("'") && sheet.length > 1;
  return { sheet: isQuoted ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, rest: word.slice(bang + 1) };
}

function readPart(text: string): Part | undefined {
  const [, letters = "", digits = ""] = PART.exec(text) ?? [];
  const column = letters === "" ? undefined : columnNumber(letters);
  const row = digits === "" ? undefined : Number(digits) - 1;
  if (column === undefined && row === undefined) return undefined;
  if (column !== undefined && column >= SHEET_COLUMNS) return undefined;
  if (row !== undefined && row >= SHEET_ROWS) return undefined;
  return { row, column };
}

/** A → 0, AA → 26. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function span(a: number | undefined, b: number | undefined, limit: number) {
  if (a === undefined && b === undefined) return { first: 0, count: limit };
  if (a === undefined || b === undefined) return undefined;
  return { first: Math.min(a, b), count: Math.abs(a - b) + 1 };
}
