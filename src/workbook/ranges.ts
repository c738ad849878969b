import type { Place } from "../sheets/notation/place";
import type { Rectangle } from "../sheets/notation/reference";

/** The cells of a sheet that is known by its id. */
export function rangeAt(context: Excel.RequestContext, { sheetId, ...area }: Omit<Place, "sheet">): Excel.Range {
  return cellsOn(context.workbook.worksheets.getItem(sheetId), area);
}

export function cellsOn(sheet: Excel.Worksheet, { row, column, rows, columns }: Rectangle): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/** Where a range is on its sheet, once its four numbers are loaded. */
export function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Rectangle {
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}

/** The selected cells. One round trip. */
export function selectedPlace(context: Excel.RequestContext): Promise<Place> {
  return readPlace(context, context.workbook.getSelectedRange());
}

/** Where a range is. One round trip. */
export async function readPlace(context: Excel.RequestContext, range: Excel.Range): Promise<Place> {
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  const worksheet = range.worksheet.load("id,name");
  await context.sync();
  return placeOf(range, worksheet);
}

/** The same with its sheet, of which `id` and `name` are loaded. */
export function placeOf(range: Excel.Range, { id, name }: Excel.Worksheet): Place {
  return { sheetId: id, sheet: name, ...areaOf(range) };
}
