import type { FunctionDefinition, Session } from "../../functions";
import type { Unit } from "../../query/units";
import { Tracer, type Traced } from "../../sheets/audit/trace";
import { isError, type Scalar, type Value } from "../../sheets/formula";
import { answerText, fractionOf } from "../answer-words";
import { statusWords } from "../cell/explain";
import type { PaneContext } from "../context";

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
  const traced = new Tracer(session).trace(definition.id, values);
  const { outcome, figures, events } = traced;
  if (outcome.kind === "unknownFunction") return { kind: "unknown" };
  if (outcome.kind === "refused") return { kind: "error", error: outcome.error, reason: outcome.reason };
  const { value } = outcome;
  if (isError(value)) return { kind: "error", error: value.error, reason: "" };
  const status = statusWords(context, { id: definition.id, text: "", name: undefined, outcome, figures, events });
  if (Array.isArray(value)) return { kind: "block", rows: value, status };
  const unit = typeof value === "number" ? unitOf(session, definition, read, traced, value) : undefined;
  return { kind: "cell", value, unit, text: textOf(context, value, unit), status };
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

function textOf(context: PaneContext, value: Scalar, unit: Unit | undefined): string {
  return typeof value === "number" ? answerText(context, value, unit) : String(value ?? "");
}
