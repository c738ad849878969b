import { Decimal } from "../../dataset/decimal";
import { frequencyOf, previousPeriod, STEPPED } from "../../dataset/period";
import type { Answer } from "../../query/answer/answer";
import { ofWorld, type Ask } from "../../query/answer/ask";
import { resolve, sameBasis } from "../../query/answer/compute";
import { besides, concentration } from "../../query/derived/concentration";
import { compoundGrowth, growth, growthOnPrevious } from "../../query/derived/growth";
import { orThrow, refuse } from "../../query/refusal";
import { share } from "../../query/derived/share";
import type { Unit } from "../../query/units/units";
import { askFor, type Context } from "../context";
import type { FigureColumn } from "../recipe/recipe";
import type { Row } from "./rows";
import { fill } from "../texts";

/** What one cell asks for, in full. */
export type Request =
  | { readonly show: "value"; readonly ask: Ask; readonly period: string }
  | { readonly show: "sum"; readonly ask: Ask; readonly shown: readonly string[]; readonly period: string }
  | { readonly show: "change" | "compound"; readonly ask: Ask; readonly period: string; readonly base: string }
  | { readonly show: "growth"; readonly ask: Ask; readonly period: string; readonly base: string | undefined }
  | { readonly show: "share"; readonly part: Request; readonly whole: Ask; readonly period: string }
  | { readonly show: "concentration"; readonly ask: Ask; readonly period: string };

/** A figure for a cell. */
export interface Figure {
  /** Exact, in the base unit. */
  readonly value: Decimal;
  readonly unit: string;
  /** What it was computed from, or the one answer it is. */
  readonly answers: readonly Answer[];
}

/** Writes a formula, with its equals sign, that gives the same value as a cell; undefined where none can. `figure` is the answer, where there is one. */
export type FormulaWriter = (
  context: Context,
  request: Request,
  figure: Figure | undefined,
  unit: Unit | undefined,
) => string | undefined;

const FRACTION = "1";
const NOT_COMPARED = ["change", "growth", "compound", "concentration"];

/** What a figure column asks in a row; undefined where there is no such figure: a rate does not grow, nor do the others together. */
export function requestOf(context: Context, row: Row, column: FigureColumn): Request | undefined {
  if (row.event || (row.besides && NOT_COMPARED.includes(column.show))) return undefined;
  const { indicator } = { ...context.recipe.question, ...row.question, ...column.question };
  const ask = askFor(context, row.question, column.question, row.instead?.[indicator ?? ""]);
  if (ask.transformation !== "level" && NOT_COMPARED.includes(column.show)) return undefined;
  const period = periodOf(context, row, column);
  const base =
    column.base === undefined || column.base === "previous" ? column.base : fill(column.base, spanWords(context));
  switch (column.show) {
    case "value":
      return valueRequest(row, ask, period);
    case "share":
    case "part": {
      const isOfWorld = column.show === "share";
      const whole = isOfWorld
        ? ofWorld(context.session.dataset, ask)
        : askFor(context, row.question, column.question, column.of);
      return { show: "share", part: valueRequest(row, ask, period), whole, period };
    }
    case "growth":
      return { show: "growth", ask, period, base: base === "previous" ? previousPeriod(period) : base };
    case "change":
    case "compound":
      return { show: column.show, ask, period, base: base! };
    case "concentration":
      return { show: "concentration", ask, period };
  }
}

/** The period a column or its row names. */
export function periodOf(context: Context, row: Row | undefined, column: FigureColumn): string {
  return column.period === undefined ? (row?.period ?? "") : fill(column.period, spanWords(context));
}

function spanWords({ from, to }: Context): Record<string, string | undefined> {
  return { from, to };
}

function valueRequest({ besides: shown }: Row, ask: Ask, period: string): Request {
  return shown ? { show: "sum", ask, shown, period } : { show: "value", ask, period };
}

/** Answers a request. Refuses with the reason of what is missing. */
export function figureFor(context: Context, request: Request): Figure {
  const { reader } = context;
  switch (request.show) {
    case "value":
      return single(resolve(reader, request.ask, request.period));
    case "sum":
      return sum(context, request);
    case "change":
      return change(context, request);
    case "growth":
      return single(growthFor(context, request));
    case "compound":
      return single(orThrow(compoundGrowth(reader, request.ask, request.base, request.period)));
    case "share":
      return shareFor(context, request);
    case "concentration":
      return single(concentration(reader, request.ask, request.period));
  }
}

function single(answer: Answer): Figure {
  return { value: answer.value, unit: answer.unit, answers: [answer] };
}

function sum({ reader }: Context, { ask, shown, period }: Request & { show: "sum" }): Figure {
  const world = resolve(reader, ofWorld(reader.view.dataset, ask), period);
  const answers = besides(reader, ask, world, shown);
  if (answers.length === 0) return single(resolve(reader, ask, period));
  return {
    value: answers.reduce((total, { value }) => total.plus(value), Decimal.fromInteger(0)),
    unit: world.unit,
    answers,
  };
}

/** Levels of one basis only. */
function change({ reader }: Context, { ask, period, base }: Request & { show: "change" | "compound" }): Figure {
  const [now, before] = [resolve(reader, ask, period), resolve(reader, ask, base)];
  if (!sameBasis(now, before)) refuse("incomplete", { subject: ask, period, missing: base });
  return { value: now.value.minus(before.value), unit: now.unit, answers: [now, before] };
}

function growthFor({ reader }: Context, { ask, period, base }: Request & { show: "growth" }): Answer {
  const isPrevious = base !== undefined && STEPPED.has(frequencyOf(period)!) && base === previousPeriod(period);
  return isPrevious ? growthOnPrevious(reader, ask, period) : orThrow(growth(reader, ask, period, base)).answer;
}

function shareFor(context: Context, { part, whole, period }: Request & { show: "share" }): Figure {
  const { reader } = context;
  if (part.show === "value") return single(orThrow(share(reader, part.ask, whole, period)));
  const total = resolve(reader, whole, period);
  const { value, answers } = figureFor(context, part);
  return { value: value.dividedBy(total.value), unit: FRACTION, answers: [...answers, total] };
}
