/** When formulas are computed. Univer computes what depends on a change; the add-in may ask for more. */
import { GlobalComputingStatusService, IActiveDirtyManagerService, SetTriggerFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import type { Area, Calculation } from "../host/workbook-model";
import type { Answers, CellPlace } from "./answers";
import { clipped, rangeOf } from "./area";
import type { Grid } from "./grid";

/** Univer waits this long after the last change before it computes (ms). */
const UNIVER_WAITS = 100;
const LOOKS_EVERY = 20;

export class GridCalculation implements Calculation {
  mode: Calculation["mode"] = "Automatic";
  private changed = -Infinity;

  constructor(
    private readonly grid: Grid,
    private readonly answers: () => Answers,
  ) {
    const dirty = grid.injector.get(IActiveDirtyManagerService);
    grid.commands.onCommandExecuted(({ id }) => {
      if (dirty.get(id)) this.changed = performance.now();
    });
  }

  recalculate(areas: readonly Area[]): void {
    const inUse = areas.map((area) => clipped(this.grid, area));
    for (const area of inUse) {
      this.grid.sheet(area.sheet).getCellMatrix().forValue((row, column, cell) => {
        const isInside = row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount;
        if (isInside && (cell?.f || cell?.si)) this.answers().forget({ sheet: area.sheet, row, column });
      });
    }
    this.markDirty(inUse);
  }

  /** Computes the cell again because what it waited for is there. */
  continueAt({ sheet, row, column }: CellPlace): void {
    this.markDirty([{ sheet, row, column, rowCount: 1, columnCount: 1 }]);
  }

  async settled(): Promise<void> {
    while (!this.isSettled()) await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY));
  }

  private isSettled(): boolean {
    const isComputed = this.grid.injector.get(GlobalComputingStatusService).computingStatus;
    return isComputed && !this.answers().isWaiting && performance.now() - this.changed > UNIVER_WAITS + LOOKS_EVERY;
  }

  private markDirty(areas: readonly Area[]): void {
    const dirtyRanges = areas.map((area) => ({ unitId: this.grid.unit, sheetId: area.sheet, range: rangeOf(area) }));
    this.grid.commands.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, { dirtyRanges, forceCalculation: false }, { onlyLocal: true });
  }
}
