/** What a sheet's text says beyond its cells' contents: sizes in pixels, merged cells, frozen panes. */
import type { IColumnData, IRowData } from "@univerjs/core";
import type { SheetText } from "../../src/package/cells/sheet-text";
import { attributesOf, elements, tagsOf } from "../../src/package/xml";
import { rectangleOf, type Rectangle } from "../../src/sheets/notation/reference";
import type { Frozen } from "../host/workbook-model";

/** Pixels of a character's width and of a point. */
const CHARACTER = 7;
const PADDING = 5;
const POINT = 4 / 3;

/** A height in points, and a width in characters, as files have them. */
export const points = (pixels: number): number => Math.round((pixels / POINT) * 100) / 100;
export const characters = (pixels: number): number => Math.round(((pixels - PADDING) / CHARACTER) * 100) / 100;

/** The cells of an area, row by row: `row column`. */
export function cellsOf({ row, column, rows, columns }: Rectangle): string[] {
  return Array.from({ length: rows * columns }, (_, i) => `${row + Math.floor(i / columns)} ${column + (i % columns)}`);
}

export function rowSizes(xml: string, { rows }: SheetText): Record<number, IRowData> {
  return Object.fromEntries(
    rows.flatMap(({ row, tag }): [number, IRowData][] => {
      const { ht, hidden } = attributesOf(xml, tag);
      const isHidden = hidden === "1" || hidden === "true";
      return ht === undefined && !isHidden
        ? []
        : [[row, { ...(ht !== undefined && { h: Number(ht) * POINT }), ...(isHidden && { hd: 1 }) }]];
    }),
  );
}

/** Columns beyond those that are shown are not counted out. */
const LAST_COLUMN = 255;

export function columnSizes(xml: string, end: number): Record<number, IColumnData> {
  const sizes: Record<number, IColumnData> = {};
  for (const tag of tagsOf(xml, 0, end)) {
    if (tag.name !== "col" || tag.kind === "close") continue;
    const { min = "1", max = "1", width, hidden } = attributesOf(xml, tag);
    for (let column = Number(min) - 1; column < Math.min(Number(max), LAST_COLUMN); column++)
      sizes[column] = {
        ...(width !== undefined && { w: Math.round(Number(width) * CHARACTER + PADDING) }),
        ...((hidden === "1" || hidden === "true") && { hd: 1 }),
      };
  }
  return sizes;
}

export function mergedIn(xml: string, from: number): Rectangle[] {
  return elements(xml, "mergeCell", from).flatMap(({ attributes: { ref = "" } }) => rectangleOf(ref) ?? []);
}

export function frozenIn(xml: string, end: number): Frozen {
  for (const tag of tagsOf(xml, 0, end)) {
    if (tag.name !== "pane") continue;
    const { xSplit = "0", ySplit = "0", state = "" } = attributesOf(xml, tag);
    return state.startsWith("frozen") ? { rows: Number(ySplit), columns: Number(xSplit) } : { rows: 0, columns: 0 };
  }
  return { rows: 0, columns: 0 };
}

export function isShown(xml: string, end: number, what: string): boolean {
  for (const tag of tagsOf(xml, 0, end))
    if (tag.name === "sheetView") return !["0", "false"].includes(attributesOf(xml, tag)[what] ?? "1");
  return true;
}
