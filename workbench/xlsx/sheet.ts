/** A sheet of a saved workbook as Univer has it. */
import type { ICellData, IStyleData, IWorksheetData } from "@univerjs/core";
import { SheetText } from "../../src/package/cells/sheet-text";
import type { SheetEntry } from "../../src/package/parts/workbook-part";
import { attributesOf } from "../../src/package/xml";
import type { SheetScan } from "../../src/sheets/scan";
import { rangeOf } from "../grid/area";
import { contentData } from "../grid/cell-data";
import { SHEET_SIZE } from "../grid/sheets";
import type { Frozen } from "../host/workbook-model";
import { cellsOf, columnSizes, frozenIn, isShown, mergedIn, rowSizes } from "./sheet-facts";
import { shown } from "./value";

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
    mergeData: mergedIn(xml, text.data.end).map((area) =>
      rangeOf({ ...area, rowCount: area.rows, columnCount: area.columns }),
    ),
    ...frozen(frozenIn(xml, text.data.start)),
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

function frozen({ rows, columns }: Frozen): Partial<IWorksheetData> {
  if (rows + columns === 0) return {};
  return { freeze: { xSplit: columns, ySplit: rows, startColumn: columns || -1, startRow: rows || -1 } };
}
