import { Decimal } from "../../dataset/decimal";
import type { Scalar } from "../../sheets/formula/value";
import type { Block } from "../../sheets/insert/block";
import { GENERAL, widthOf, numberFormat } from "../words/number-format";
import type { Result } from "./result";

/** Numbers below this need no separators to be read. */
const LONG = 10_000;

/** The cells a formula fills with what it answers now, and how they are formatted. What is not known yet is one cell. */
export function formulaBlock(formula: string, result: Result): Block {
  const rows = result.kind === "block" ? result.rows : [[result.kind === "cell" ? result.value : null]];
  const formats = rows[0]!.map((_, column) =>
    result.kind === "cell" ? cellFormat(result) : columnFormat(rows.map((row) => row[column] ?? null)),
  );
  const widths = formats.map((format, column) =>
    Math.max(...rows.map((row) => scalarWidth(row[column] ?? null, format))),
  );
  return { content: [[{ formula }]], rows: rows.length, columns: rows[0]!.length, headers: 0, formats, widths };
}

function cellFormat({ value, unit }: Extract<Result, { kind: "cell" }>): string {
  return typeof value === "number" && unit ? numberFormat(unit, [Decimal.fromNumber(value)]) : GENERAL;
}

/** Years, small numbers and fractions are read best as they are. */
function columnFormat(cells: readonly Scalar[]): string {
  const numbers = cells.filter((cell) => typeof cell === "number");
  const isLong = numbers.some((number) => Math.abs(number) >= LONG);
  if (!isLong) return GENERAL;
  return numbers.every(Number.isInteger) ? "#,##0" : "#,##0.00";
}

function scalarWidth(value: Scalar, format: string): number {
  return typeof value === "number" ? widthOf(value, format) : String(value ?? "").length;
}
