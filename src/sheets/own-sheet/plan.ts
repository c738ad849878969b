import { covers, type Rectangle } from "../notation/reference";
import type { Place } from "../notation/place";
import type { Layout } from "./content";

/** The sheets that Orebook writes. Each is found again by a hidden name, whatever the user calls it. */
export type OwnSheetKey = (typeof KEYS)[number];

export const KEYS = ["audit", "sources", "formulas", "changes"] as const;

/** Why a sheet cannot be written. */
export type SheetRefusal =
  | { readonly reason: "workbookProtected" }
  /** Its own sheet is protected. */
  | { readonly reason: "sheetProtected"; readonly sheet: string };

export interface OwnSheet {
  /** The cells that Orebook wrote. */
  readonly place: Place;
  readonly isProtected: boolean;
}

/** What there is and what stands in the way, looked at before anything is written. */
export interface OwnSheetPlan {
  readonly key: OwnSheetKey;
  readonly layout: Layout;
  /** The sheet to write again; undefined: a new one. */
  readonly sheet: OwnSheet | undefined;
  /** Name of the sheet to write. */
  readonly name: string;
  /** Name of an older sheet that stays as it is, because somebody else wrote there too. */
  readonly leftBehind: string | undefined;
  readonly refusal: SheetRefusal | undefined;
}

export function areaOf({ cells, widths }: Layout, { place }: OwnSheet): Rectangle {
  return { row: place.row, column: place.column, rows: cells.length, columns: widths.length };
}

export function refusalOf(sheet: OwnSheet | undefined, workbookProtected: boolean): SheetRefusal | undefined {
  if (!sheet) return workbookProtected ? { reason: "workbookProtected" } : undefined;
  return sheet.isProtected ? { reason: "sheetProtected", sheet: sheet.place.sheet } : undefined;
}

/** Whether anything stands where the sheet will reach and Orebook did not write. */
export function holdsOthers(values: readonly (readonly unknown[])[], area: Rectangle, own: Rectangle): boolean {
  return values.some((row, r) => row.some((value, c) => value !== "" && !covers(own, area.row + r, area.column + c)));
}
