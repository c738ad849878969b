import type { Session } from "../../functions";
import {
  FormulaGraph,
  recalculate,
  type FormulaEngine,
  type Recalculated,
  type Stale,
  type Start,
} from "../../sheets/dependents";
import { portion, type Job } from "../../sheets/job";
import { standingsIn, withEntry, type DocumentRecord, type InsertedTable, type Way } from "../../sheets/record";
import { addressOf, cellKey, type CellPlace } from "../../sheets/notation/place";
import { placeOf } from "../../sheets/scan";
import type { FormulaChange } from "../../sheets/refresh/formulas/formula-changes";
import { compare, type Comparison, type Found } from "../../sheets/refresh/comparison";
import { layoutOf } from "../../sheets/tables/build-layout";
import { findWithCopies } from "../../sheets/tables/find/find-copies";
import { planRefresh } from "../../sheets/tables/plan/plan-refresh";
import type { TablePlan } from "../../sheets/tables/plan/plan";
import type { SavedWorkbook } from "../saved-workbook";
import { recordIn, writeStanding } from "../standing";
import { tableCells, type TableCell, type TableHindrance } from "./tables";
import { PendingStyles, writeTables } from "./write-tables";
import { rowsOf } from "../../sheets/formula";

/** What a table came to. */
export interface TableResult {
  readonly plan: TablePlan;
  /** Cells to write; none where something stands in the way. */
  readonly cells: readonly TableCell[];
  readonly hindrance: TableHindrance | undefined;
}

/** A workbook as it is after a refresh, still in memory, and what was done. */
export interface RefreshedWorkbook {
  readonly comparison: Comparison;
  readonly tables: readonly TableResult[];
  /** Formulas that show another value, Orebook's own and those behind them. */
  readonly changed: readonly Recalculated[];
  /** Formulas that may show something else in Excel and were left. */
  readonly stale: readonly Stale[];
  /** What would differ if this were not only looked at. */
  readonly isChanged: boolean;
}

export interface RefreshOptions {
  /** Knows every release concerned. */
  readonly session: Session;
  readonly way: Way;
  readonly engines: { readonly before: FormulaEngine; readonly after: FormulaEngine };
  /** ISO time that the log tells. */
  readonly now: string;
}

/**
 * Moves a saved workbook from one release or day to another, as Excel would: Orebook's formulas, inserted tables, and what
 * is behind them; the workbook's `bytes` then are those of the refreshed file.
 */
export async function refreshSaved(
  workbook: SavedWorkbook,
  { session, way, engines, now }: RefreshOptions,
  job: Job = {},
): Promise<RefreshedWorkbook> {
  const { scan } = workbook;
  const record = recordIn(workbook.file);
  const instances = findWithCopies(scan, record.tables, (table) => layoutOf(session, table));
  const found: Found = { scan, record, instances, chosen: instances };
  const compared = await compare(found, session, way, portion(job, 0, 0.4));
  const tables: TableResult[] = [];
  for (const instance of instances)
    tables.push(
      await resultOf(
        planRefresh(scan, instance, session, way.to, [way.from, ...standingsIn(record.log)]),
        engines.after,
      ),
    );
  const starts = (graph: FormulaGraph) => [...formulaStarts(graph, comparison, tables), ...tableStarts(tables)];
  // Of a table that is left, nothing changes.
  const comparison = {
    ...compared,
    tables: compared.tables.map((one, i) => (isLeft(tables[i]!) ? { ...one, changes: [] } : one)),
  };
  const isWritten = tables.some(({ cells }) => cells.length > 0);
  const graph =
    isWritten || comparison.changed.length + comparison.untold.length > 0
      ? new FormulaGraph(scan, (name) => engines.after.has(name))
      : undefined;
  const { changed, stale } = graph
    ? await recalculate(graph, starts(graph), engines, portion(job, 0.4, 1))
    : { changed: [], stale: [] };
  write(workbook, changed, tables);
  const entry = logEntry(way, changed, tables, stale, now);
  const next: DocumentRecord = {
    tables: withTables(record.tables, tables),
    log: withEntry(record.log, entry),
  };
  const isMoved = way.from.release !== way.to.release || way.from.day !== way.to.day;
  const isChanged = isMoved || changed.length > 0 || isWritten;
  if (isChanged) writeStanding(workbook.file, next, way.to);
  return { comparison, tables, changed, stale, isChanged };
}

