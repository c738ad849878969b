import { stopIfAborted, type Progress } from "./progress";
import { readCells } from "./read-cells";

/** What a sheet holds, from the first cell in use to the last. */
export interface SheetCells {
  readonly id: string;
  readonly name: string;
  /** Where the cells begin, counted from 0. */
  readonly row: number;
  readonly column: number;
  /** Formulas in English notation, and constants. */
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
}

export interface WorkbookName {
  readonly name: string;
  /** The sheet it is limited to; undefined: the workbook. */
  readonly sheetId: string | undefined;
  /** With its equals sign. */
  readonly formula: string;
}

export interface WorkbookTable {
  readonly name: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  /** Headers and totals included. */
  readonly rows: number;
  readonly columns: readonly string[];
}

/** The workbook at one moment: everything that can hold a formula or be looked at by one. */
export interface Snapshot {
  readonly sheets: readonly SheetCells[];
  readonly names: readonly WorkbookName[];
  readonly tables: readonly WorkbookTable[];
}

/** Reads the workbook, in blocks that fit into a message. Rejects with the signal's reason when it is aborted in between. */
export async function readSnapshot(context: Excel.RequestContext, progress?: Progress, signal?: AbortSignal): Promise<Snapshot> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/id,items/name");
  const workbookNames = context.workbook.names;
  workbookNames.load("items/name,items/formula");
  await context.sync();
  const parts = sheets.items.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    sheet.names.load("items/name,items/formula");
    sheet.tables.load("items/name");
    return { sheet, used };
  });
  await context.sync();
  const tables = await readTables(context, parts.map(({ sheet }) => sheet));
  const inUse = parts.flatMap(({ sheet, used }) => (used.isNullObject ? [] : [{ sheet, place: { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount } }]));
  const total = inUse.reduce((sum, { place }) => sum + place.rows * place.columns, 0);
  let done = 0;
  const cells: SheetCells[] = [];
  for (const { sheet, place } of inUse) {
    stopIfAborted(signal);
    const read = await readCells(context, sheet, place, (count) => progress?.({ step: "reading", done: (done += count), total }), signal);
    cells.push({ id: sheet.id, name: sheet.name, row: place.row, column: place.column, ...read });
  }
  const named = ({ name, formula }: Excel.NamedItem, sheetId: string | undefined): WorkbookName => ({ name, sheetId, formula: String(formula) });
  const names = [...workbookNames.items.map((item) => named(item, undefined)), ...parts.flatMap(({ sheet }) => sheet.names.items.map((item) => named(item, sheet.id)))];
  return { sheets: cells, names, tables };
}

async function readTables(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]): Promise<WorkbookTable[]> {
  const found = sheets.flatMap((sheet) =>
    sheet.tables.items.map((table) => {
      const range = table.getRange();
      range.load("rowIndex,columnIndex,rowCount");
      const header = table.getHeaderRowRange();
      header.load("values");
      return { sheetId: sheet.id, name: table.name, range, header };
    }),
  );
  if (found.length > 0) await context.sync();
  return found.map(({ sheetId, name, range, header }) => ({
    name, sheetId, row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: (header.values[0] ?? []).map(String),
  }));
}
