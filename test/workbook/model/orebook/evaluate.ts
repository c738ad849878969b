/** What Excel would show in the model: Orebook's functions as of where the document stands, and simple operators. */
import type * as Code from "./code";
import { evaluate, isError, type Scope, type Value } from "../../../../src/sheets/formula";
import { readStanding } from "../../../../src/sheets/record/standing";
import type { CellValue, Evaluate, Matrix } from "../../../../workbench/host/workbook-model";
import { areaAt } from "../../../../workbench/page/address";
import { trueBranch } from "../../../fixtures/if-true";
import type { Book } from "../user/book";

export function evaluating(code: typeof Code, session: Code.Session): (book: Book) => Evaluate {
  const callers = new Map<string, Code.Caller>();
  const callerAt = (release: string): Code.Caller => {
    const caller = callers.get(release) ?? code.createCaller({ ...session, standing: { release, day: undefined } });
    callers.set(release, caller);
    return caller;
  };
  return (book) => (formula, at) => {
    const { release = "R1" } = readStanding(book.settings === undefined ? {} : JSON.parse(book.settings));
    const scope: Scope = {
      read: (node) => {
        if (node.kind !== "reference") return undefined;
        const sheet = node.sheet === undefined ? at.sheet : book.workbook.sheets.named(node.sheet)?.id;
        if (sheet === undefined) return undefined;
        const values = book.workbook.cells
          .values({ ...areaAt(book.workbook, node.text), sheet })
          .map((row) =>
            row.map((cell) => (cell === "" ? null : typeof cell === "object" ? { error: cell.error } : cell)),
          );
        return values.length * values[0]!.length === 1 ? values[0]![0]! : values;
      },
      call: (id, args) => {
        try {
          if (!book.isLoaded) return { error: "#NAME?" };
          const result = callerAt(release).call(id, args);
          return (Array.isArray(result) ? result.map((row) => row.map(told)) : told(result)) as Value;
        } catch (error) {
          if (error instanceof code.FunctionError) return { error: error.code };
          throw error;
        }
      },
    };
    const told = (cell: unknown) =>
      code.isCellError(cell as never) ? { error: (cell as { error: string }).error } : cell;
    return Promise.resolve(trueBranch(formula) ?? shown(evaluate(formula, scope)));
  };
}

function shown(value: Value | undefined): CellValue | Matrix<CellValue> {
  if (value === undefined) return { error: "#NAME?" };
  if (Array.isArray(value)) return value.map((row) => row.map((cell) => shown(cell) as CellValue));
  return value === null ? 0 : isError(value) ? { error: value.error } : value;
}
