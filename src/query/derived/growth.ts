import { Decimal } from "../../dataset/decimal";
import { frequencyOf, monthsOf, monthsSpanned, previousPeriod, yearsEarlier } from "../../dataset/period";
import { findAnswer, findInSeries, type Answer } from "../answer/answer";
import { answeredPeriods } from "../answer/answered";
import { candidates, type Reader } from "../answer/candidates";
import { askWith, type Ask } from "../answer/ask";
import { computedAnswer, eachBasis, findResolved, resolved, sameBasis } from "../answer/compute";
import { checkOrder } from "../period/period";
import { orThrow, Refusal, refuse } from "../refusal";
import { onBasisOf } from "./share";

/** A change, and the other figure for the same change where there is one. */
export interface Growth {
  readonly answer: Answer;
  /** The rate the publisher printed, when it is not the answer itself. */
  readonly printed?: Answer | undefined;
  /** The change of the levels, when it is not the answer itself. */
  readonly levels?: Answer | undefined;
}

/** Two levels, the later first. */
type Pair = readonly [now: Answer, before: Answer];

const FRACTION = "1";

/**
 * The change over a base period, as a fraction. An explicit base always means levels. Without one the base is the same
 * period a year before (of a span, its beginning); then published levels of one series come first, except where the data
 * says that the publisher compared with a revised base: there, and where only a rate was printed, the printed rate is the
 * answer. Levels of different series of one basis are compared where no one series has both.
 */
export function growth(reader: Reader, asked: Ask, period: string, base?: string): Growth | Refusal {
  const ask = levelsOf(asked);
  if (base !== undefined) {
    checkComparable(period, base, "base_period");
    const pair = levels(reader, ask, period, base);
    return pair instanceof Refusal ? pair : { answer: changeOf(ask, period, pair) };
  }
  const [now, before] = endpoints(period);
  if (now === before) refuse("notComparable", { argument: "period", period: now, other: before });
  const printed = printedRate(reader, ask, period);
  const published = levelsAlike(reader, ask, now, before, "published");
  const revised = printed?.observation?.flag.split(" ").includes("revised-base");
  if (!printed || (published && !revised)) {
    const pair = published ?? levels(reader, ask, now, before);
    return pair instanceof Refusal ? pair : { answer: changeOf(ask, period, pair), printed };
  }
  const pair = published ?? findLevels(reader, ask, now, before);
  return { answer: printed, levels: pair && changeOf(ask, period, pair) };
}

/** The change on the period before: from levels of one series, else as printed, else from the levels that answer. */
export function growthOnPrevious(reader: Reader, asked: Ask, period: string): Answer {
  const [ask, before] = [levelsOf(asked), previousPeriod(period)];
  const alike = levelsAlike(reader, ask, period, before);
  if (alike) return changeOf(ask, period, alike);
  const printed = ask.series
    ? undefined
    : findAnswer(reader, askWith(ask, "transformation", "growth-previous"), period);
  return printed ?? changeOf(ask, period, orThrow(levels(reader, ask, period, before)));
}

/** The levels at two periods, the later first, or the reason of the one that is missing. */
function levels(reader: Reader, ask: Ask, now: string, before: string): Pair | Refusal {
  return findLevels(reader, ask, now, before) ?? withoutLevels(reader, ask, now, before);
}

function findLevels(reader: Reader, ask: Ask, now: string, before: string): Pair | undefined {
  return levelsAlike(reader, ask, now, before) ?? levelsOnBasis(reader, ask, now, before);
}

/** The question about levels behind a question about a rate (`value added` is published as growth only). Refuses a series that is no level. */
export function levelsOf(ask: Ask): Ask {
  if (!ask.series) return askWith(ask, "transformation", "level");
  const { transformation } = ask.series;
  return transformation === "level" || transformation === "implied"
    ? ask
    : refuse("notLevels", { argument: "indicator", transformation });
}

