/** A workbook of Excel's, opened for the workbench. The file stays at hand: what is saved is an edit of it. */
import type { IWorkbookData, ICellData, IStyleData, IWorksheetData } from "@univerjs/core";
import { PackageFault, SavedWorkbook as ExcelFile } from "../../src/package";
import { readSettings, recordParts } from "../../src/package/parts/standing";
import { readWorkbookPart, type SheetEntry } from "../../src/package/parts/workbook-part";
import type { WorkbookScan, SheetScan } from "../../src/sheets/scan";
import { newGuid, NEW_TABLE } from "../host/assembled";
import { contentData } from "../grid/cell-data";
import type { SavedWorkbook } from "../grid/saved-workbook";
import { namesOf } from "./names";
import { readStyles } from "./styles";
import { unseenIn } from "./unseen";
import { shown } from "./value";
import { SheetText } from "../../src/package/cells/sheet-text";
import { attributesOf } from "../../src/package/xml";
import { rangeOf } from "../grid/area";
import { SHEET_SIZE } from "../grid/sheets";
import type { Frozen } from "../host/workbook-model";
import { cellsOf, columnSizes, frozenIn, isShown, mergedIn, rowSizes } from "./sheet-facts";
import { fromFile } from "../host/a1";

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is not shown here and stays in the file. */
  readonly unseen: readonly string[];
}

/** @throws Error with a reason for people when it is no workbook. */
export function openFile(
  name: string,
  bytes: Uint8Array,
): { readonly saved: SavedWorkbook; readonly opened: OpenedFile } {
  const excel = read(bytes);
  const style = readStyles(excel);
  const entries = readWorkbookPart(excel.file).sheets.filter(({ part }) => part !== undefined);
  const sheets = entries.map((entry) =>
    sheetData(excel.scan.sheet(entry.id)!, excel.file.text(entry.part!), style, entry),
  );
  const id = newGuid();
  const workbook: Partial<IWorkbookData> = {
    id,
    name: name.replace(/\.\w+$/, ""),
    sheetOrder: entries.map((entry) => entry.id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id!, sheet])),
  };
  const [settings] = readSettings(excel.file);
  return {
    opened: { name, bytes, unseen: unseenIn(excel) },
    saved: {
      format: "orebook-workbench",
      workbook,
      ...spilled(id, excel.scan),
      sheets: Object.fromEntries(
        excel.scan.sheets.map((sheet) => [
          sheet.id,
          { isProtected: sheet.isProtected, isVeryHidden: sheet.visibility === "VeryHidden" },
        ]),
      ),
      settings: settings ? [["orebook", JSON.stringify(settings.value)]] : [],
      xmlParts: recordParts(excel.file).map(({ part, xml }) => ({ id: part, xml })),
      excelNames: namesOf(excel.scan),
      excelTables: excel.scan.tables.map(({ name: of, sheetId, area, hasHeaders, hasTotals }) => ({
        ...NEW_TABLE,
        name: of,
        area: { sheet: sheetId, ...fromFile(area) },
        showHeaders: hasHeaders,
        showTotals: hasTotals,
      })),
    },
  };
}

function read(bytes: Uint8Array): ExcelFile {
  try {
    return ExcelFile.read(bytes);
  } catch (error) {
    throw error instanceof PackageFault ? new Error(`This file cannot be opened: ${error.message}`) : error;
  }
}

/** What formulas fill beyond their own cells: Univer keeps it beside the cells. */
function spilled(unit: string, { sheets }: WorkbookScan): Pick<SavedWorkbook, "spillRanges" | "spilledCells"> {
  const ranges: Record<string, Record<number, Record<number, object>>> = {};
  const cells: Record<string, Record<number, Record<number, object>>> = {};
  for (const sheet of sheets)
    for (const area of sheet.spills) {
      ((ranges[sheet.id] ??= {})[area.row] ??= {})[area.column] = rangeOf(fromFile(area));
      for (let row = area.row; row < area.row + area.rows; row++)
        for (let column = area.column; column < area.column + area.columns; column++)
          ((cells[sheet.id] ??= {})[row] ??= {})[column] = contentData(shown(sheet.value(row, column)), "");
    }
  return { spillRanges: { [unit]: ranges }, spilledCells: { [unit]: cells } } as never;
}

const ROOM = 50;

type Styled = (index: number) => IStyleData | undefined;

function sheetData(scan: SheetScan, xml: string, style: Styled, entry: SheetEntry): Partial<IWorksheetData> {
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
    mergeData: mergedIn(xml, text.data.end).map((area) => rangeOf(fromFile(area))),
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
