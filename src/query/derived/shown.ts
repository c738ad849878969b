import { frequencyOf, monthsSpanned, periodsBetween, STEPPED, type Frequency } from "../../dataset/period";
import { answeredPeriods } from "../answer/answered";
import type { Ask } from "../answer/ask";
import type { Reader } from "../answer/candidates";
import type { How } from "./how";
import { frequencyFor, isWithin, pointsIn, type Point, type Span } from "../answer/points";
import { orRefusal, refuse, Refusal } from "../refusal";
import { finest, periodsOf, transformed } from "./transform";
import { refuseUnanswered } from "../answer/unanswered";

/** The points of a series as `how` asks for them: put together, transformed, filled, sorted, in this order. Refuses when there is none. */
export function shownPoints(reader: Reader, ask: Ask, span: Span, how: How): Point[] {
  const points =
    how.aggregate || how.running || how.change
      ? transformedPoints(reader, ask, span, how)
      : pointsIn(reader, ask, span);
  const filled = how.fill ? filledIn(reader, ask, span, how, points) : points;
  return how.newestFirst ? [...filled].reverse() : filled;
}

function transformedPoints(reader: Reader, ask: Ask, span: Span, how: How): Point[] {
  const periods = how.aggregate ? wholePeriods(reader, ask, span, how.aggregate) : inSpan(reader, ask, span);
  if (periods.length === 0) refuseUnanswered(reader, ask, span.from ?? span.to ?? reader.view.release.date.slice(0, 4));
  const points = periods.map((period) => ({
    period,
    found: orRefusal(() => transformed(reader, ask, how, period, periods[0])),
  }));
  // A period of which there is no change, or no full year behind it, is none of the transformed series.
  const kept = points.filter(({ found }) => !(found instanceof Refusal) || found.code !== "#N/A");
  const reason = points[0]!.found;
  if (kept.length === 0 && reason instanceof Refusal) throw reason;
  const wrong = kept.find(({ found }) => found instanceof Refusal && found.code === "#VALUE!");
  if (wrong?.found instanceof Refusal) throw wrong.found;
  return kept;
}

function inSpan(reader: Reader, ask: Ask, span: Span): string[] {
  return answeredPeriods(reader, ask, frequencyFor(reader, ask, span)).filter((period) => isWithin(period, span));
}

/** The quarters or years within a span of which every part has a figure. */
function wholePeriods(reader: Reader, ask: Ask, { from, to }: Span, aggregate: "quarterly" | "annual"): string[] {
  const target: Frequency = aggregate === "annual" ? "a" : "q";
  const parts = answeredPeriods(reader, ask, finest(reader, ask, target));
  const there = new Set(parts);
  const freq = finest(reader, ask, target);
  const wholes = new Set(parts.map((part) => (target === "a" ? part.slice(0, 4) : quarterOf(part))));
  const contains = (period: string) =>
    (!from || monthsSpanned(period).first >= monthsSpanned(from).first) &&
    (!to || monthsSpanned(period).last <= monthsSpanned(to).last);
  return [...wholes].filter((period) => contains(period) && periodsOf(period, freq).every((part) => there.has(part)));
}

function quarterOf(period: string): string {
  return `${period.slice(0, 4)}-Q${Math.floor((monthsSpanned(period).first % 12) / 3) + 1}`;
}

/** Every period from the first to the last, as far as the span says where they are; where there is none, why. */
function filledIn(reader: Reader, ask: Ask, { from, to }: Span, how: How, points: readonly Point[]): Point[] {
  const freq = frequencyOf(points[0]!.period)!;
  if (!STEPPED.has(freq)) refuse("notOffered", { argument: "how", word: "fill", valid: ["newest first"] });
  const end = (given: string | undefined, found: string) => (given && frequencyOf(given) === freq ? given : found);
  const known = new Map(points.map((point) => [point.period, point]));
  return periodsBetween(end(from, points[0]!.period), end(to, points.at(-1)!.period)).map(
    (period) =>
      known.get(period) ?? {
        period,
        found: orRefusal(() => transformed(reader, ask, how, period, points[0]!.period)),
      },
  );
}
