import type { Rectangle } from "../notation/reference";
import type { Scalar } from "../formula";

/** Cells as Excel gave them, row by row. */
export interface CellsRead extends Rectangle {
  /** Formulas in English notation; of a cell without one, its constant; "" for an empty cell. */
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
}

/** A cell that holds a formula of its own. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** What it shows. */
  readonly value: Scalar;
}

/** Whether a cell holds a formula. A text that only looks like one shows itself. */
export function isFormula(content: unknown, shown: unknown): content is string {
  return typeof content === "string" && content.startsWith("=") && content.length > 1 && content !== shown;
}

export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

const ERRORS =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|PYTHON!|TIMEOUT!|EXTERNAL!|BUSY!|GETTING_DATA)$/;

/** What a cell shows. Excel hands errors over as their words, so a text that reads like one counts as one. */
export function scalarOf(value: unknown): Scalar {
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = String(value);
  return ERRORS.test(text) ? { error: text } : text;
}
