import type { Rectangle } from "../notation/reference";
import type { Scalar } from "../formula";
import type { SheetScan } from "../scan";
import { isFormulaContent, type Content } from "../write/content";
import type { TableLayout } from "./layout";

/** Whether cells show a table already. */
export function shows(sheet: SheetScan, area: Rectangle, { rows, columns }: TableLayout): boolean {
  if (area.rows !== rows.length || area.columns !== columns) return false;
  const there = signaturesIn(sheet, area);
  return rows.every(({ cells }, r) => cells.every((content, c) => signature(content) === there[r]![c]));
}

/** What a cell holds, as a table would have it. */
export function contentAt(sheet: SheetScan, row: number, column: number): Content {
  const formula = sheet.formula(row, column);
  return formula === undefined ? sheet.value(row, column) : { formula };
}

/** What the cells of an area hold, row by row. */
export function contentsIn(sheet: SheetScan, { row, column, rows, columns }: Rectangle): Content[][] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => contentAt(sheet, row + r, column + c)),
  );
}

export function signaturesIn(sheet: SheetScan, area: Rectangle): string[][] {
  return contentsIn(sheet, area).map((row) => row.map(signature));
}

/** The same text for contents that Excel keeps alike. */
export function signature(content: Content): string {
  if (isFormulaContent(content)) return `=${plainFormula(content.formula)}`;
  return JSON.stringify(plain(content));
}

/** Excel may write a formula a little differently from how it was entered. */
function plainFormula(formula: string): string {
  return formula.replaceAll(/[\s@]/g, "").toUpperCase();
}

/** An error is kept as its word. */
export function plain(content: Content): Exclude<Scalar, object> {
  if (typeof content !== "object" || content === null) return content;
  return "error" in content ? content.error : null;
}