/** Refuses two periods of different length, and one twice. A span is no level, so it has no base of its own choosing. */
function checkComparable(period: string, other: string, argument: string): void {
  const isLike = frequencyOf(period) === frequencyOf(other) && monthsOf(period).length === monthsOf(other).length;
  if (frequencyOf(period) === "p" || !isLike || period === other) refuse("notComparable", { argument, period, other });
}

/** The rate printed for a period, if one was. */
export function printedRate(reader: Reader, ask: Ask, period: string): Answer | undefined {
  if (ask.series) return undefined;
  return findAnswer(reader, askWith(ask, "transformation", "growth"), period);
}

/** A span of years is the change over it; its ends may be one year only in a table whose ends the user chose. */
function endpoints(period: string): [now: string, before: string] {
  const [from = "", to] = period.split("/");
  return to && frequencyOf(to) === "a" ? [to, from] : [period, yearsEarlier(period)];
}

/** Two levels to compare, the later first: of one series, or else computed alike on one basis, so that nothing changes in between. */
function levelsAlike(reader: Reader, asked: Ask, now: string, before: string, only?: "published"): Pair | undefined {
  for (const ask of eachBasis(reader, asked)) {
    for (const series of candidates(reader, ask, frequencyOf(now)!)) {
      if (only && series.transformation === "implied") continue;
      const [x, y] = [now, before].map((period) => findInSeries(reader, series, ask, period));
      if (x && y) return [x, y];
    }
    const [x, y] = levelsOnBasis(reader, ask, now, before) ?? [];
    if (x?.arithmetic && x.arithmetic.operation === y?.arithmetic?.operation) return [x, y!];
  }
  return undefined;
}

/** The two figures that answer for themselves, of whatever series of one basis; the status tells which. */
function levelsOnBasis(reader: Reader, asked: Ask, now: string, before: string): Pair | undefined {
  for (const ask of eachBasis(reader, asked)) {
    const [x, y] = [now, before].map((period) => findResolved(reader, ask, period));
    if (x && y && sameBasis(x, y)) return [x, y];
  }
  return undefined;
}

/** The change from one level to another, as a fraction. */
export function changeOf(ask: Ask, period: string, [now, before]: Pair): Answer {
  if (before.value.isZero()) refuse("impossible", { subject: ask, period, why: "zeroBase" });
  const ratio = now.value.dividedBy(before.value);
  if (ratio.coefficient < 0n) refuse("impossible", { subject: ask, period, why: "signChange" });
  const value = now.value.minus(before.value).dividedBy(before.value);
  return computedAnswer(askWith(ask, "transformation", "growth"), period, value, FRACTION, {
    operation: "growth",
    terms: [now, before],
  });
}

/** Names the end that is missing; when both are there they are of different bases, which are never compared. */
function withoutLevels(reader: Reader, ask: Ask, now: string, before: string): Refusal {
  const end = resolved(reader, ask, now);
  if (end instanceof Refusal) return end;
  const beginning = resolved(reader, ask, before);
  if (beginning instanceof Refusal) return beginning;
  const periods = answeredPeriods(reader, onBasisOf(ask, end), frequencyOf(now)!);
  return new Refusal("incomplete", { subject: ask, period: now, missing: before, periods });
}

/** Compound annual growth between two periods of one kind, as a fraction. Correct to the 15 digits a cell holds. */
export function compoundGrowth(reader: Reader, asked: Ask, from: string, to: string): Answer | Refusal {
  checkOrder(from, to, "to");
  checkComparable(to, from, "to");
  const ask = levelsOf(asked);
  const years = (monthsSpanned(to).last - monthsSpanned(from).last) / 12;
  const span = `${from}/${to}`;
  const pair = levels(reader, ask, to, from);
  if (pair instanceof Refusal) return pair;
  const growth = changeOf(ask, span, pair);
  const ratio = growth.value.plus(Decimal.fromInteger(1)).toNumber();
  const value = Decimal.fromNumber(ratio ** (1 / years) - 1);
  return computedAnswer(askWith(ask, "transformation", "cagr"), span, value, FRACTION, {
    operation: "compound",
    terms: growth.arithmetic!.terms,
  });
}
