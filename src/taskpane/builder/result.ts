import { Decimal } from "../../dataset/decimal";
import type { FunctionDefinition, Session } from "../../functions";
import type { Unit } from "../../query/units/units";
import { type Traced, FactTracer } from "../../sheets/audit/trace";
import { type Scalar, isError, type Value } from "../../sheets/formula/value";
import type { Block } from "../../sheets/insert/block";
import type { PaneContext } from "../context/pane-context";
import { h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import { statusWords, answerText, fractionOf } from "../words/answer-words";
import { cellText } from "../words/cell-text";
import { GENERAL, widthOf, numberFormat } from "../words/number-format";
import { builderTexts } from "./texts";

/** What a call answers, in words for the pane. */
export type Result =
  /** Cells whose values only Excel knows, or arguments that are missing. */
  | { readonly kind: "unknown" }
  | { readonly kind: "error"; readonly error: string; readonly reason: string }
  | {
      readonly kind: "cell";
      readonly value: Scalar;
      readonly unit: Unit | undefined;
      readonly text: string;
      readonly status: string;
    }
  | { readonly kind: "block"; readonly rows: readonly (readonly Scalar[])[]; readonly status: string };

/** Asks the function itself. `read`: what it makes of its arguments; `values`: what Excel would hand over. */
export function resultOf(
  context: PaneContext,
  definition: FunctionDefinition,
  values: readonly Value[],
  read: Readonly<Record<string, unknown>>,
): Result {
  const { session } = context;
  const traced = new FactTracer(session).trace(definition.id, values);
  const { outcome, figures, events } = traced;
  if (outcome.kind === "unknownFunction") return { kind: "unknown" };
  if (outcome.kind === "refused") return { kind: "error", error: outcome.error, reason: outcome.reason };
  const { value } = outcome;
  if (isError(value)) return { kind: "error", error: value.error, reason: "" };
  const status = statusWords(context, { id: definition.id, text: "", outcome, figures, events });
  if (Array.isArray(value)) return { kind: "block", rows: value, status };
  const unit = typeof value === "number" ? unitOf(session, definition, read, traced, value) : undefined;
  const text = typeof value === "number" ? answerText(context, value, unit) : String(value ?? "");
  return { kind: "cell", value, unit, text, status };
}

/** The unit of a number: the one asked for, that of the figure it is, that of every figure it comes from, or a fraction where the function gives nothing else. */
function unitOf(
  { units }: Session,
  definition: FunctionDefinition,
  read: Readonly<Record<string, unknown>>,
  { figures }: Traced,
  value: number,
): Unit | undefined {
  const takesUnit = "unit" in definition.parameters;
  const asked = read["unit"] as Unit | undefined;
  if (takesUnit && asked) return asked;
  const fraction = fractionOf(units, definition);
  if (fraction) return fraction;
  const bases = new Set(figures.map(({ series }) => series.unit));
  const isTheFigure = figures.length === 1 && units.baseValue(figures[0]!).toNumber() === value;
  return bases.size === 1 && (takesUnit || isTheFigure) ? units.get([...bases][0]!) : undefined;
}

const ROWS_SHOWN = 8;

/** The answer in one line, as it stands beside the formula. */
export function resultLine(context: PaneContext, result: Result): string {
  const { insert } = context.texts;
  switch (result.kind) {
    case "cell":
      return insert.gives(result.text);
    case "error":
      return insert.gives(result.error);
    case "block":
      return insert.size(result.rows.length, result.rows[0]!.length);
    case "unknown":
      return "";
  }
}

/** What there is to say of the answer: its status, why there is none, or how the cells will look that it fills. */
export function resultView(context: PaneContext, result: Result): HTMLElement | undefined {
  const texts = builderTexts[context.language];
  const card = (...parts: (HTMLElement | false)[]) => h("section.card", { "aria-label": texts.result }, ...parts);
  if (result.kind === "unknown") return undefined;
  if (result.kind === "error")
    return h("p.refusal", iconOf("warning"), h("span", h("strong", result.error), " ", result.reason));
  const status = result.status !== "" && h("p.quiet", result.status);
  if (result.kind === "cell") return card(h("p.call-value", result.text), status);
  const { rows } = result;
  const isHeaderOfFigures = (row: number, column: number) =>
    row === 0 && rows[0]!.every((cell) => typeof cell === "string") && typeof rows[1]?.[column] === "number";
  const isNumber = (cell: Scalar, row: number, column: number) =>
    typeof cell === "number" || isError(cell) || isHeaderOfFigures(row, column);
  const body = rows
    .slice(0, ROWS_SHOWN)
    .map((row, r) =>
      h(
        "tr",
        ...row.map((cell, c) =>
          h("td", { class: isNumber(cell, r, c) ? "number" : undefined }, scalarText(context, cell)),
        ),
      ),
    );
  return card(
    h(
      "div.table-scroll",
      { tabindex: 0, role: "region", "aria-label": texts.result },
      h("table.table-preview", h("tbody", ...body)),
    ),
    rows.length > ROWS_SHOWN && h("p.quiet", texts.moreRows(rows.length - ROWS_SHOWN)),
    status,
  );
}

/** A cell as Excel would show it, years without separators. */
export function scalarText(context: PaneContext, value: Scalar): string {
  if (isError(value)) return value.error;
  return typeof value === "number" ? cellText(context, value) : String(value ?? "");
}

/** Numbers below this need no separators to be read. */
const LONG = 10_000;

/** The cells a formula fills with what it answers now, and how they are formatted. What is not known yet is one cell. */
export function formulaBlock(formula: string, result: Result): Block {
  const rows = result.kind === "block" ? result.rows : [[result.kind === "cell" ? result.value : null]];
  const formats = rows[0]!.map((_, column) =>
    result.kind === "cell" ? cellFormat(result) : columnFormat(rows.map((row) => row[column] ?? null)),
  );
  const cellWidth = (value: Scalar, format: string) =>
    typeof value === "number" ? widthOf(value, format) : String(value ?? "").length;
  const widths = formats.map((format, column) =>
    Math.max(...rows.map((row) => cellWidth(row[column] ?? null, format))),
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
