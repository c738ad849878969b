import { isError, rowsOf, matches, single, type Scalar, type Value } from "../formula";
import { cellKey } from "../notation/place";
import { nextTask, step, type Job } from "../job";
import type { SheetScan } from "../scan";
import type { FormulaGraph, GraphNode } from "./graph";
import { cellsFor, type Obstacle } from "./relocate";

/** Computes a formula over cells of its own; what it cannot compute it rejects or answers with an error value. */
export interface FormulaEngine {
  /** Whether there is a function of this name. */
  has(name: string): boolean;
  evaluate(formula: string, cells: Readonly<Record<string, Scalar>>): Promise<Value>;
}

/** `before` computes as the workbook stood, `after` as it is to stand. */
export type Engines = Readonly<Record<"before" | "after", FormulaEngine>>;

/** A formula that shows another value now. */
export interface Recalculated {
  readonly node: GraphNode;
  readonly old: Value;
  readonly new: Value;
}

/** Why a formula was left as it was, though something behind it has changed. */
export type StaleReason = Obstacle | "not-reproduced" | "behind-stale" | "circular" | "blocked" | "unrecognised";

export interface Stale {
  readonly node: GraphNode;
  readonly why: StaleReason;
}

export interface Recalculation {
  readonly changed: readonly Recalculated[];
  readonly stale: readonly Stale[];
}

/** Where a change begins. */
export type Start =
  /** A formula whose new value is known, or that has to be computed like any other. */
  | { readonly formula: number; readonly value: Value | undefined }
  /** A formula that stays as it is, though it would show something else. */
  | { readonly formula: number; readonly stays: StaleReason }
  /** A cell without a formula. */
  | { readonly sheet: SheetScan; readonly row: number; readonly column: number; readonly value: Scalar };

/** So many formulas are computed before others get their turn. */
const STRIDE = 200;

/**
 * Computes what changes behind some formulas. A new value counts only where the engine first gives, from the old values,
 * exactly what Excel had shown; everything else is left and told, with all that is behind it.
 */
export async function recalculate(
  graph: FormulaGraph,
  starts: readonly Start[],
  engines: Engines,
  job: Job = {},
): Promise<Recalculation> {
  const run = new Run(graph, engines);
  const begun = new Map(starts.flatMap((start) => ("formula" in start ? [[start.formula, start]] : [])));
  const first = new Set(begun.keys());
  for (const start of starts) if ("sheet" in start) for (const reader of run.put(start)) first.add(reader);
  for (const index of first.size > 0 ? graph.lookingAnywhere : []) {
    if (begun.has(index)) continue;
    begun.set(index, { formula: index, stays: "unfollowed" });
    first.add(index);
  }
  const { order, circular } = graph.behind(first);
  for (const [done, index] of order.entries()) {
    if (done % STRIDE === 0) {
      await nextTask();
      step(job, done, order.length);
    }
    const start = begun.get(index);
    if (start && "stays" in start) run.leave(index, start.stays);
    else if (start?.value !== undefined) run.settle(index, start.value);
    else await run.compute(index, start !== undefined);
  }
  for (const index of circular) run.leave(index, "circular");
  step(job, order.length, order.length);
  return run;
}

class Run implements Recalculation {
  readonly changed: Recalculated[] = [];
  readonly stale: Stale[] = [];
  private readonly values = new Map<string, Scalar>();
  private readonly touched = new Set<number>();
  private readonly behindStale = new Set<number>();

  constructor(
    private readonly graph: FormulaGraph,
    private readonly engines: Engines,
  ) {}

  /** Notes what a formula shows now. */
  settle(index: number, value: Value): void {
    const node = this.graph.nodes[index]!;
    const old = shownBy(node);
    if (matches(old, value, sameCell)) return;
    this.changed.push({ node, old, new: value });
    const rows = rowsOf(value);
    const area = node.sheet.areaOf(node.row, node.column);
    for (let row = 0; row < Math.max(rows.length, area.rows); row++)
      for (let column = 0; column < Math.max(rows[0]!.length, area.columns); column++) {
        const place = { sheet: node.sheet, row: node.row + row, column: node.column + column };
        this.put({ ...place, value: rows[row]?.[column] ?? null });
      }
  }

  /** Notes what a cell shows now; gives the formulas that look at it. */
  put({ sheet, row, column, value }: Extract<Start, { sheet: SheetScan }>): number[] {
    this.values.set(cellKey({ sheetId: sheet.id, row, column }), value);
    const readers = this.graph.readersAt(sheet, row, column);
    for (const reader of readers) this.touched.add(reader);
    return readers;
  }

  /** @param isStart whether it has to be computed though nothing that it looks at has changed */
  async compute(index: number, isStart: boolean): Promise<void> {
    const { graph, engines } = this;
    if (this.behindStale.has(index)) return this.leave(index, "behind-stale");
    if (!isStart && !this.touched.has(index)) return;
    const node = graph.nodes[index]!;
    const { relocated } = node;
    if (relocated.obstacle) return this.leave(index, relocated.obstacle);
    const old = await attempt(engines.before, relocated.formula, cellsFor(relocated, valueBefore));
    if (old === undefined || !close(old, shownBy(node))) return this.leave(index, "not-reproduced");
    const value = await attempt(engines.after, relocated.formula, cellsFor(relocated, this.valueAfter));
    if (value === undefined) return this.leave(index, "not-reproduced");
    if (node.sheet.isBlocked(node.row, node.column, value)) return this.leave(index, "blocked");
    // What differs from the value in the file only by the last bit of the computation is no change.
    if (!close(old, value)) this.settle(index, value);
  }

  /** A formula stays as it is, and so does all that looks at it. */
  leave(index: number, why: StaleReason): void {
    this.stale.push({ node: this.graph.nodes[index]!, why });
    for (const reader of this.graph.readersOfNode(index)) this.behindStale.add(reader);
  }

  private readonly valueAfter = (sheet: SheetScan, row: number, column: number): Scalar => {
    const value = this.values.get(cellKey({ sheetId: sheet.id, row, column }));
    return value === undefined ? sheet.value(row, column) : value;
  };
}

function valueBefore(sheet: SheetScan, row: number, column: number): Scalar {
  return sheet.value(row, column);
}

async function attempt(
  engine: FormulaEngine,
  formula: string,
  cells: Readonly<Record<string, Scalar>>,
): Promise<Value | undefined> {
  try {
    return single(await engine.evaluate(formula, cells));
  } catch {
    return undefined;
  }
}

/** What a formula fills, as it stands in the workbook. */
function shownBy({ sheet, row, column }: GraphNode): Value {
  return single(sheet.values(sheet.areaOf(row, column)));
}

/** How far two computations of one number may lie apart. */
const TOLERANCE = 1e-12;

function close(a: Value, b: Value): boolean {
  return matches(a, b, (x, y) =>
    typeof x === "number" && typeof y === "number"
      ? Math.abs(x - y) <= TOLERANCE * Math.max(Math.abs(x), Math.abs(y))
      : sameCell(x, y),
  );
}

/** A blank shows what an empty text does. */
function sameCell(a: Scalar, b: Scalar): boolean {
  return isError(a) && isError(b) ? a.error === b.error : (a ?? "") === (b ?? "");
}
