/** A workbook as a file: Univer's own JSON, and what stands beside it. */
import { type ICellData, type IWorkbookData, IResourceLoaderService, ObjectMatrix } from "@univerjs/core";
import {
  type IArrayFormulaRangeType,
  type IArrayFormulaUnitCellType,
  FormulaDataModel,
  SetArrayFormulaDataMutation,
} from "@univerjs/engine-formula";
import type { Chart, DefinedName, Table, XmlPart } from "../host/workbook-model";
import { BUSY } from "../host/busy";
import type { Grid } from "./grid";
import type { GridWorkbook } from "./grid-workbook";
import type { SheetExtras } from "./sheets";
import type { TableLooks } from "./tables";

const FORMAT = "orebook-workbench";

export interface SavedWorkbook {
  readonly format: typeof FORMAT;
  readonly workbook: Partial<IWorkbookData>;
  /** What formulas spilled: Univer keeps it outside its own JSON. */
  readonly spillRanges?: IArrayFormulaRangeType;
  readonly spilledCells?: IArrayFormulaUnitCellType;
  readonly sheets?: Readonly<Record<string, SheetExtras>>;
  readonly tables?: Readonly<Record<string, TableLooks>>;
  /** The add-in's document settings. */
  readonly settings?: readonly (readonly [key: string, json: string])[];
  readonly xmlParts?: readonly XmlPart[];
  readonly charts?: readonly Chart[];
  /** Names and tables of a workbook that comes from a file of Excel's; Univer's JSON has its own. */
  readonly excelNames?: readonly DefinedName[];
  readonly excelTables?: readonly Omit<Table, "id">[];
}

export function saveWorkbook(grid: Grid, { sheets, tables, settings, xmlParts, charts }: GridWorkbook): SavedWorkbook {
  const formulas = grid.injector.get(FormulaDataModel);
  const workbook = structuredClone(grid.injector.get(IResourceLoaderService).saveUnit<IWorkbookData>(grid.unit)!);
  // What was not answered yet is computed when the file is opened; every other formula keeps its value.
  for (const { cellData } of Object.values(workbook.sheets)) {
    new ObjectMatrix<ICellData>(cellData).forValue((_row, _column, cell) => {
      if (cell.v === BUSY) delete cell.v;
    });
  }
  return {
    format: FORMAT,
    workbook,
    spillRanges: formulas.getArrayFormulaRange(),
    spilledCells: formulas.getArrayFormulaCellData(),
    sheets: sheets.saved,
    tables: tables.saved,
    settings: [...settings],
    xmlParts: xmlParts.list(),
    charts: charts.list(),
  };
}

/** @throws Error when the text is not a workbook saved here. */
export function readSaved(text: string): SavedWorkbook {
  const saved = JSON.parse(text) as Partial<SavedWorkbook>;
  if (saved.format !== FORMAT || !saved.workbook) throw new Error("This file was not saved by the workbench");
  return saved as SavedWorkbook;
}

export async function openWorkbook(grid: Grid, workbook: GridWorkbook, saved: SavedWorkbook): Promise<void> {
  await grid.open(saved.workbook);
  if (saved.spillRanges && saved.spilledCells) {
    const spills = {
      arrayFormulaRange: saved.spillRanges,
      arrayFormulaCellData: saved.spilledCells,
      arrayFormulaEmbedded: {},
    };
    grid.commands.syncExecuteCommand(SetArrayFormulaDataMutation.id, spills, { onlyLocal: true });
  }
  workbook.sheets.restore(saved.sheets ?? {});
  workbook.tables.restore(saved.tables ?? {});
  workbook.settings.clear();
  for (const [key, json] of saved.settings ?? []) workbook.settings.set(key, json);
  for (const { id } of workbook.xmlParts.list()) workbook.xmlParts.remove(id);
  for (const { xml } of saved.xmlParts ?? []) workbook.xmlParts.add(xml);
  for (const { id } of workbook.charts.list()) workbook.charts.remove(id);
  for (const chart of saved.charts ?? []) workbook.charts.add(chart);
  if (!saved.excelNames) return;
  for (const name of saved.excelNames) workbook.names.set(name);
  for (const { area, showHeaders, ...rest } of saved.excelTables ?? [])
    workbook.tables.change(workbook.tables.add(area, showHeaders).id, rest);
  // Opening is nothing to be taken back.
  grid.undo.clearUndoRedo(grid.unit);
}
