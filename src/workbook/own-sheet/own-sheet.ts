import { cellsOn, placeOf, rangeAt } from "../ranges";
import type { Rectangle } from "../../sheets/notation/reference";
import type { Place } from "../../sheets/notation/place";
import { layOut, type SheetContent, cellEntry, type Layout, type SheetCell } from "../../sheets/own-sheet/content";
import { freeSheetName } from "../../sheets/own-sheet/sheet-name";
import { guarded, maybeHalfway } from "../../sheets/workbook-error";
import { runAsOneStep } from "../one-step";
import {
  type OwnSheetKey,
  type OwnSheet,
  KEYS,
  type OwnSheetPlan,
  areaOf,
  holdsOthers,
  refusalOf,
  type SheetRefusal,
} from "../../sheets/own-sheet/plan";
import { enterNow, hidesRows } from "../write/enter";
import { packed } from "../../sheets/scan";

const nameOf = (key: OwnSheetKey) => `_orebooksheet_${key}`;

/** The sheet of this kind, if the workbook has it. One round trip, two when it has. */
export async function findOwnSheet(context: Excel.RequestContext, key: OwnSheetKey): Promise<OwnSheet | undefined> {
  const range = context.workbook.names.getItemOrNullObject(nameOf(key)).getRangeOrNullObject();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (range.isNullObject) return undefined;
  const { worksheet } = range;
  worksheet.load("id,name");
  worksheet.protection.load("protected");
  await context.sync();
  return { place: placeOf(range, worksheet), isProtected: worksheet.protection.protected };
}

/** Whether a sheet is one of these. */
export async function isOwnSheet(context: Excel.RequestContext, sheetId: string): Promise<boolean> {
  for (const key of KEYS) if ((await findOwnSheet(context, key))?.place.sheetId === sheetId) return true;
  return false;
}

/** Looks at what writing a sheet would meet. Writes nothing. */
export async function planOwnSheet(
  context: Excel.RequestContext,
  key: OwnSheetKey,
  wanted: string,
  content: SheetContent,
): Promise<OwnSheetPlan> {
  const layout = layOut(content);
  const found = await findOwnSheet(context, key);
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  context.workbook.protection.load("protected");
  const values = found && areaOf(layout, found) && rangeAt(context, { ...found.place, ...areaOf(layout, found) });
  values?.load("values");
  await context.sync();
  const isShared = values !== undefined && holdsOthers(values.values, areaOf(layout, found!), found!.place);
  const sheet = isShared ? undefined : found;
  const name =
    sheet?.place.sheet ??
    freeSheetName(
      wanted,
      worksheets.items.map((item) => item.name),
    );
  return {
    key,
    layout,
    sheet,
    name,
    leftBehind: isShared ? found!.place.sheet : undefined,
    refusal: refusalOf(sheet, context.workbook.protection.protected),
  };
}

/**
 * Writes what was planned, over what was there, and takes away last what is left of it: wherever the connection breaks,
 * rows that stay are on the sheet, and the sheet is known as Orebook's. Takes effect with the caller's next round trip at
 * the latest.
 */
export async function writeOwnSheet(context: Excel.RequestContext, plan: OwnSheetPlan, look?: Look): Promise<Place> {
  const { layout, sheet, name, key } = plan;
  const { worksheets, names } = context.workbook;
  const known = names.getItemOrNullObject(nameOf(key));
  known.load("name");
  await context.sync();
  const worksheet = sheet ? worksheets.getItem(sheet.place.sheetId) : worksheets.add(name);
  worksheet.load("id");
  const area = sheet
    ? areaOf(layout, sheet)
    : { row: 0, column: 0, rows: layout.cells.length, columns: layout.widths.length };
  const all = {
    ...area,
    rows: Math.max(area.rows, sheet?.place.rows ?? 0),
    columns: Math.max(area.columns, sheet?.place.columns ?? 0),
  };
  const cells = (part: Rectangle) => cellsOn(worksheet, part);
  if (!known.isNullObject) known.delete();
  names.add(nameOf(key), cells(all)).visible = false;
  if (sheet) cells(all).clear("Formats");
  await context.sync();
  const place: Place = { sheetId: worksheet.id, sheet: name, ...area };
  await writeCellsOf(context, layout, place, look);
  if (all.rows > area.rows) cells({ ...all, row: area.row + area.rows, rows: all.rows - area.rows }).clear();
  if (all.columns > area.columns)
    cells({ ...all, column: area.column + area.columns, columns: all.columns - area.columns }).clear();
  if (all.rows > area.rows || all.columns > area.columns) {
    names.getItem(nameOf(key)).delete();
    names.add(nameOf(key), cells(area)).visible = false;
  }
  await writeLooks(context, layout, place, sheet === undefined);
  return place;
}

/** Takes a sheet away. The workbook must have another visible one. */
export function deleteOwnSheet(context: Excel.RequestContext, key: OwnSheetKey, { place }: OwnSheet): void {
  context.workbook.names.getItem(nameOf(key)).delete();
  context.workbook.worksheets.getItem(place.sheetId).delete();
}

export type SheetExport =
  { readonly kind: "written"; readonly place: Place } | { readonly kind: "refused"; readonly refusal: SheetRefusal };

/** Writes a sheet anew in a step of its own. Rejects with a `WorkbookError`. */
export function exportSheet(key: OwnSheetKey, wanted: string, content: () => SheetContent): Promise<SheetExport> {
  return guarded(() =>
    runAsOneStep(async (context): Promise<SheetExport> => {
      const plan = await planOwnSheet(context, key, wanted, content());
      if (plan.refusal) return { kind: "refused", refusal: plan.refusal };
      return { kind: "written", place: await maybeHalfway(writeOwnSheet(context, plan)) };
    }),
  );
}

/** Of one request, which may have 5 MB. */
const CHARACTERS_PER_REQUEST = 1_000_000;

/** Points per character and of the margins of a cell, in Excel's usual font. */
const CHARACTER_POINTS = 5.25;
const MARGIN_POINTS = 6;

const HEADER_FILL = "#E8EDF2";
const TITLE_SIZE = 14;

/** Asks for something in the message that writes a sheet's cells, before it does; what it gives is called when that has arrived. */
type Look = () => () => void;

/** Writes a sheet's cells, from the first row on. */
async function writeCellsOf(context: Excel.RequestContext, layout: Layout, place: Place, look?: Look): Promise<void> {
  const part = partsOf(context, place);
  const all = part(0, 0, place.rows, place.columns);
  all.load("rowHidden");
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
async function writeLooks(context: Excel.RequestContext, layout: Layout, place: Place, isNew: boolean): Promise<void> {
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
function partsOf(
  context: Excel.RequestContext,
  place: Place,
): (row: number, column: number, rows: number, columns: number) => Excel.Range {
  const worksheet = context.workbook.worksheets.getItem(place.sheetId);
  return (row, column, rows, columns) =>
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
