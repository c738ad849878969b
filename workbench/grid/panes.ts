/** Frozen rows and columns, in Univer. */
import { SetFrozenMutation } from "@univerjs/sheets";
import type { FreezePanes, Frozen } from "../host/workbook-model";
import type { Grid } from "./grid";

/** Where Univer has nothing frozen. */
const NOWHERE = -1;

export class GridPanes implements FreezePanes {
  constructor(private readonly grid: Grid) {}

  get(sheet: string): Frozen {
    const { xSplit, ySplit } = this.grid.sheet(sheet).getFreeze();
    return { rows: ySplit, columns: xSplit };
  }

  set(sheet: string, { rows, columns }: Frozen): void {
    const split = { ySplit: rows, xSplit: columns, startRow: rows || NOWHERE, startColumn: columns || NOWHERE };
    this.grid.run(SetFrozenMutation.id, { unitId: this.grid.unit, subUnitId: sheet, ...split, resetScroll: true });
  }
}
