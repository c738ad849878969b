import type { Dataset } from "../../dataset/dataset";
import { Decimal } from "../../dataset/decimal";
import type { Series, Observation } from "../../dataset/records";
import type { Answer } from "../../query/answer/answer";
import type { Language } from "../../query/describe";
import type { Unit, Units } from "../../query/units/units";
import type { PaneContext } from "../context/pane-context";

/** Units that a number carries without being told. */
const SILENT = new Set(["1", "ratio", "count"]);

/** The unit in which a series is easiest to read: the one its figures are most often printed in, the latest among equals. */
export function displayUnit(units: Units, observations: readonly Pick<Observation, "unit">[], base: string): Unit {
  const counts = new Map<string, number>();
  for (const { unit } of observations) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let best = units.get(base);
  let most = 0;
  for (const [id, count] of counts) {
    if (count < most) continue;
    [best, most] = [units.get(id), count];
  }
  return best;
}

/** The value of an answer in a unit of its kind, exactly. */
export function valueIn(units: Units, { value, unit: base }: Pick<Answer, "value" | "unit">, unit: Unit): Decimal {
  return units.convert(value, base, unit);
}

/** Digits after the point as the source prints them, when it prints in this unit. */
export function printedPlaces(observation: Pick<Observation, "value" | "unit"> | undefined, unit: Unit): number {
  return observation?.unit === unit.id ? Decimal.parse(observation.value).scale : 0;
}

/** A unit in words for a heading or after a number; empty for plain ratios and counts. */
export function unitText(dataset: Dataset, unit: string, language: Language): string {
  if (SILENT.has(unit)) return "";
  return language === "zh" ? dataset.label("units", unit, "zh") : unit;
}

/** A number and its unit: `67.33 USD bn`, `5.9%`. */
export function withUnit(number: string, unit: string): string {
  if (unit === "") return number;
  return unit === "%" ? `${number}%` : `${number} ${unit}`;
}

/** The digits of an answer in a unit, as many as its source prints. */
export function numberText({ session, numbers }: PaneContext, answer: Answer, unit: Unit): string {
  return numbers.text(valueIn(session.units, answer, unit), printedPlaces(answer.observation, unit));
}

/** The digits with the unit: `67.33 USD bn`. */
export function figureText(context: PaneContext, answer: Answer, unit: Unit): string {
  return withUnit(numberText(context, answer, unit), unitText(context.session.dataset, unit.id, context.language));
}

/** The figure of a series at a period, or its last one, in the unit it is printed in; undefined for a series without figures. */
export function figureWords(context: PaneContext, series: Series, wanted?: string) {
  const { view, units } = context.reader;
  const period = wanted ?? view.periods(series).at(-1);
  const observation = period === undefined ? undefined : view.observation(series, period);
  if (!observation) return undefined;
  const unit = units.get(observation.unit);
  const number = context.numbers.text(
    valueIn(units, { value: units.baseValue(observation), unit: series.unit }, unit),
    printedPlaces(observation, unit),
  );
  return {
    period: observation.period,
    figure: withUnit(number, unitText(context.session.dataset, unit.id, context.language)),
  };
}
