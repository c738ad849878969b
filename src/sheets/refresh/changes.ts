import type { Session } from "../../functions";
import { callsIn, isError, type OrebookCall, type Value } from "../formula";
import { addressOf } from "../notation/place";
import { nextTask, step, type Job } from "../job";
import { placeOf, type OrebookFormula, type WorkbookScan } from "../scan";
import { Comparer, sameValue } from "./compare";
import { Projection } from "./projection";
import type { ChangeGroup } from "./group";
import { kindOfChange, whyDifferent, type Why } from "./reason";
import type { Answered } from "../trace/trace";

/** A formula of the workbook that asks Orebook, and where it stands. */
export interface FormulaPlace {
  readonly sheetId: string;
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  /** With its sheet, as people read it. */
  readonly address: string;
  readonly formula: string;
}

/** A formula that would show something else. */
export interface FormulaChange extends FormulaPlace, Why {
  readonly group: ChangeGroup;
  /** What the formula gives; of `part` when that is set. */
  readonly old: Value;
  readonly new: Value;
  /** The call that differs, when Excel has to work out what the whole formula makes of it. */
  readonly part: string | undefined;
  /** Whether what it would spill runs into other cells. */
  readonly blocked: boolean;
  /** Whether it shows `#NAME?` though all of it is known here: until it is repaired it follows nothing. */
  readonly isUnrecognised: boolean;
}

/** What a change of standing would do to the formulas of a workbook. */
export interface FormulaChanges {
  /** How many formulas ask Orebook. */
  readonly formulas: number;
  readonly changed: readonly FormulaChange[];
  /** Formulas of which only Excel can tell: they are recalculated to be sure. */
  readonly untold: readonly FormulaPlace[];
}

/** So many formulas are compared before others get their turn. */
const STRIDE = 500;

/** Compares every formula that asks Orebook between two standings. Rejects with the signal's reason when cancelled. */
export async function findChanges(
  scan: WorkbookScan,
  from: Session,
  to: Session,
  job: Job = {},
): Promise<FormulaChanges> {
  const formulas = [...scan.orebookFormulas()];
  const comparison = new Comparison(scan, from, to, formulas);
  const changed: FormulaChange[] = [];
  const untold: FormulaPlace[] = [];
  for (const [index, formula] of formulas.entries()) {
    if (index % STRIDE === 0) {
      await nextTask();
      step(job, index, formulas.length);
    }
    const change = comparison.compare(formula);
    if (change === "untold") untold.push(formulaPlace(formula));
    else if (change) changed.push(change);
  }
  step(job, formulas.length, formulas.length);
  return { formulas: formulas.length, changed, untold };
}

class Comparison {
  private readonly before: Projection;
  private readonly after: Projection;

  constructor(
    private readonly scan: WorkbookScan,
    private readonly from: Session,
    private readonly to: Session,
    formulas: readonly OrebookFormula[],
  ) {
    const comparer = new Comparer(from, to);
    this.before = new Projection(scan, comparer.before);
    this.after = new Projection(scan, comparer.after);
    // What formulas spill is what formulas beside them may look at.
    for (const projection of [this.before, this.after]) {
      const first = new Projection(scan, projection === this.before ? comparer.before : comparer.after);
      for (const formula of formulas) {
        const value = first.cell(formula)?.value;
        if (Array.isArray(value)) projection.spill(formula, value);
      }
    }
  }

  compare(formula: OrebookFormula): FormulaChange | "untold" | undefined {
    const [old, now] = [this.before.cell(formula), this.after.cell(formula)];
    return old && now ? this.change(formula, old, now, undefined) : this.compareParts(formula);
  }

  /** Where the whole cannot be told, a call that differs can. */
  private compareParts(formula: OrebookFormula): FormulaChange | "untold" | undefined {
    let isTold = true;
    for (const { call, inName } of this.callsOf(formula)) {
      const [old, now] = [this.before, this.after].map((projection) => projection.part(call, formula, inName));
      if (!old || !now) {
        isTold = false;
        continue;
      }
      const change = this.change(formula, old, now, `${call.id}(${call.args.map(({ text }) => text).join(",")})`);
      if (change) return change;
    }
    return isTold ? undefined : "untold";
  }

  /** The calls in a formula, then those in the names it uses and in the names these use. */
  private callsOf({ formula, sheet, names }: OrebookFormula): { call: OrebookCall; inName: boolean }[] {
    const behind = new Set(names);
    for (const name of behind) for (const next of this.scan.names.leadingFrom(name.formula, sheet.id)) behind.add(next);
    const named = [...behind].flatMap((name) => callsIn(name.formula));
    return [
      ...callsIn(formula).map((call) => ({ call, inName: false })),
      ...named.map((call) => ({ call, inName: true })),
    ];
  }

  private change(
    formula: OrebookFormula,
    old: Answered,
    now: Answered,
    part: string | undefined,
  ): FormulaChange | undefined {
    if (sameValue(old.value, now.value)) return undefined;
    const why = whyDifferent(old, now, this.from, this.to);
    return {
      ...formulaPlace(formula),
      ...why,
      group: kindOfChange(old, now, this.from, this.to),
      old: old.value,
      new: now.value,
      part,
      blocked: part === undefined && isBlocked(formula, now.value),
      isUnrecognised: part === undefined && isUnrecognised(formula),
    };
  }
}

function formulaPlace({ sheet, row, column, formula }: OrebookFormula): FormulaPlace {
  return {
    sheetId: sheet.id,
    row,
    column,
    formula,
    address: addressOf(placeOf(sheet, { row, column, rows: 1, columns: 1 })),
  };
}

function isUnrecognised({ sheet, row, column }: OrebookFormula): boolean {
  const value = sheet.value(row, column);
  return isError(value) && value.error === "#NAME?";
}

/** Whether a cell that the formula does not fill now is in the way of its new value. */
function isBlocked({ sheet, row, column, area }: OrebookFormula, value: Value): boolean {
  if (!Array.isArray(value)) return false;
  const isOwn = (r: number, c: number) => r < area.rows && c < area.columns;
  return value.some((line, r) =>
    line.some(
      (_, c) =>
        !isOwn(r, c) && (sheet.value(row + r, column + c) !== null || sheet.formula(row + r, column + c) !== undefined),
    ),
  );
}
