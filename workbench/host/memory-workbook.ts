/** A workbook in memory: enough of a spreadsheet to answer an add-in, without a grid on screen or a formula engine. */
import { Listeners, assembled, newGuid, recordedRules, recordedCharts } from "./assembled";
import { MemoryCalculation } from "./memory/calculation";
import { MemoryCarrier, MemoryCells } from "./memory/cells";
import { MemoryFormats } from "./memory/formats";
import { Grids } from "./memory/grid";
import { Journal, Journaled } from "./memory/journal";
import { MemoryMerges, MemoryNames, MemoryPanes, MemoryTables } from "./memory/lists";
import { MemorySheets } from "./memory/sheets";
import { followRename } from "./structure/restructure";
import type { ConditionalFormat, Evaluate, Workbook } from "./workbook-model";

export interface MemoryWorkbookOptions {
  /** Computes the formulas entered; without it every formula is `#NAME?`. */
  readonly evaluate?: Evaluate;
  /** Ids of sheets, in the order in which they come; the first is there from the start. */
  readonly newId?: () => string;
}

const unknownFormula: Evaluate = () => Promise.resolve({ error: "#NAME?" });

export function createMemoryWorkbook({
  evaluate = unknownFormula,
  newId = newGuid,
}: MemoryWorkbookOptions = {}): Workbook {
  const listeners = new Listeners();
  const { tell } = listeners;
  const undo = new Journal();
  const grids = new Grids();
  const tables = new MemoryTables(undo, tell);
  const sheets = new MemorySheets(undo, tables, newId, tell, (from, to) => followRename({ names }, carrier, from, to));
  const formats = new MemoryFormats(undo, grids);
  const calculation = new MemoryCalculation(evaluate, grids, tell);
  const names = new MemoryNames(undo, []);
  const merges = new MemoryMerges(undo, []);
  const carrier = new MemoryCarrier(undo, grids, calculation, formats);
  const panes = new MemoryPanes();
  const charts = recordedCharts(newId);
  const rules = recordedRules(newId, new Journaled<readonly ConditionalFormat[]>(undo, []));
  return {
    name: "Book1.xlsx",
    ...assembled({ sheets, names, tables, merges, panes, charts, rules, undo }, carrier, newId, listeners),
    cells: new MemoryCells(undo, grids, calculation, formats, tell),
    formats,
    calculation,
  };
}
