/** A sheet of a saved workbook as Univer has it. */
import type { ICellData, IColumnData, IRowData, IStyleData, IWorksheetData } from "@univerjs/core";
import { SheetText } from "../../src/package/cells/sheet-text";
import type { SheetEntry } from "../../src/package/parts/workbook-part";
import { attributesOf, elements, tagsOf } from "../../src/package/xml";
import { rectangleOf, type Rectangle } from "../../src/sheets/notation/reference";
import type { SheetScan } from "../../src/sheets/scan";
import { rangeOf } from "../grid/area";
import { contentData } from "../grid/cell-data";
import { SHEET_SIZE } from "../grid/sheets";
import { shown } from "./value";

/** Pixels of a character's width and of a point. */
const CHARACTER = 7;
const PADDING = 5;
const POINT = 4 / 3;
const ROOM = 50;

type Styled = (index: number) => IStyleData | undefined;

export function sheetData(scan: SheetScan, xml: string, style: Styled, entry: SheetEntry): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const text = new SheetText(xml);
  const covered = new Set(scan.spills.flatMap((area) => cellsOf(area).slice(1)));
  for (let index = 0; index < text.cellCount; index++) {
    const { row, column, tag } = text.cell(index);
    const s = style(Number(attributesOf(xml, tag)["s"] ?? 0));
    const content = covered.has(`${row} ${column}`) ? undefined : cellContent(scan, row, column);
    if (s || content) (cellData[row] ??= {})[column] = { ...content, ...(s && { s: structuredClone(s) }) };
  }
  const { rows = 0, columns = 0, row = 0, column = 0 } = scan.used ?? {};
  return {
    id: entry.id,
    name: entry.name,
    hidden: entry.visibility === "Visible" ? 0 : 1,
    rowCount: Math.max(SHEET_SIZE.rowCount, row + rows + ROOM),
    columnCount: Math.max(SHEET_SIZE.columnCount, column + columns + ROOM),
    cellData,
    rowData: rowSizes(xml, text),
    columnData: columnSizes(xml, text.data.start),
    mergeData: elements(xml, "mergeCell", text.data.end).flatMap(({ attributes: { ref = "" } }) => {
      const area = rectangleOf(ref);
      return area ? [rangeOf({ ...area, rowCount: area.rows, columnCount: area.columns })] : [];
    }),
    ...frozen(xml, text.data.start),
    ...(isShown(xml, text.data.start, "showGridLines") ? {} : { showGridlines: 0 }),
  };
}

/** What a cell holds by itself: what a formula elsewhere spills over it is kept beside the cells. */
function cellContent(scan: SheetScan, row: number, column: number): ICellData | undefined {
  const formula = scan.formula(row, column);
  const value = scan.value(row, column);
  if (formula === undefined && value === null) return undefined;
  const held = contentData(shown(value), "");
  return formula === undefined ? held : { ...held, f: formula };
}

/** The cells of an area, row by row: `row column`. */
export function cellsOf({ row, column, rows, columns }: Rectangle): string[] {
  return Array.from({ length: rows * columns }, (_, i) => `${row + Math.floor(i / columns)} ${column + (i % columns)}`);
}

function rowSizes(xml: string, { rows }: SheetText): Record<number, IRowData> {
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

function columnSizes(xml: string, end: number): Record<number, IColumnData> {
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

function frozen(xml: string, end: number): Partial<IWorksheetData> {
  for (const tag of tagsOf(xml, 0, end)) {
    if (tag.name !== "pane") continue;
    const { xSplit = "0", ySplit = "0", state = "" } = attributesOf(xml, tag);
    const [columns, rows] = [Number(xSplit), Number(ySplit)];
    if (!state.startsWith("frozen")) return {};
    return { freeze: { xSplit: columns, ySplit: rows, startColumn: columns || -1, startRow: rows || -1 } };
  }
  return {};
}

function isShown(xml: string, end: number, what: string): boolean {
  for (const tag of tagsOf(xml, 0, end))
    if (tag.name === "sheetView") return !["0", "false"].includes(attributesOf(xml, tag)[what] ?? "1");
  return true;
}
