import { areaOf, cellsOn } from "../ranges";
import { firstFreeOffset } from "../../sheets/insert/free-place";
import { cellsOf, isOnSheet, SHEET_ROWS, type Place } from "../../sheets/notation/place";
import { type Block, type Target, placeOf, spills } from "../../sheets/insert/block";
import { overlaps } from "../../sheets/scan";
import { WorkbookError } from "../../sheets/workbook-error";
import type { Rectangle } from "../../sheets/notation/reference";

/**
 * Asks for the merged cells that lie in a range or reach into it, with the caller's next round trip; what it gives makes
 * another one where there are any. Excel before ExcelApi 1.13 does not tell.
 */
function mergedIn(range: Excel.Range): (context: Excel.RequestContext) => Promise<Rectangle[]> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return () => Promise.resolve([]);
  const merged = range.getMergedAreasOrNullObject().load("areaCount");
  return async (context) => {
    if (merged.isNullObject) return [];
    merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    await context.sync();
    return merged.areas.items.map(areaOf);
  };
}

/** How far down a free place is looked for cell by cell; beyond it, only below everything in use. */
const LOOKED_ROWS = 2000;

/** Reads what stands where a block would go and, when it is not free, where the next free place is. Two round trips, three where cells are merged. */
export async function lookAt(context: Excel.RequestContext, block: Block, at: Place): Promise<Target> {
  const place = placeOf(block, at);
  if (!isOnSheet(place)) throw new WorkbookError("offSheet");
  const sheet = context.workbook.worksheets.getItem(at.sheetId);
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount");
  sheet.tables.load("items/name");
  sheet.load("name");
  await context.sync();

  const inUse = used.isNullObject ? 0 : Math.max(0, used.rowIndex + used.rowCount - place.row);
  const looked = Math.min(Math.max(place.rows, Math.min(inUse, LOOKED_ROWS)), SHEET_ROWS - place.row);
  const band = cellsOn(sheet, { ...place, rows: looked }).load("formulas,values");
  const tables = spills(block)
    ? sheet.tables.items.map((table) => ({ name: table.name, range: table.getRange() }))
    : [];
  for (const { range } of tables) range.load("rowIndex,columnIndex,rowCount,columnCount");
  const mergesIn = mergedIn(band);
  await context.sync();

  const { formulas, values } = band;
  const isFilled = (row: number, column: number) => formulas[row]?.[column] !== "" || values[row]?.[column] !== "";
  const beside = tables.filter(
    ({ range }) =>
      range.columnIndex < place.column + place.columns && place.column < range.columnIndex + range.columnCount,
  );
  const merges = await mergesIn(context);
  const obstacles = merges.filter(
    (merge) => !(place.rows === 1 && place.columns === 1 && merge.row === place.row && merge.column === place.column),
  );
  const merged = obstacles.find((merge) => overlaps(merge, place));
  const closed = [
    ...obstacles.map(({ row, rows }) => ({ name: undefined, start: row - place.row, end: row + rows - place.row })),
    ...beside.map(({ name, range }) => ({
      name,
      start: range.rowIndex - place.row,
      end: range.rowIndex + range.rowCount - place.row,
    })),
  ];
  const filledInRow = Array.from(
    { length: looked },
    (_, row) => Array.from({ length: place.columns }, (__, column) => isFilled(row, column)).filter(Boolean).length,
  );
  const filled = filledInRow.slice(0, place.rows).reduce((sum, count) => sum + count, 0);
  const table = closed.find(({ name, start, end }) => name !== undefined && start < place.rows && end > 0)?.name;
  const named = { ...place, sheet: sheet.name };
  const seen = { place: named, filled, table, merged: merged && cellsOf(merged) };
  if (filled === 0 && table === undefined && merged === undefined) return { ...seen, nextFree: undefined };
  const offset = firstFreeOffset({ filled: filledInRow.map((count) => count > 0), inUse, closed }, place.rows);
  const next = { ...named, row: place.row + offset };
  return { ...seen, nextFree: isOnSheet(next) ? next : undefined };
}
