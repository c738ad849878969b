/** When formulas are computed. Univer computes what depends on a change; the add-in may ask for more. */
import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import {
  type ISetFormulaCalculationNotificationMutation,
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { cellArea, intersection, type Area } from "../host/a1";
import type { Calculation } from "../host/workbook-model";
import type { Answers, CellPlace } from "./answers";
import { clipped, rangeOf } from "./area";
import type { Grid } from "./grid";
import { isLooksOnly } from "./looks-only";

const LOOKS_EVERY = 20;

export class GridCalculation implements Calculation {
  mode: Calculation["mode"] = "Automatic";
  /** Changes that Univer computes, counted; how many of them the running computation knows of, and how many are computed. */
  private changes = 0;
  private known = 0;
  private computed = 0;

  constructor(
    private readonly grid: Grid,
    private readonly answers: () => Answers,
  ) {
    grid.commands.onCommandExecuted((command, options) => this.follow(command, options));
  }

  recalculate(areas: readonly Area[]): void {
    const inUse = areas.map((area) => clipped(this.grid, area));
    for (const area of inUse) {
      const { sheet } = area;
      const cells = this.grid.sheet(sheet).getCellMatrix();
      cells.forValue((row, column, cell) => {
        const isFormula = cell?.f || cell?.si;
        if (isFormula && intersection(area, cellArea(sheet, row, column)))
          this.answers().forget({ sheet, row, column });
      });
    }
    this.markDirty(inUse);
  }

  /** Computes the cell again because what it waited for is there. */
  continueAt({ sheet, row, column }: CellPlace): void {
    this.markDirty([cellArea(sheet, row, column)]);
  }

  async settled(): Promise<void> {
    while (!this.isSettled()) await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY));
  }

  private isSettled(): boolean {
    return this.computed === this.changes && !this.answers().isWaiting;
  }

  private follow({ id, params }: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (id === SetFormulaCalculationStartMutation.id) this.known = this.changes;
    else if (id === SetFormulaCalculationNotificationMutation.id) {
      const { functionsExecutedState: state } = params as ISetFormulaCalculationNotificationMutation;
      // One that was stopped starts again, with what came meanwhile.
      if (state !== undefined && state !== FormulaExecutedStateType.STOP_EXECUTION) this.computed = this.known;
    } else if (this.grid.injector.get(IActiveDirtyManagerService).get(id) && !isNotComputed(id, params, options))
      this.changes += 1;
  }

  private markDirty(areas: readonly Area[]): void {
    const dirtyRanges = areas.map((area) => ({ unitId: this.grid.unit, sheetId: area.sheet, range: rangeOf(area) }));
    this.grid.commands.syncExecuteCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      { dirtyRanges, forceCalculation: false },
      { onlyLocal: true },
    );
  }
}

/** What Univer writes back itself, and changes of looks. */
function isNotComputed(id: string, params: object | undefined, options: IExecutionOptions | undefined): boolean {
  return (
    id === SetRangeValuesMutation.id &&
    (options?.onlyLocal === true || isLooksOnly(params as ISetRangeValuesMutationParams))
  );
}
