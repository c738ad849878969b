import type { Session } from "../../functions";
import type { Value } from "../formula";
import { addressOf } from "../place";
import { Comparer, sameValue } from "./compare";
import { stopIfAborted, type Progress } from "./progress";
import { whyDifferent, type Why } from "./reason";
import { findOrebookCells, type OrebookCell } from "./scan";
import type { Answered } from "./trace";
import type { Position, WorkbookCells } from "./workbook-cells";
import { WorkbookScope } from "./workbook-scope";

/** A cell of the workbook by what people call it. */
export interface NamedCell extends Position {
  readonly sheet: string;
  /** With its sheet, as people read it. */
  readonly address: string;
  readonly formula: string;
}

/** A formula that would show something else. */
export interface CellChange extends NamedCell, Why {
  /** What the formula gives; of a part of it when `part` is set. */
  readonly old: Value;
  readonly new: Value;
  /** The call that differs, when Excel has to work out what the whole formula makes of it. */
  readonly part: string | undefined;
  /** Whether what it would spill runs into other cells. */
  readonly blocked: boolean;
}

/** What a change of standing would do to the formulas of a workbook. */
export interface FormulaChanges {
  /** How many formulas ask Orebook. */
  readonly formulas: number;
  readonly changed: readonly CellChange[];
  /** Formulas of which only Excel can tell: they are recalculated to be sure. */
  readonly untold: readonly NamedCell[];
}

/** So many formulas are compared before others get their turn. */
const STRIDE = 500;

/** Compares every formula that asks Orebook between two standings. */
export async function findChanges(cells: WorkbookCells, from: Session, to: Session, progress?: Progress, signal?: AbortSignal): Promise<FormulaChanges> {
  const comparison = new Comparison(cells, from, to);
  const found = findOrebookCells(cells);
  comparison.noteSpills(found);
  const changed: CellChange[] = [];
  const untold: NamedCell[] = [];
  for (const [index, cell] of found.entries()) {
    if (index % STRIDE === 0) {
      progress?.({ step: "comparing", done: index, total: found.length });
      await new Promise((resolve) => setTimeout(resolve));
      stopIfAborted(signal);
    }
    const change = comparison.compare(cell);
    if (change === "untold") untold.push(comparison.named(cell));
    else if (change) changed.push(change);
  }
  return { formulas: found.length, changed, untold };
}

class Comparison {
  private readonly before: WorkbookScope;
  private readonly after: WorkbookScope;

  constructor(
    private readonly cells: WorkbookCells,
    private readonly from: Session,
    private readonly to: Session,
  ) {
    const comparer = new Comparer(from, to);
    this.before = new WorkbookScope(cells, comparer.before);
    this.after = new WorkbookScope(cells, comparer.after);
  }

  /** What formulas spill is what formulas beside them may look at. */
  noteSpills(found: readonly OrebookCell[]): void {
    const fresh = new Comparer(this.from, this.to);
    const first = [new WorkbookScope(this.cells, fresh.before), new WorkbookScope(this.cells, fresh.after)] as const;
    for (const cell of found) {
      [this.before, this.after].forEach((scope, i) => {
        const value = first[i]!.cell(cell)?.value;
        if (Array.isArray(value)) scope.spill(cell, value);
      });
    }
  }

  compare(cell: OrebookCell): CellChange | "untold" | undefined {
    const [old, now] = [this.before.cell(cell), this.after.cell(cell)];
    if (old && now) return this.change(cell, old, now, undefined);
    return cell.asksRelatively ? "untold" : this.compareParts(cell);
  }

  named({ sheetId, row, column, formula }: OrebookCell): NamedCell {
    const sheet = this.cells.sheetName(sheetId);
    return { sheetId, row, column, sheet, formula, address: addressOf({ sheetId, sheet, row, column, rows: 1, columns: 1 }) };
  }

  /** Where the whole cannot be told, a call that differs can. */
  private compareParts(cell: OrebookCell): CellChange | "untold" | undefined {
    let isTold = true;
    for (const call of cell.calls) {
      const [old, now] = [this.before.call(call, cell), this.after.call(call, cell)];
      const change = old && now && this.change(cell, old, now, `${call.id}(${call.args.map(({ text }) => text).join(",")})`);
      if (change) return change;
      if (!old || !now) isTold = false;
    }
    return isTold ? undefined : "untold";
  }

  private change(cell: OrebookCell, old: Answered, now: Answered, part: string | undefined): CellChange | undefined {
    if (sameValue(old.value, now.value)) return undefined;
    const why = whyDifferent(old, now, this.from, this.to);
    return { ...this.named(cell), ...why, old: old.value, new: now.value, part, blocked: part === undefined && this.isBlocked(cell, old.value, now.value) };
  }

  /** Whether a cell that the old answer did not fill is in the way of the new one. */
  private isBlocked({ sheetId, row, column }: Position, old: Value, now: Value): boolean {
    if (!Array.isArray(now)) return false;
    const wasOwn = (r: number, c: number) => (r === 0 && c === 0) || (Array.isArray(old) && r < old.length && c < old[0]!.length);
    return now.some((line, r) => line.some((_, c) => !wasOwn(r, c) && this.cells.formulaAt({ sheetId, row: row + r, column: column + c }) !== ""));
  }
}
