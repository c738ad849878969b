import { Decimal } from "../../dataset/decimal";
import type { Observation } from "../../dataset/records";
import { FUNCTIONS, type FunctionDefinition, type Session } from "../../functions";
import { statusLine } from "../../functions/answering/status";
import { answerFrom } from "../../query/answer/answer";
import { askOfSeries } from "../../query/answer/ask";
import type { Unit, Units } from "../../query/units/units";
import type { AuditedCall } from "../../sheets/audit/entry";
import { statusOf } from "../../sheets/audit/words";
import type { PaneContext } from "../context/pane-context";
import { cellText } from "./cell-text";
import { unitText, withUnit } from "./figures";

const FRACTION = "1";

/** A number that a function answered, in the user's notation, with its unit where that is known; a fraction with its percentage. */
export function answerText(context: PaneContext, value: number, unit: Unit | undefined): string {
  const text = cellText(context, value);
  if (!unit) return text;
  if (unit.kind !== "rate" || unit.scale !== 0)
    return withUnit(text, unitText(context.session.dataset, unit.id, context.language));
  return `${text} (${context.numbers.text(Decimal.fromNumber(value).shifted(2).rounded(2))}%)`;
}

/** The unit of all numbers a function gives, where it gives nothing but fractions. */
export function fractionOf(units: Units, { parameters, result }: FunctionDefinition): Unit | undefined {
  return !("unit" in parameters) && result === "number" ? units.get(FRACTION) : undefined;
}

/** The unit in which a number is the figure it was answered from; a fraction where the function gives nothing else. */
export function unitOfAnswer(
  { units, language }: Session,
  id: string,
  figures: readonly Observation[],
  value: number,
): Unit | undefined {
  const definition = FUNCTIONS.find((one) => one.id === id);
  const fraction = definition && fractionOf(units, definition);
  const [figure] = figures;
  if (fraction || figures.length !== 1) return fraction;
  const base = units.baseValue(figure!);
  return [figure!.series.unit, ...units.offered(figure!.series.unit, language)]
    .map((unit) => units.get(unit))
    .find(({ scale }) => base.shifted(-scale).toNumber() === value);
}

/** One line on an answer: of a single figure all there is to say, of several what they are; why there is none. */
export function statusWords({ session, reader }: Pick<PaneContext, "session" | "reader">, call: AuditedCall): string {
  const [only, ...more] = call.figures;
  return only && more.length === 0
    ? statusLine(session, reader, answerFrom(reader, askOfSeries(only.series), only))
    : statusOf(session, call);
}
