import { cellsOn, placeOf, rangeAt } from "../ranges";
import type { Rectangle } from "../../sheets/notation/reference";
import type { Place } from "../../sheets/notation/place";
import { layOut, type SheetContent } from "../../sheets/own-sheet/content";
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
import { writeCells, writeLooks, type Look } from "./written";

const nameOf = (key: OwnSheetKey) => `_orebooksheet_${key}`;

/** The sheet of this kind, if the workbook has it. One round trip, two when it has. */
export async function findOwnSheet(context: Excel.RequestContext, key: OwnSheetKey): Promise<OwnSheet | undefined> {
  const range = context.workbook.names.getItemOrNullObject(nameOf(key)).getRangeOrNullObject();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (range.isNullObject) return undefined;
  const worksheet = range.worksheet.load("id,name");
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
  const taken = worksheets.items.map((item) => item.name);
  const name = sheet?.place.sheet ?? freeSheetName(wanted, taken);
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
  const known = names.getItemOrNullObject(nameOf(key)).load("name");
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
  await writeCells(context, layout, place, look);
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
