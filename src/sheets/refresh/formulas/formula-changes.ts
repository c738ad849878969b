import type { Session } from "../../../functions";
import { callsIn, isError, rewrite, sameValue, showsError, type Scalar, type Value } from "../../formula";
import { addressOf } from "../../notation/place";
import { nextTask, step, type Job } from "../../job";
import { placeOf, readsOf, type OrebookFormula, type Reads, type WorkbookScan } from "../../scan";
import { Dependence, keyOf } from "./dependence";
import { Projection } from "./projection";
import { isShown } from "./shown";
import type { ChangeGroup } from "./group";
import { kindOfChange, whyDifferent, type Why } from "./reason";
import { Tracer, type Answered } from "../../trace/tracer";

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
  /** Formulas that show something else than they answer, before and after: they were copied or entered while the workbook moved. */
  readonly stale: readonly FormulaPlace[];
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
  const comparison = new FormulaComparison(scan, from, to, formulas);
  const found: (FormulaChange | "untold" | undefined)[] = [];
  for (const [index, formula] of formulas.entries()) {
    if (index % STRIDE === 0) {
      await nextTask();
      step(job, index, formulas.length);
    }
    found.push(comparison.compare(formula));
  }
  comparison.follow(formulas, found);
  step(job, formulas.length, formulas.length);
  return {
    formulas: formulas.length,
    changed: found.filter((one) => one !== "untold").filter((one) => one !== undefined),
    untold: formulas.filter((_, i) => found[i] === "untold").map(formulaPlace),
    stale: formulas.filter((formula, i) => !found[i] && comparison.isStale(formula)).map(formulaPlace),
  };
}

class FormulaComparison {
  private readonly before: Projection;
  private readonly after: Projection;
  /** Those of which only the calls were told. */
  private readonly inParts = new Set<OrebookFormula>();

  constructor(
    private readonly scan: WorkbookScan,
    private readonly from: Session,
    private readonly to: Session,
    formulas: readonly OrebookFormula[],
  ) {
    this.before = new Projection(scan, new Tracer(from), formulas);
    this.after = new Projection(scan, new Tracer(to), formulas);
  }

  compare(formula: OrebookFormula): FormulaChange | "untold" | undefined {
    const [old, now] = [this.before.cell(formula), this.after.cell(formula)];
    return old && now ? this.change(formula, old, now, undefined) : this.compareParts(formula);
  }

  /** What Excel did not calculate, or cannot, is not stale. */
  isStale(formula: OrebookFormula): boolean {
    const { sheet, row, column } = formula;
    const shown = sheet.value(row, column);
    const answered = this.after.cell(formula);
    if (!answered || shown === null || (isError(shown) && UNCALCULATED.includes(shown.error))) return false;
    return !isShown(answered.value, (r, c) => sheet.value(row + r, column + c));
  }

  /** Where the whole cannot be told, a call that differs can. */
  private compareParts(formula: OrebookFormula): FormulaChange | "untold" | undefined {
    let isTold = true;
    this.inParts.add(formula);
    for (const { call, name } of this.callsOf(formula)) {
      const [old, now] = [this.before, this.after].map((projection) => projection.part(call, formula, name));
      if (!old || !now) {
        isTold = false;
        continue;
      }
      const change = this.change(formula, old, now, `${call.id}(${call.args.map(({ text }) => text).join(",")})`);
      if (change) return change;
    }
    return isTold ? undefined : "untold";
  }

  /**
   * A formula of which only the calls were told may show something else all the same, where it looks at cells that do.
   * `found` has what is known of each formula, and is completed.
   */
  follow(formulas: readonly OrebookFormula[], found: (FormulaChange | "untold" | undefined)[]): void {
    for (let known = -1; known !== found.filter(Boolean).length;) {
      known = found.filter(Boolean).length;
      const moving = new Set(formulas.filter((_, i) => found[i]).map(keyOf));
      const dependence = new Dependence(this.scan, {
        asks: (at) => moving.has(keyOf(at)),
        isSpilled: (at) => !same(this.before.spilledInto(at), this.after.spilledInto(at)),
      });
      for (const [i, formula] of formulas.entries())
        if (!found[i] && known > 0 && this.inParts.has(formula) && dependence.readsDepend(this.besideCalls(formula)))
          found[i] = "untold";
    }
  }

  /** What a formula reads besides the arguments of its calls. */
  private besideCalls({ formula, sheet }: OrebookFormula): Reads {
    const calls = callsIn(formula).filter(({ depth }) => depth === 0);
    const numbers = calls.map(({ start, end }) => ({ start, end, text: "0" }));
    return readsOf(this.scan, sheet, rewrite(formula, numbers));
  }

  /** The calls in a formula, then those in the names it uses and in the names these use. */
  private callsOf({ formula, sheet }: OrebookFormula) {
    const named = this.scan.names
      .behind(formula, sheet.id)
      .flatMap((name) => callsIn(name.formula).map((call) => ({ call, name })));
    return [...callsIn(formula).map((call) => ({ call, name: undefined })), ...named];
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
      blocked: part === undefined && formula.sheet.isBlocked(formula.row, formula.column, now.value),
      isUnrecognised: part === undefined && showsError(formula.value, "#NAME?"),
    };
  }
}

/** What a recalculation does not change, or what is about to change. */
const UNCALCULATED: readonly string[] = ["#NAME?", "#SPILL!", "#BUSY!", "#GETTING_DATA"];

function same(a: Scalar | undefined, b: Scalar | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameValue(a, b);
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
