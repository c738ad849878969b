import type { Place } from "../../sheets/notation/place";
import { cellEntry, type Layout, type SheetCell } from "../../sheets/own-sheet/content";
import { packed } from "../../sheets/scan";
import { enterNow, hidesRows } from "../write/enter";

/** Of one request, which may have 5 MB. */
const CHARACTERS_PER_REQUEST = 1_000_000;

/** Points per character and of the margins of a cell, in Excel's usual font. */
const CHARACTER_POINTS = 5.25;
const MARGIN_POINTS = 6;

const HEADER_FILL = "#E8EDF2";
const TITLE_SIZE = 14;

/** Asks for something in the message that writes a sheet's cells, before it does; what it gives is called when that has arrived. */
export type Look = () => () => void;

/** Writes a sheet's cells, from the first row on. */
export async function writeCells(
  context: Excel.RequestContext,
  layout: Layout,
  place: Place,
  look?: Look,
): Promise<void> {
  const part = partsOf(context, place);
  const all = part(0, 0, place.rows, place.columns).load("rowHidden");
  await context.sync();
  const rows = layout.cells.map((cells, row) => ({ cells: cells.map(cellEntry), row }));
  const heed = look?.();
  for (const group of packed(rows, ({ cells }) => lengthOf(cells), CHARACTERS_PER_REQUEST)) {
    const range = part(group[0]!.row, 0, group.length, place.columns);
    await enterNow(context, range, hidesRows(all), { entries: group.map(({ cells }) => cells) });
  }
  heed?.();
}

/** Gives a sheet its looks. What a person may have made otherwise since, widths and frozen rows, is set on a new sheet only. */
export async function writeLooks(
  context: Excel.RequestContext,
  layout: Layout,
  place: Place,
  isNew: boolean,
): Promise<void> {
  const part = partsOf(context, place);
  const title = part(layout.titleRow, 0, 1, 1).format.font;
  title.bold = true;
  title.size = TITLE_SIZE;
  for (const row of layout.headingRows) part(row, 0, 1, 1).format.font.bold = true;
  for (const { headerRow, rows: count, columns } of layout.tables) {
    const header = part(headerRow, 0, 1, columns.length).format;
    header.font.bold = true;
    header.fill.color = HEADER_FILL;
    header.wrapText = true;
    if (count > 0) readable(part(headerRow + 1, 0, count, columns.length).format);
    columns.forEach(({ format, isHidden }, column) => {
      if (isNew && isHidden) part(headerRow, column, 1, 1).columnHidden = true;
      const below = layout.cells.slice(headerRow + 1, headerRow + 1 + count).map((cells) => cells[column]!);
      if (isOfFigures(below)) part(headerRow, column, 1, 1).format.horizontalAlignment = "Right";
      if (format === undefined || count === 0) return;
      // A text needs none, and null leaves its format as it is.
      const formats = below.map((cell) => [typeof cell === "number" ? format : null]);
      part(headerRow + 1, column, count, 1).numberFormat = formats as string[][];
    });
  }
  const [table, second] = layout.tables;
  if (isNew && table && !second)
    context.workbook.worksheets.getItem(place.sheetId).freezePanes.freezeRows(place.row + table.headerRow + 1);
  if (isNew)
    layout.widths.forEach(
      (width, column) => (part(0, column, 1, 1).format.columnWidth = width * CHARACTER_POINTS + MARGIN_POINTS),
    );
  for (const { headerRow, rows: count, columns } of layout.tables)
    part(headerRow, 0, count + 1, columns.length).format.autofitRows();
  await context.sync();
}

/** Cells of a place, counted from its first one. */
function partsOf(context: Excel.RequestContext, place: Place) {
  const worksheet = context.workbook.worksheets.getItem(place.sheetId);
  return (row: number, column: number, rows: number, columns: number) =>
    worksheet.getRangeByIndexes(place.row + row, place.column + column, rows, columns);
}

/** Whether the header of a column stands to the right, above its figures: most of what it holds are some. */
function isOfFigures(cells: readonly SheetCell[]): boolean {
  const figures = cells.filter((cell) => typeof cell === "number").length;
  return figures > cells.filter((cell) => typeof cell === "string" && cell !== "").length;
}

/** Long texts run over several lines, and what belongs together begins at one height. */
function readable(format: Excel.RangeFormat): void {
  format.wrapText = true;
  format.verticalAlignment = "Top";
}

function lengthOf(cells: readonly unknown[]): number {
  return cells.reduce<number>((sum, cell) => sum + String(cell).length + 3, 0);
}
