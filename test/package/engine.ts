import { createCaller, FunctionError, type Session } from "../../src/functions";
import type { FormulaEngine } from "../../src/sheets/dependents";
import { evaluate, type Scalar, type Value } from "../../src/sheets/formula";
import { addressOfCell } from "../../src/sheets/notation/place";
import { rectangleOf } from "../../src/sheets/notation/reference";

/** Orebook's own reader of formulas: references, operators and Orebook's functions, nothing of Excel's. */
export function engineFor(session: Session): FormulaEngine {
  const caller = createCaller(session);
  const call = (id: string, args: readonly Value[]): Value => {
    try {
      return caller.call(id, [...args]) as Value;
    } catch (error) {
      if (error instanceof FunctionError) return { error: error.code };
      throw error;
    }
  };
  return {
    has: (name) => /^(?:METALS|REE)\./.test(name),
    async evaluate(formula, cells) {
      const read = (node: { readonly text: string }): Value => {
        const area = rectangleOf(node.text)!;
        const rows = Array.from({ length: area.rows }, (_, r) =>
          Array.from(
            { length: area.columns },
            (__, c): Scalar => cells[addressOfCell(area.row + r, area.column + c)] ?? null,
          ),
        );
        return area.rows * area.columns === 1 ? rows[0]![0]! : rows;
      };
      const value = evaluate(formula, { read, call });
      if (value === undefined) throw new Error(`not computed: ${formula}`);
      return value;
    },
  };
}
