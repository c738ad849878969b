/** What the classes of the object model share: the workbook behind them and the makers of each other's objects. */
import {
  MAX_COLUMNS,
  MAX_ROWS,
  isUnbounded,
  onSheet,
  parseRectangle,
  quoteSheetName,
  rectangleAddress,
  splitSheet,
  type Area,
} from "../a1";
import { accessDenied, found, invalidArgument } from "../host-error";
import type { HostLocale } from "../host-locale";
import { isHostObject, type HostClass, type HostObject } from "../host-object";
import type { DefinedName, Sheet, Workbook } from "../workbook-model";
import type { EventRegistrations } from "./events";

export interface RangeState {
  readonly model: ObjectModel;
  readonly area: Area;
}

/** What the workbook has by an id: a sheet, a table, a chart … */
export interface ItemState {
  readonly model: ObjectModel;
  readonly id: string;
}

export interface ObjectModel {
  readonly workbook: Workbook;
  readonly events: EventRegistrations;
  readonly locale: HostLocale;
  range(area: Area): HostObject;
  worksheet(id: string): HostObject;
  table(id: string): HostObject;
  namedItem(name: DefinedName): HostObject;
  /** `scope`: a sheet's id, or null for the workbook's own names. */
  names(scope: string | null): HostObject;
  /** `sheet`: only the tables of that sheet, or null for all. */
  tables(sheet: string | null): HostObject;
}

export const sheetOf = (model: ObjectModel, id: string): Sheet => found(model.workbook.sheets.get(id));

/** `Sheet1!A1:B2` */
export function addressOf(model: ObjectModel, area: Area, absolute = false): string {
  return `${quoteSheetName(sheetOf(model, area.sheet).name)}!${rectangleAddress(area, absolute)}`;
}

export const wholeSheet = (sheet: string): Area => ({
  sheet,
  row: 0,
  column: 0,
  rowCount: MAX_ROWS,
  columnCount: MAX_COLUMNS,
});

/** The area when it lies on the sheet, else InvalidArgument. */
export function checkedArea(area: Area): Area {
  if (!onSheet(area)) throw invalidArgument();
  return area;
}

/** The cells a name stands for; undefined when it stands for another formula or does not exist. */
function namedArea(model: ObjectModel, name: string, sheet: string | null): Area | undefined {
  const { names, tables } = model.workbook;
  const defined = (sheet === null ? undefined : names.get(name, sheet)) ?? names.get(name, null);
  return typeof defined?.refersTo === "object" ? defined.refersTo : tables.get(name)?.area;
}

/** Reads an address or a name, seen from `sheet`; null stands for no sheet, where the address must name one. */
export function areaFrom(model: ObjectModel, text: string, sheet: string | null): Area {
  const { sheet: name, rest } = splitSheet(text.replace(/^=/, ""));
  const on = name === undefined ? sheet : model.workbook.sheets.named(name)?.id;
  const rectangle = parseRectangle(rest);
  if (rectangle && on) return { sheet: on, ...rectangle };
  return found(rectangle ? undefined : namedArea(model, rest, on ?? null), invalidArgument);
}

/** A range given as argument: the object itself, or its address or name, seen from `sheet`. `range` is the ranges' class. */
export function areaArgument(
  range: HostClass<RangeState>,
  model: ObjectModel,
  value: unknown,
  sheet: string | null,
): Area {
  return isHostObject(value) ? found(value.as(range), invalidArgument).area : areaFrom(model, asText(value), sheet);
}

/** Excel refuses to change the cells of a protected sheet, and to read or write whole rows and columns cell by cell. */
export function assertWritable(model: ObjectModel, area: Area): void {
  if (sheetOf(model, area.sheet).isProtected) throw accessDenied();
}

export function assertBounded(area: Area): void {
  if (isUnbounded(area)) throw invalidArgument();
}

export const asText = (value: unknown): string => {
  if (typeof value !== "string" || value === "") throw invalidArgument();
  return value;
};

export const asCount = (value: unknown): number => {
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument();
  return value;
};

export const asBoolean = (value: unknown): boolean => {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
};

/** One of Excel's words. */
export function asWord<Word extends string>(words: readonly Word[], value: unknown): Word {
  return found(
    words.find((word) => word === value),
    invalidArgument,
  );
}
