import { rangeAt } from "../ranges";
import { SHEET_COLUMNS, SHEET_ROWS, type Place } from "../../sheets/notation/place";

/**
 * Has Excel refuse everything that follows in the message unless a mark stands exactly where it was seen: no range reaches
 * beyond the edges of a sheet, and two ranges that share no cell have no intersection.
 */
export function requirePlace(
  context: Excel.RequestContext,
  mark: Excel.NamedItem,
  { sheetId, row, column, rows, columns }: Omit<Place, "sheet">,
): void {
  const range = mark.getRange();
  const [endRow, endColumn] = [row + rows, column + columns];
  const corner = (r: number, c: number) => rangeAt(context, { sheetId, row: r, column: c, rows: 1, columns: 1 });
  for (const one of [
    range.getIntersection(corner(row, column)),
    range.getIntersection(corner(endRow - 1, endColumn - 1)),
    range.getOffsetRange(-row, -column),
    range.getOffsetRange(SHEET_ROWS - endRow, SHEET_COLUMNS - endColumn),
  ])
    one.load("rowIndex");
}

/** Whether Excel refused a message because what is marked was moved meanwhile. */
export function isElsewhere(error: unknown): boolean {
  const { debugInfo } = (error ?? {}) as { debugInfo?: { errorLocation?: string } };
  return /getIntersection|getOffsetRange/.test(debugInfo?.errorLocation ?? "");
}
