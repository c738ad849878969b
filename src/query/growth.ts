import { Decimal } from "../dataset/decimal";
import { frequencyOf, monthsOf, monthsSpanned, yearsEarlier } from "../dataset/period";
import { answer, findAnswer, findInSeries, type Answer } from "./answer";
import { candidates, type Reader } from "./candidates";
import type { Ask } from "./ask";
import { computedAnswer, findResolved, sameBasis } from "./compute";
import { checkOrder } from "./period";
import { refuse } from "./refusal";

/** A change, and the other figure for the same change where there is one. */
export interface Growth {
  readonly answer: Answer;
  /** The rate the publisher printed, when it is not the answer itself. */
  readonly printed?: Answer | undefined;
  /** The change of the levels, when it is not the answer itself. */
  readonly levels?: Answer | undefined;
}

const FRACTION = "1";

/**
 * The change over a base period, as a fraction. An explicit base always means levels. Without one the base is the same
 * period a year before (of a span, its beginning); then levels of one series come first, except where the data says that
 * the publisher compared with a revised base: there, and where only a rate was printed, the printed rate is the answer.
 */
export function growth(reader: Reader, asked: Ask, period: string, base?: string): Growth {
  const ask = levelsOf(asked);
  if (base !== undefined) {
    checkComparable(period, base, "base_period");
    return { answer: fromLevels(reader, ask, period, base) ?? refuseLevels(reader, ask, period, base) };
  }
  const [now, before] = endpoints(period);
  if (now === before) refuse("notComparable", { argument: "period", period: now, other: before });
  const printed = printedRate(reader, ask, period);
  const published = fromLevels(reader, ask, now, before, period, "published");
  const levels = published ?? fromLevels(reader, ask, now, before, period);
  const revised = printed?.observation?.flag.split(" ").includes("revised-base");
  if (printed && (revised || !published)) return { answer: printed, levels };
  if (levels) return { answer: levels, printed };
  return { answer: refuseLevels(reader, ask, now, before) };
}

/** The question about levels behind a question about a rate (`value added` is published as growth only). Refuses a series that is no level. */
export function levelsOf(ask: Ask): Ask {
  if (!ask.series) return { ...ask, transformation: "level" };
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
  return findAnswer(reader, { ...ask, transformation: "growth" }, period);
}

/** A span of years is the change over it; its ends may be one year only in a table whose ends the user chose. */
function endpoints(period: string): [now: string, before: string] {
  const [from = "", to] = period.split("/");
  return to && frequencyOf(to) === "a" ? [to, from] : [period, yearsEarlier(period)];
}

/** The change between two levels of one series, so that neither source nor basis changes in between. */
function fromLevels(
  reader: Reader,
  ask: Ask,
  now: string,
  before: string,
  period = now,
  only?: "published",
): Answer | undefined {
  for (const series of candidates(reader, ask, frequencyOf(now)!)) {
    if (only && series.transformation === "implied") continue;
    const pair = [findInSeries(reader, series, ask, now), findInSeries(reader, series, ask, before)] as const;
    if (pair[0] && pair[1]) return change(ask, period, pair[0], pair[1]);
  }
  const [x, y] = [findResolved(reader, ask, now), findResolved(reader, ask, before)];
  const comparable =
    x && y && sameBasis(x, y) && x.arithmetic?.operation === y.arithmetic?.operation && x.arithmetic !== undefined;
  return comparable ? change(ask, period, x, y) : undefined;
}

function change(ask: Ask, period: string, now: Answer, before: Answer): Answer {
  if (before.value.isZero()) refuse("impossible", { subject: ask, period, why: "zeroBase" });
  const ratio = now.value.dividedBy(before.value);
  if (ratio.coefficient < 0n) refuse("impossible", { subject: ask, period, why: "signChange" });
  const value = now.value.minus(before.value).dividedBy(before.value);
  return computedAnswer({ ...ask, transformation: "growth" }, period, value, FRACTION, {
    operation: "growth",
    terms: [now, before],
  });
}

/** Names the end that is missing; when both are there they are of different series, which are never compared. */
function refuseLevels(reader: Reader, ask: Ask, now: string, before: string): never {
  answer(reader, ask, now);
  answer(reader, ask, before);
  return refuse("incomplete", { subject: ask, period: now, missing: before });
}

/** Compound annual growth between two periods of one kind, as a fraction. Correct to the 15 digits a cell holds. */
export function compoundGrowth(reader: Reader, asked: Ask, from: string, to: string): Answer {
  checkOrder(from, to, "to");
  checkComparable(to, from, "to");
  const ask = levelsOf(asked);
  const years = (monthsSpanned(to).last - monthsSpanned(from).last) / 12;
  const span = `${from}/${to}`;
  const levels = fromLevels(reader, ask, to, from, span) ?? refuseLevels(reader, ask, to, from);
  const ratio = levels.value.plus(Decimal.fromInteger(1)).toNumber();
  const value = Decimal.fromNumber(ratio ** (1 / years) - 1);
  return computedAnswer({ ...ask, transformation: "cagr" }, span, value, FRACTION, {
    operation: "compound",
    terms: levels.arithmetic!.terms,
  });
}
