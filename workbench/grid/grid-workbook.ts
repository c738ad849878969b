/** The workbook that Univer shows, as the host sees it: what a person types and what the add-in writes meet in it. */
import { UndoCommand } from "@univerjs/core";
import { MemorySettings, MemoryXmlParts } from "../host/memory/lists";
import { RecordedCharts } from "../host/recorded-charts";
import type { Workbook, WorkbookEvent } from "../host/workbook-model";
import type { Answers } from "./answers";
import { GridCalculation } from "./calculation";
import { GridCells } from "./cells";
import { GridFormats } from "./formats";
import type { Grid } from "./grid";
import { eventsOf } from "./grid-events";
import { GridNames } from "./names";
import { GridSheets } from "./sheets";
import { Spills } from "./spills";
import { GridTables } from "./tables";

/** Ids look like Excel's: a GUID in braces. */
export const newId = (): string => `{${crypto.randomUUID().toUpperCase()}}`;

export interface GridWorkbook extends Workbook {
  readonly sheets: GridSheets;
  readonly tables: GridTables;
  readonly calculation: GridCalculation;
  readonly spills: Spills;
}

export function createGridWorkbook(grid: Grid, answers: () => Answers): GridWorkbook {
  const sheets = new GridSheets(grid, newId);
  const spills = new Spills(grid);
  const cells = new GridCells(grid, spills);
  const listeners = new Set<(event: WorkbookEvent) => void>();
  grid.commands.onCommandExecuted((command, options) => {
    for (const event of eventsOf(command, options)) for (const listener of listeners) listener(event);
  });
  return {
    get name() {
      return grid.book.name;
    },
    sheets,
    cells,
    spills,
    formats: new GridFormats(grid, cells),
    names: new GridNames(grid, newId),
    tables: new GridTables(grid),
    charts: new RecordedCharts(newId),
    settings: new MemorySettings(),
    xmlParts: new MemoryXmlParts(newId),
    selection: sheets,
    calculation: new GridCalculation(grid, answers),
    undo: {
      group: (work, joins = false) => grid.undo.group(grid.unit, work, joins),
      undo: () => grid.commands.syncExecuteCommand(UndoCommand.id),
      get depth() {
        return grid.undo.depth(grid.unit);
      },
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
