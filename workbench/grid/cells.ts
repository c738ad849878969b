/** The contents of cells, in Univer's sheets. */
import { type ICellData, type IObjectMatrixPrimitiveType, type IStyleData, ObjectMatrix } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import {
  type ISetRangeValuesMutationParams,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/sheets";
import { bounding, cellArea, mapArea, type Area } from "../host/a1";
import { readEntry } from "../host/cell-input";
import type { CellInput, Cells, CellValue, Matrix } from "../host/workbook-model";
import { areaOf, clipped } from "./area";
import { GENERAL, contentData, shownValue } from "./cell-data";
import type { Grid } from "./grid";
import type { Spills } from "./spills";

/** Rows and columns that a sheet grows by beyond what is needed. */
const MARGIN = 50;

export class GridCells implements Cells {
  constructor(
    private readonly grid: Grid,
    private readonly spills: Spills,
  ) {}

  values(area: Area): Matrix<CellValue> {
    return mapArea(area, (row, column) => this.shown(area.sheet, row, column));
  }

  formulas(area: Area): Matrix<string | number | boolean> {
    const formulas = this.grid.injector.get(FormulaDataModel);
    return mapArea(area, (row, column) => {
      const formula = formulas.getFormulaStringByCell(row, column, area.sheet, this.grid.unit);
      if (formula) return formula;
      const value = this.shown(area.sheet, row, column);
      return typeof value === "object" ? value.error : value;
    });
  }

  numberFormats(area: Area): Matrix<string> {
    return mapArea(area, (row, column) => this.numberFormat(area.sheet, row, column));
  }

  enter(area: Area, content: Matrix<CellInput>): void {
    this.change(area, (row, column) => {
      const input = content[row - area.row]![column - area.column]!;
      if (input === null) return undefined;
      const format = this.numberFormat(area.sheet, row, column);
      const { value, formula, numberFormat } = readEntry(input, format);
      const entered = contentData(value, formula);
      return numberFormat && format === GENERAL ? { ...entered, s: { n: { pattern: numberFormat } } } : entered;
    });
  }

  setNumberFormats(area: Area, formats: Matrix<string | null>): void {
    this.style(area, (row, column) => {
      const pattern = formats[row - area.row]![column - area.column] ?? null;
      return pattern === null ? undefined : { n: pattern === GENERAL ? null : { pattern } };
    });
  }

  clear(area: Area, what: "All" | "Contents" | "Formats"): void {
    const inUse = clipped(this.grid, area);
    const cells = this.grid.sheet(area.sheet).getCellMatrix();
    const isInUse = (row: number, column: number): boolean => Boolean(cells.getValue(row, column));
    if (what !== "Formats")
      this.change(inUse, (row, column) => (isInUse(row, column) ? contentData("", "") : undefined));
    if (what !== "Contents") this.style(inUse, (row, column) => (isInUse(row, column) ? null : undefined));
  }

  used(sheet: string, valuesOnly: boolean): Area | null {
    let extent: Area | null = null;
    const include = (area: Area): void => {
      extent = extent ? bounding(extent, area) : area;
    };
    const cells = this.grid.sheet(sheet).getCellMatrix();
    cells.forValue((row, column, cell) => {
      if (cell && (cell.f || cell.si || shownValue(cell) !== "" || (!valuesOnly && cell.s)))
        include(cellArea(sheet, row, column));
    });
    for (const spill of this.spills.on(sheet)) include(spill);
    return extent;
  }

  spilled(area: Area): Matrix<boolean> {
    return mapArea(area, (row, column) => this.spills.over(cellArea(area.sheet, row, column)) !== null);
  }

  spillParent(area: Area): Area | null {
    const spill = this.spills.over(area);
    return spill && { ...spill, rowCount: 1, columnCount: 1 };
  }

  spillArea(area: Area): Area | null {
    return this.spills.of(area);
  }

  /** Changes the looks of cells by what `to` gives for each; undefined leaves one as it is. */
  style(area: Area, to: (row: number, column: number) => IStyleData | null | undefined): void {
    const cells = this.grid.sheet(area.sheet);
    const change = (row: number, column: number): ICellData | undefined => {
      const s = to(row, column);
      if (s === undefined) return undefined;
      // Univer would take a text for the number that it reads like.
      const { v, t, f } = cells.getCellRaw(row, column) ?? {};
      return typeof v === "string" && t && !f ? { s, v, t } : { s };
    };
    // So triggered, Univer computes nothing anew.
    this.change(area, change, SetStyleCommand.id);
  }

  private change(area: Area, to: (row: number, column: number) => ICellData | undefined, trigger?: string): void {
    const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
    mapArea(area, (row, column) => {
      const changed = to(row, column);
      if (changed) (cellValue[row] ??= {})[column] = changed;
    });
    this.write(area.sheet, cellValue, trigger);
  }

  /** Changes cells as Univer describes them. */
  write(sheet: string, cellValue: IObjectMatrixPrimitiveType<ICellData>, trigger?: string): void {
    const extent = new ObjectMatrix(cellValue).getDataRange();
    if (extent.endRow < 0) return;
    this.grow(areaOf(sheet, extent));
    const params: ISetRangeValuesMutationParams = {
      unitId: this.grid.unit,
      subUnitId: sheet,
      cellValue,
      ...(trigger && { trigger }),
    };
    this.grid.mutate(SetRangeValuesMutation.id, params, SetRangeValuesUndoMutationFactory(this.grid.injector, params));
  }

  private shown(sheet: string, row: number, column: number): CellValue {
    const own = this.grid.sheet(sheet).getCellRaw(row, column);
    const value = shownValue(own);
    return value === "" && !own?.f ? shownValue(this.spills.cell(sheet, row, column)) : value;
  }

  private numberFormat(sheet: string, row: number, column: number): string {
    return this.grid.sheet(sheet).getCellStyle(row, column)?.n?.pattern ?? GENERAL;
  }

  /** Univer's sheets are smaller than Excel's; they grow when something is written beyond their edge. */
  private grow(area: Area): void {
    const sheet = this.grid.sheet(area.sheet);
    const at = { unitId: this.grid.unit, subUnitId: area.sheet };
    const [rows, columns] = [area.row + area.rowCount, area.column + area.columnCount];
    if (rows > sheet.getRowCount())
      this.grid.commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, { ...at, rowCount: rows + MARGIN });
    if (columns > sheet.getColumnCount())
      this.grid.commands.syncExecuteCommand(SetWorksheetColumnCountMutation.id, {
        ...at,
        columnCount: columns + MARGIN,
      });
  }
}
