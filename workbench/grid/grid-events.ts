/** What happened in Univer, told as the host knows it. */
import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import { SetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import {
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
} from "@univerjs/sheets";
import { AddSheetTableMutation, DeleteSheetTableMutation } from "@univerjs/sheets-table";
import { bounding, type Area } from "../host/a1";
import type { WorkbookEvent } from "../host/workbook-model";
import { areaOf } from "./area";
import { isLooksOnly } from "./looks-only";

interface OnSheet {
  readonly subUnitId: string;
}

interface OfTable {
  /** Univer leaves it out when it takes a new table back. */
  readonly subUnitId?: string;
  readonly tableId: string;
}

const READERS: Readonly<Record<string, (params: never) => WorkbookEvent[]>> = {
  [SetRangeValuesMutation.id]: (params: ISetRangeValuesMutationParams) => {
    if (isLooksOnly(params)) return [];
    const area = boundingCells(params.subUnitId, params.cellValue);
    return area ? [{ kind: "changed", area, change: "RangeEdited" }] : [];
  },
  [SetSelectionsOperation.id]: ({ subUnitId, selections }: ISetSelectionsOperationParams) => {
    const last = selections.at(-1);
    return last ? [{ kind: "selected", area: areaOf(subUnitId, last.range) }] : [];
  },
  [SetWorksheetActiveOperation.id]: ({ subUnitId }: OnSheet) => [{ kind: "activated", sheet: subUnitId }],
  [InsertSheetMutation.id]: ({ sheet }: { sheet: { id: string } }) => [{ kind: "added", sheet: sheet.id }],
  [RemoveSheetMutation.id]: ({ subUnitId }: OnSheet) => [{ kind: "deleted", sheet: subUnitId }],
  [AddSheetTableMutation.id]: ({ subUnitId = "", tableId }: OfTable) => [
    { kind: "tableAdded", sheet: subUnitId, table: tableId },
  ],
  [DeleteSheetTableMutation.id]: ({ subUnitId = "", tableId }: OfTable) => [
    { kind: "tableDeleted", sheet: subUnitId, table: tableId },
  ],
  [SetFormulaCalculationResultMutation.id]: ({
    unitData,
  }: {
    unitData: Readonly<Record<string, Readonly<Record<string, Matrix>>>>;
  }) =>
    Object.values(unitData).flatMap((sheets) =>
      Object.entries(sheets).flatMap(([sheet, cells]): WorkbookEvent[] => {
        const area = boundingCells(sheet, cells);
        return area ? [{ kind: "calculated", area }] : [];
      }),
    ),
};

type Matrix = Readonly<Record<number, Readonly<Record<number, unknown>>>>;

/** The events that a command of Univer stands for; none for what the formula engine writes back. */
export function eventsOf({ id, params }: Readonly<ICommandInfo>, options?: IExecutionOptions): WorkbookEvent[] {
  return options?.fromFormula ? [] : (READERS[id]?.(params as never) ?? []);
}

function boundingCells(sheet: string, cells: Matrix | undefined): Area | null {
  let area: Area | null = null;
  for (const [row, line] of Object.entries(cells ?? {})) {
    for (const column of Object.keys(line ?? {})) {
      const cell: Area = { sheet, row: Number(row), column: Number(column), rowCount: 1, columnCount: 1 };
      area = area ? bounding(area, cell) : cell;
    }
  }
  return area;
}
