import { Decimal } from "../../dataset/decimal";
import {
  frequencyOf,
  monthsSpanned,
  previousPeriod,
  STEPPED,
  yearsEarlier,
  type Frequency,
} from "../../dataset/period";
import { evidence, type Answer } from "../answer/answer";
import { isHeld } from "../answer/answered";
import type { Ask } from "../answer/ask";
import type { Reader } from "../answer/candidates";
import { combine, computedAnswer, partsOf, resolve, sameBasis } from "../answer/compute";
import { changeOf, growth, growthOnPrevious } from "./growth";
import { MOVING, type How } from "./how";
import { orThrow, refuse } from "../refusal";

/** Families of indicators of which a longer period has the mean. */
const AVERAGED: ReadonlySet<string> = new Set(["price", "exchange"]);

const HUNDRED = Decimal.fromInteger(100);

/** Frequencies that make up longer periods, finest first. */
const FINER: readonly Frequency[] = ["m", "q", "s"];

const LENGTH: Readonly<Record<string, number>> = { m: 1, q: 3, s: 6, a: 12 };

/** The figure of a period as `how` asks for it; what lies before the first period shown is looked up all the same. Refuses with the reason. */
export function transformed(reader: Reader, ask: Ask, how: How, period: string, first?: string): Answer {
  const { change, running, aggregate } = how;
  if (change !== "yoy" && (change ?? running) && !STEPPED.has(frequencyOf(period)!))
    refuse("notOffered", { argument: "how", word: (change ?? running)!, valid: ["yoy"] });
  const plain = !running && !aggregate;
  const ratio = (base: string) => {
    const terms = [level(reader, ask, how, period), level(reader, ask, how, base)] as const;
    return sameBasis(...terms)
      ? changeOf(ask, period, terms)
      : refuse("incomplete", { subject: ask, period, missing: base });
  };
  switch (change) {
    case undefined:
      return level(reader, ask, how, period);
    case "yoy":
      return plain ? orThrow(growth(reader, ask, period)).answer : ratio(yearsEarlier(period));
    case "previous":
      return plain ? growthOnPrevious(reader, ask, period) : ratio(previousPeriod(period));
    case "index":
      return indexed(reader, ask, how, period, first ?? period);
  }
}

function indexed(reader: Reader, ask: Ask, how: How, period: string, first: string): Answer {
  const terms = [level(reader, ask, how, period), level(reader, ask, how, first)] as const;
  if (!sameBasis(...terms)) refuse("incomplete", { subject: ask, period, missing: first });
  if (terms[1].value.isZero()) refuse("impossible", { subject: ask, period, why: "zeroBase" });
  const value = terms[0].value.times(HUNDRED).dividedBy(terms[1].value);
  return computedAnswer(ask, period, value, "1", { operation: "index", terms });
}

/** The figure itself, or with those before it. */
function level(reader: Reader, ask: Ask, { running, aggregate }: How, period: string): Answer {
  const one = (at: string) => (aggregate ? aggregated(reader, ask, at, aggregate) : resolve(reader, ask, at));
  if (!running) return one(period);
  if (running !== "ytd") return together(ask, period, stepsBack(period, MOVING[running]).map(one), "mean");
  const { first, last } = monthsSpanned(period);
  const steps = stepsBack(period, ((last % 12) + 1) / (last - first + 1));
  return steps.length === 1
    ? one(period)
    : together(ask, period, steps.map(one), methodFor(reader, ask, steps.map(one), running));
}

/** A period and those before it, oldest first. */
function stepsBack(period: string, count: number): string[] {
  const steps = [period];
  while (steps.length < count) steps.unshift(previousPeriod(steps[0]!));
  return steps;
}

/** The frequency of which longer periods are put together: the finest that is held, up to their own. */
export function finest(reader: Reader, ask: Ask, target: Frequency): Frequency {
  return FINER.find((freq) => LENGTH[freq]! < LENGTH[target]! && isHeld(reader, ask, freq, () => true)) ?? target;
}

/** The periods of a frequency that make up a longer one, oldest first. */
export function periodsOf(period: string, freq: Frequency): string[] {
  const { first, last } = monthsSpanned(period);
  const year = period.slice(0, 4);
  const count = (last - first + 1) / LENGTH[freq]!;
  const end =
    freq === "m"
      ? `${year}-${String((last % 12) + 1).padStart(2, "0")}`
      : freq === "q"
        ? `${year}-Q${((last % 12) + 1) / 3}`
        : freq === "s"
          ? `${year}-H${((last % 12) + 1) / 6}`
          : period;
  return stepsBack(end, count);
}

/** A quarter or year put together from its months, or from the quarters where no months are held. */
function aggregated(reader: Reader, ask: Ask, period: string, word: "quarterly" | "annual"): Answer {
  const freq = finest(reader, ask, frequencyOf(period)!);
  if (freq === frequencyOf(period)) return resolve(reader, ask, period);
  const parts = ask.series ? undefined : partsOf(ask);
  if (parts) {
    const [x, y] = parts.map((part) => aggregated(reader, part, period, word));
    return sameBasis(x, y)
      ? combine(ask, period, [x!, y!])
      : refuse("incomplete", { subject: ask, period, missing: period });
  }
  const terms = periodsOf(period, freq).map((part) => resolve(reader, ask, part));
  return together(ask, period, terms, methodFor(reader, ask, terms, word));
}

/** Sums of what is additive, means of prices; refused for what has neither, such as reserves or rates. */
function methodFor(reader: Reader, ask: Ask, terms: readonly Answer[], word: string): "sum" | "mean" {
  const family = String(reader.view.dataset.codes("indicators").get(ask.indicator)?.["family"] ?? "");
  if (AVERAGED.has(family)) return "mean";
  const additive = terms
    .flatMap(evidence)
    .every((one) => one.series.additive || one.series.transformation === "implied");
  const isSum = additive && ask.measure !== "unit-value" && ask.transformation === "level";
  return isSum ? "sum" : refuse("notOffered", { argument: "how", word, valid: ["yoy", "previous", "index"] });
}

function together(ask: Ask, period: string, terms: readonly Answer[], operation: "sum" | "mean"): Answer {
  const odd = terms.find((term) => !sameBasis(term, terms[0]));
  if (odd) refuse("incomplete", { subject: ask, period, missing: odd.period });
  const sum = terms.reduce((total, { value }) => total.plus(value), Decimal.fromInteger(0));
  const value = operation === "sum" ? sum : sum.dividedBy(Decimal.fromInteger(terms.length));
  return computedAnswer(ask, period, value, terms[0]!.unit, { operation, terms });
}
