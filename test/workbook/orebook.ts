/** An Excel in memory whose formulas are computed by Orebook's own functions. */
import type { CellValue, Matrix } from "../../workbench/host/workbook-model";
import { createCaller, FunctionError, isCellError, type Session } from "../../src/functions";
import { evaluate, isError, type Scope, type Value } from "../../src/sheets/formula";
import { rectangleOf } from "../../src/sheets/notation/reference";
import { trueBranch } from "../fixtures/if-true";
import { sessionOf } from "../fixtures/seeds";
import { openExcel, type TestExcel, type TestExcelOptions } from "./excel";

export interface OrebookExcel extends TestExcel {
  readonly session: Session;
  /** Computes every formula of the workbook afresh, as Excel does when the add-in is there again. */
  recalculate(): Promise<void>;
}

export interface OrebookOptions extends Omit<TestExcelOptions, "evaluate"> {
  readonly session?: Session;
  /** Whether the add-in is there: without it every function of ours is `#NAME?`. Asked at each computation. */
  readonly isLoaded?: () => boolean;
}

/** Knows our functions, operators and references to cells; any other function is `#NAME?`. */
export function openOrebook({
  session = sessionOf(),
  isLoaded = () => true,
  ...options
}: OrebookOptions = {}): OrebookExcel {
  const caller = createCaller(session);
  const call = (id: string, args: readonly Value[]): Value => {
    try {
      if (!isLoaded()) throw new FunctionError("#NAME?", "");
      const result = caller.call(id, args);
      return Array.isArray(result)
        ? result.map((row) => row.map((cell) => (isCellError(cell) ? { error: cell.error } : cell)))
        : result;
    } catch (error) {
      if (error instanceof FunctionError) return { error: error.code };
      throw error;
    }
  };
  const read: Scope["read"] = (node) => {
    const { workbook } = excel;
    const area = node.kind === "reference" ? rectangleOf(node.text) : undefined;
    const named = node.kind === "name" ? workbook.names.get(node.text, null)?.refersTo : undefined;
    if (typeof named === "string") return evaluate(named, { read, call });
    const sheet =
      node.kind === "reference" && node.sheet !== undefined
        ? workbook.sheets.named(node.sheet)?.id
        : workbook.sheets.list()[0]!.id;
    if (!area || !sheet) return undefined;
    const values = workbook.cells.values({
      sheet,
      row: area.row,
      column: area.column,
      rowCount: area.rows,
      columnCount: area.columns,
    });
    const rows = values.map((row) =>
      row.map((value) => (value === "" ? null : typeof value === "object" ? { error: value.error } : value)),
    );
    return rows.length * rows[0]!.length === 1 ? rows[0]![0]! : rows;
  };
  const excel = openExcel({
    ...options,
    evaluate: (formula) => Promise.resolve(trueBranch(formula) ?? shown(evaluate(formula, { read, call }))),
  });
  return {
    ...excel,
    session,
    recalculate: async () => {
      const { workbook } = excel;
      workbook.calculation.recalculate(
        workbook.sheets
          .list()
          .map(({ id }) => ({ sheet: id, row: 0, column: 0, rowCount: 1_048_576, columnCount: 16_384 })),
      );
      await workbook.calculation.settled();
    },
  };
}

function shown(value: Value | undefined): CellValue | Matrix<CellValue> {
  if (value === undefined) return { error: "#NAME?" };
  if (Array.isArray(value)) return value.map((row) => row.map((cell) => shown(cell) as CellValue));
  return value === null ? 0 : isError(value) ? { error: value.error } : value;
}
