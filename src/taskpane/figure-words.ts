import type { Series } from "../dataset/records";
import type { Answer } from "../query/answer";
import type { Unit } from "../query/units";
import type { PaneContext } from "./context";
import { printedPlaces, unitText, valueIn, withUnit } from "./figures";

/** The digits of an answer in a unit, as many as its source prints. */
export function numberText({ session, numbers }: PaneContext, answer: Answer, unit: Unit): string {
  return numbers.text(valueIn(session.units, answer, unit), printedPlaces(answer.observation, unit));
}

/** The digits with the unit: `67.33 USD bn`. */
export function figureText(context: PaneContext, answer: Answer, unit: Unit): string {
  return withUnit(numberText(context, answer, unit), unitText(context.session.dataset, unit.id, context.language));
}

export interface FigureWords {
  readonly period: string;
  readonly figure: string;
}

/** The figure of a series at a period, or its last one, in the unit it is printed in; undefined for a series without figures. */
export function figureWords(context: PaneContext, series: Series, wanted?: string): FigureWords | undefined {
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
