import type { Observation } from "../../../dataset/records";
import { evaluate, type OrebookCall, type Scalar, type Value } from "../../formula";
import type { Rectangle } from "../../notation/reference";
import {
  argumentsAt,
  scopeAt,
  WorkbookScan,
  type CallFunction,
  type NameScan,
  type SheetScan,
  type Standpoint,
} from "../../scan";
import { Dependence, keyOf } from "./dependence";
import type { Answered, Tracer } from "../../trace/tracer";

/** Thrown through an evaluation that needs a cell of which only Excel can tell what it will show. */
const UNTOLD = Symbol("only Excel can tell");

/**
 * The workbook as it would be once everything is recalculated within a session: cells show what Orebook's formulas give
 * there, and what others make of it, as far as that can be told without Excel.
 */
export class Projection {
  private readonly projected: WorkbookScan;
  private readonly answers = new Map<string, Answered | undefined>();
  /** What Orebook's formulas spill beyond their own cells. */
  private readonly spilled = new Map<string, Scalar>();
  private dependence: Dependence;
  private evidence: Observation[] = [];

  constructor(
    private readonly scan: WorkbookScan,
    private readonly tracer: Tracer,
    formulas: readonly Standpoint[],
  ) {
    this.dependence = this.dependenceOn(true);
    this.projected = new WorkbookScan(
      scan.sheets.map((sheet) => this.project(sheet)),
      scan.names.all,
      scan.tables,
    );
    this.spill(formulas);
  }

  /** Works out what formulas spill: formulas beside them may look at that, and those which do are worked out anew. */
  private spill(formulas: readonly Standpoint[]): void {
    const values = formulas.map((formula) => this.cell(formula)?.value);
    for (const [i, { sheet, row, column }] of formulas.entries()) {
      const block = values[i];
      if (!Array.isArray(block)) continue;
      block.forEach((line, r) =>
        line.forEach(
          (cell, c) => (r > 0 || c > 0) && this.spilled.set(keyOf({ sheet, row: row + r, column: column + c }), cell),
        ),
      );
    }
    if (this.spilled.size === 0) return;
    const onSpills = this.dependenceOn(false);
    const kept = formulas.filter((formula) => !onSpills.depends(formula)).map(keyOf);
    const answers = kept.map((key) => [key, this.answers.get(key)] as const);
    this.answers.clear();
    for (const [key, answer] of answers) this.answers.set(key, answer);
    this.dependence = this.dependenceOn(true);
  }

  /** On what formulas spill, and `asks`: on what they answer. */
  private dependenceOn(asks: boolean): Dependence {
    return new Dependence(this.scan, { asks: () => asks, isSpilled: (at) => this.spilled.has(keyOf(at)) });
  }

  /** What a formula elsewhere spills into a cell, if one does. */
  spilledInto(at: Standpoint): Scalar | undefined {
    return this.spilled.get(keyOf(at));
  }

  /** The value of the formula in a cell; undefined where only Excel can tell. */
  cell(at: Standpoint): Answered | undefined {
    const key = keyOf(at);
    if (!this.answers.has(key)) {
      // A cell that looks at itself has no value here.
      this.answers.set(key, undefined);
      const standpoint = this.standpoint(at);
      this.answers.set(
        key,
        this.watched(() =>
          evaluate(at.sheet.formula(at.row, at.column) ?? "", scopeAt(this.projected, standpoint, this.call)),
        ),
      );
    }
    return this.answers.get(key);
  }

  /** The answer to one call in a cell's formula, or in a name that the formula uses. */
  part(call: OrebookCall, at: Standpoint, name: NameScan | undefined): Answered | undefined {
    const formula = name?.formula ?? at.sheet.formula(at.row, at.column);
    return this.watched(() => {
      const args = argumentsAt(this.projected, { ...this.standpoint(at), name }, call, this.call, formula);
      return args && this.call(call.id, args);
    });
  }

  private readonly call: CallFunction = (id, args) => {
    const answered = this.tracer.answer(id, args);
    this.evidence.push(...(answered?.evidence ?? []));
    return answered?.value;
  };

  /** Runs `work` and gathers the figures behind it. */
  private watched(work: () => Value | undefined): Answered | undefined {
    const outer = this.evidence;
    this.evidence = [];
    try {
      const value = work();
      return value === undefined ? undefined : { value, evidence: [...new Set(this.evidence)] };
    } catch (reason) {
      if (reason === UNTOLD) return undefined;
      throw reason;
    } finally {
      outer.push(...this.evidence);
      this.evidence = outer;
    }
  }

  private standpoint({ sheet, row, column }: Standpoint): Standpoint {
    return { sheet: this.projected.sheet(sheet.id)!, row, column };
  }

  /** The same sheet, except that its cells show what they will. */
  private project(sheet: SheetScan): SheetScan {
    return Object.create(sheet, {
      value: { value: (row: number, column: number): Scalar => this.shown({ sheet, row, column }) },
      areaOf: { value: (row: number, column: number): Rectangle => this.filled({ sheet, row, column }) },
    }) as SheetScan;
  }

  private shown(at: Standpoint): Scalar {
    const spilled = this.spilled.get(keyOf(at));
    if (spilled !== undefined) return spilled;
    const { sheet, row, column } = at;
    if (!this.dependence.depends(at)) return sheet.value(row, column);
    if (sheet.formula(row, column) === undefined) return this.spilledFrom(at);
    const value = this.valueOf(at);
    return Array.isArray(value) ? value[0]![0]! : value;
  }

  /** What an old answer spilled and the new one does not is gone. */
  private spilledFrom({ sheet, row, column }: Standpoint): Scalar {
    const spill = sheet.spillOver(row, column);
    const value = spill && this.valueOf({ sheet, row: spill.row, column: spill.column });
    return Array.isArray(value) ? (value[row - spill!.row]?.[column - spill!.column] ?? null) : null;
  }

  private filled(at: Standpoint): Rectangle {
    const { sheet, row, column } = at;
    if (sheet.formula(row, column) === undefined || !this.dependence.depends(at)) return sheet.areaOf(row, column);
    const value = this.valueOf(at);
    return {
      row,
      column,
      rows: Array.isArray(value) ? value.length : 1,
      columns: Array.isArray(value) ? value[0]!.length : 1,
    };
  }

  private valueOf(at: Standpoint): Value {
    const answered = this.cell(at);
    if (!answered) throw UNTOLD;
    this.evidence.push(...answered.evidence);
    return answered.value;
  }
}
