/** The workbook that Univer shows, as the host sees it: what a person types and what the add-in writes meet in it. */
import { AddWorksheetMergeMutation, RemoveWorksheetMergeMutation, SetFrozenMutation } from "@univerjs/sheets";
import { UndoCommand } from "@univerjs/core";
import { intersection, type Area } from "../host/a1";
import { Listeners, assembled, newGuid, recordedRules, recordedCharts } from "../host/assembled";
import type { Merges, FreezePanes, Frozen, Undo, Workbook } from "../host/workbook-model";
import type { Answers } from "./answers";
import { areaOf, rangeOf } from "./area";
import { GridCalculation } from "./calculation";
import { GridCarrier } from "./carrier";
import { GridCells } from "./cells";
import { GridFormats } from "./formats";
import type { Grid } from "./grid";
import { eventsOf } from "./grid-events";
import { GridNames } from "./names";
import { GridRules } from "./rules";
import { SetLooks } from "./set-looks";
import { GridSheets } from "./sheets";
import { Spills } from "./spills";
import { GridTables } from "./tables";

/** Merged cells, in Univer. */
class GridMerges implements Merges {
  constructor(private readonly grid: Grid) {}

  on(sheet: string): readonly Area[] {
    return this.grid
      .sheet(sheet)
      .getMergeData()
      .map((range) => areaOf(sheet, range));
  }

  merge(area: Area): void {
    this.change(AddWorksheetMergeMutation.id, RemoveWorksheetMergeMutation.id, [area]);
  }

  unmerge(area: Area): void {
    const touched = this.on(area.sheet).filter((merged) => intersection(merged, area));
    if (touched.length > 0) this.change(RemoveWorksheetMergeMutation.id, AddWorksheetMergeMutation.id, touched);
  }

  /** Univer keeps the ranges it is given: each mutation has its own. */
  private change(redo: string, undo: string, areas: readonly Area[]): void {
    const params = () => ({ unitId: this.grid.unit, subUnitId: areas[0]!.sheet, ranges: areas.map(rangeOf) });
    this.grid.perform([{ id: redo, params: params() }], [{ id: undo, params: params() }]);
  }
}

/** Where Univer has nothing frozen. */
const NOWHERE = -1;

/** Frozen rows and columns, in Univer. */
class GridPanes implements FreezePanes {
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

export type GridWorkbook = Workbook & ReturnType<typeof createGridWorkbook>;

export function createGridWorkbook(grid: Grid, answers: () => Answers) {
  const sheets = new GridSheets(grid);
  const spills = new Spills(grid);
  const cells = new GridCells(grid, spills);
  const names = new GridNames(grid);
  const tables = new GridTables(grid);
  const merges = new GridMerges(grid);
  const carrier = new GridCarrier(grid, cells, answers);
  const panes = new GridPanes(grid);
  const charts = recordedCharts(newGuid);
  const rules = recordedRules(newGuid, new GridRules(grid, spills));
  const undo: Undo = {
    group: (work, of) => grid.undo.group(grid.unit, work, of),
    undo: () => grid.commands.syncExecuteCommand(UndoCommand.id),
    get depth() {
      return grid.undo.depth(grid.unit);
    },
  };
  const listeners = new Listeners();
  grid.commands.onCommandExecuted((command, options) => {
    if (carrier.isCarrying) return;
    const events = eventsOf(command, options);
    // What is entered anew is asked anew.
    for (const event of events) if (event.kind === "changed") answers().forgetAll(event.area);
    for (const event of events) listeners.tell(event);
  });
  return {
    get name() {
      return grid.book.name;
    },
    ...assembled({ sheets, names, tables, merges, panes, charts, rules, undo }, carrier, newGuid, listeners),
    cells,
    spills,
    looks: new SetLooks(grid),
    formats: new GridFormats(grid, cells),
    calculation: new GridCalculation(grid, answers),
  };
}
