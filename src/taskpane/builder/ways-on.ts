import { monthsSpanned } from "../../dataset/period";
import type { FunctionDefinition } from "../../functions";
import type { Parameter } from "../../functions/definition";
import { enumValues } from "../../functions/reading/enums";
import { ANY_BASIS } from "../../query/answer/ask";
import { periodCell, readPeriod } from "../../query/period/period";
import { Refusal } from "../../query/refusal";
import type { Value } from "../../sheets/formula/value";
import type { PaneContext } from "../context/pane-context";
import { readEach } from "./check";
import { isAnswered, ITEMS, periodsOf, valuesWith, type Asked } from "./choices";
import { resultOf } from "./result";

/** A question like one that has no answer, but for one argument, which has one. */
export interface WayOn {
  /** Of the argument that is another one. */
  readonly position: number;
  readonly word: string | number;
  /** What the argument is called for people. */
  readonly label: string;
  /** What it answers. */
  readonly gives: string;
}

interface Step {
  readonly word: string | number;
  readonly label: string;
}

/** Nobody reads more. */
const MOST = 6;

/** Periods tried before and after the one asked for. */
const REACH = 40;

/** The questions nearest to one that has no answer, which have one: right words for a wrong one, else another basis, measure, item or period. */
export function waysOn(context: PaneContext, definition: FunctionDefinition, values: readonly Value[]): WayOn[] {
  if (definition.spills || definition.neverRefuses) return [];
  const { session } = context;
  const { faults } = readEach(definition, values, session);
  const parameters = Object.values(definition.parameters);
  const found: WayOn[] = [];
  const isWrong = faults.some((fault) => fault !== undefined);
  for (const rank of ORDER) {
    parameters.forEach((parameter, position) => {
      if (isWrong ? !faults[position] : !rank(parameter)) return;
      const steps = isWrong
        ? faults[position]!.words.map((word) => ({ word, label: word }))
        : stepsOf({ context, definition, values }, parameter, position);
      for (const { word, label } of steps) {
        const asked = parameters.map((_, i) => (i === position ? word : (values[i] ?? null)));
        if (found.length === MOST || !isAnswered(context, definition, asked)) continue;
        const result = resultOf(context, definition, asked, readEach(definition, asked, session).read);
        if (result.kind === "cell") found.push({ position, word, label, gives: result.text });
      }
    });
    if (isWrong) break;
  }
  return found;
}

const ORDER: readonly ((parameter: Parameter<unknown>) => boolean)[] = [
  ({ enum: list }) => list === "bases",
  ({ enum: list }) => list === "measures" || list === "stages",
  ({ enum: list }) => ITEMS.has(list),
  ({ takes }) => takes === "period",
];

function stepsOf(asked: Asked, parameter: Parameter<unknown>, position: number): Step[] {
  const { context, values } = asked;
  const { session, language } = context;
  if (parameter.takes === "period") return nearestPeriods(asked, position);
  const words = enumValues(parameter.enum!, session.dataset, session.words, language);
  if (ITEMS.has(parameter.enum)) return sameMetal(context, words, values[position]);
  return parameter.enum === "bases" ? [...words, { word: ANY_BASIS, label: context.texts.cell.anyBasis }] : words;
}

/** Other goods of the metal that is asked for. */
function sameMetal({ session, reader }: PaneContext, words: readonly Step[], asked: Value | undefined): Step[] {
  const { catalogue } = reader.view;
  const itemOf = (word: unknown) => session.words.find("items", String(word ?? ""));
  const item = itemOf(asked);
  if (item === undefined) return [];
  const metal = catalogue.metalOf(item);
  return words.filter(({ word }) => {
    const other = itemOf(word);
    return other !== undefined && other !== item && catalogue.metalOf(other) === metal;
  });
}

/** The last period before the one asked for that has an answer, and the first one after it. */
function nearestPeriods(asked: Asked, position: number): Step[] {
  const { context, definition, values } = asked;
  const month = monthOf(values[position]);
  if (month === undefined) return [];
  const answered = (periods: readonly string[]) =>
    periods
      .slice(0, REACH)
      .map((period) => ({ word: periodCell(period), label: period }))
      .find(({ word }) => isAnswered(context, definition, valuesWith(values, position, word)));
  const newestFirst = periodsOf(asked);
  const before = newestFirst.filter((period) => monthsSpanned(period).first < month);
  const after = newestFirst.filter((period) => monthsSpanned(period).first > month).reverse();
  return [answered(before), answered(after)].flatMap((step) => step ?? []);
}

function monthOf(value: Value | undefined): number | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  try {
    return monthsSpanned(readPeriod(value, "period")).first;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
