/** What formulas spill over, as Univer's formula engine keeps it beside the cells. */
import type { ICellData, IRange, Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { intersection, type Area } from "../host/a1";
import { areaOf } from "./area";
import type { Grid } from "./grid";
import { isSpillError } from "./cell-data";

export class Spills {
  constructor(private readonly grid: Grid) {}

  /** What is shown in a cell that holds nothing of its own. */
  cell(sheet: string, row: number, column: number): Nullable<ICellData> {
    return this.model.getArrayFormulaCellData()[this.grid.unit]?.[sheet]?.[row]?.[column];
  }

  /** The spill over a cell, its own formula's included. */
  over(cell: Area): Area | null {
    return this.on(cell.sheet).find((spill) => intersection(spill, cell)) ?? null;
  }

  /** What the formula in a cell spills over. */
  of(cell: Area): Area | null {
    return this.on(cell.sheet).find((spill) => spill.row === cell.row && spill.column === cell.column) ?? null;
  }

  /** Every spill on a sheet that has room; one without stays listed by Univer, its formula shows `#SPILL!`. */
  on(sheet: string): Area[] {
    const rows = Object.values(this.model.getArrayFormulaRange()[this.grid.unit]?.[sheet] ?? {});
    const ranges = rows.flatMap((row) => Object.values<Nullable<IRange>>(row ?? {}));
    const spills = ranges.flatMap((range) => (range ? [areaOf(sheet, range)] : []));
    const cells = this.grid.sheet(sheet).getCellMatrix();
    return spills.filter(
      (spill) => spill.rowCount * spill.columnCount > 1 && !isSpillError(cells.getValue(spill.row, spill.column)),
    );
  }

  private get model(): FormulaDataModel {
    return this.grid.injector.get(FormulaDataModel);
  }
}