async function resultOf(plan: TablePlan, engine: FormulaEngine): Promise<TableResult> {
  if (plan.obstacle) return { plan, cells: [], hindrance: undefined };
  const cells = await tableCells(plan, engine);
  return typeof cells === "string" ? { plan, cells: [], hindrance: cells } : { plan, cells, hindrance: undefined };
}

function isLeft({ plan, hindrance }: TableResult): boolean {
  return plan.obstacle !== undefined || hindrance !== undefined;
}

/** Formulas that a table takes away or writes anew begin with it. */
function formulaStarts(graph: FormulaGraph, { changed, untold }: Comparison, tables: readonly TableResult[]): Start[] {
  const written = new Set(tableStarts(tables).map(({ sheet, ...at }) => cellKey({ sheetId: sheet.id, ...at })));
  const at = (place: CellPlace) => (written.has(cellKey(place)) ? [] : [graph.at(place)!]);
  return [
    ...changed.flatMap((change) => at(change).map((formula) => startOf(formula, change))),
    ...untold.flatMap((place) => at(place).map((formula): Start => ({ formula, value: undefined }))),
  ];
}

function startOf(formula: number, { part, blocked, isUnrecognised, new: value }: FormulaChange): Start {
  if (isUnrecognised) return { formula, stays: "unrecognised" };
  if (blocked) return { formula, stays: "blocked" };
  return { formula, value: part === undefined ? value : undefined };
}

function tableStarts(tables: readonly TableResult[]): Extract<Start, { sheet: unknown }>[] {
  return tables.flatMap(({ plan, cells }) =>
    cells.map(({ row, column, value }) => ({ sheet: plan.instance.sheet, row, column, value })),
  );
}

function write(workbook: SavedWorkbook, changed: readonly Recalculated[], results: readonly TableResult[]): void {
  const tables = results.filter((result) => !isLeft(result));
  const styles = new PendingStyles(workbook, tables);
  for (const { node, new: value } of changed) {
    const { sheet, row, column } = node;
    const patch = workbook.patch(sheet.id);
    const old = sheet.areaOf(row, column);
    if (Array.isArray(value) || old.rows * old.columns > 1) patch.spill({ row, column, old, values: rowsOf(value) });
    else patch.set({ row, column, value, style: styles.take(sheet.id, row, column) });
  }
  writeTables(workbook, tables, styles);
  for (const { sheetId, ...style } of styles.rest()) workbook.patch(sheetId).look(style);
}

/** The record of the tables that were written; of the others, as it was. */
function withTables(known: readonly InsertedTable[], tables: readonly TableResult[]): InsertedTable[] {
  const next = new Map(known.map((table) => [table.id, table]));
  // A copy of a table goes on bearing its id: the mark of each belongs to its own sheet.
  for (const result of tables) {
    const { id } = result.plan.instance.table;
    if (!isLeft(result)) next.set(id, { ...result.plan.next, id });
  }
  return [...next.values()];
}

/** A formula's cell with its sheet, as people read it. */
export function addressOfNode({ sheet, row, column }: Stale["node"]): string {
  return addressOf(placeOf(sheet, { row, column, rows: 1, columns: 1 }));
}

function logEntry(
  { from, to }: Way,
  changed: readonly Recalculated[],
  tables: readonly TableResult[],
  stale: readonly Stale[],
  at: string,
): DocumentRecord["log"][number] {
  const written = tables.filter(({ cells }) => cells.length > 0);
  return {
    at,
    what: "refresh",
    from,
    to,
    cells: changed.length + written.reduce((sum, { cells }) => sum + cells.length, 0),
    tables: written.map(({ plan }) => plan.title),
    left: stale.map(({ node }) => addressOfNode(node)),
  };
}
