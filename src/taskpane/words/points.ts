import type { Absence, Series } from "../../dataset/records";
import type { Session } from "../../functions";
import { madeOf } from "../../functions/answering/status";
import type { Answer } from "../../query/answer/answer";
import { answeredPeriods, askLedBy } from "../../query/answer/answered";
import type { Reader } from "../../query/answer/candidates";
import { findResolved } from "../../query/answer/compute";
import { statedAbsence } from "../../query/answer/unanswered";
import type { PaneContext } from "../context/pane-context";
import { periodAt, periodsAfter, periodsApart, stepOf } from "./periods";

/** How a point is drawn and told apart: as printed, computed, estimated or forecast, or only a bound. */
export type PointKind = "published" | "derived" | "estimated" | "bound";

export interface Figure {
  readonly period: string;
  readonly answer: Answer;
  readonly kind: PointKind;
  /** Status in words. */
  readonly status: string;
}

/** Periods without a figure between or after the figures. */
export interface Gap {
  readonly from: string;
  readonly to: string;
  /** What the data says about it, if anything. */
  readonly absence: Absence | undefined;
}

export type Point = Figure | Gap;

export function isFigure(point: Point): point is Figure {
  return "answer" in point;
}

/** How many years after the last figure a stated absence is still looked for; of a series without figures, how many years back. */
const YEARS_AFTER = 3;
const YEARS_BACK = 20;

/**
 * Every figure that answers the question of a series, or of one that does not come first the series' own, and the gaps
 * between them, oldest first; after the last figure only gaps that the data explains.
 */
export function pointsOf(session: Session, reader: Reader, series: Series): Point[] {
  const ask = askLedBy(reader, series);
  const figures = answeredPeriods(reader, ask, series.freq).flatMap((period): Figure[] => {
    const answer = findResolved(reader, ask, period);
    return answer ? [{ period, answer, kind: kindOf(answer), status: madeOf(session, reader, answer) }] : [];
  });
  const step = stepOf(series.freq);
  if (!step) return figures;
  const absent = (period: string): Absence | undefined => statedAbsence(reader, ask, period);
  const points: Point[] = [];
  figures.forEach((figure, i) => {
    const before = figures[i - 1];
    if (before)
      points.push(
        ...gaps(periodsAfter(before.period, step, periodsApart(before.period, figure.period, step) - 1), absent),
      );
    points.push(figure);
  });
  const last = figures.at(-1)?.period;
  const year = Number(reader.view.release.date.slice(0, 4));
  const later =
    last === undefined
      ? periodsAfter(periodAt((year - YEARS_BACK) * 12, step), step, (YEARS_BACK * 12) / step)
      : periodsAfter(last, step, (YEARS_AFTER * 12) / step);
  points.push(...gaps(later, absent).filter(({ absence }) => absence !== undefined));
  return points;
}

function kindOf({ observation }: Answer): PointKind {
  if (!observation || observation.formula || observation.series.transformation === "implied") return "derived";
  if (["E", "F", "P"].includes(observation.status)) return "estimated";
  return observation.relation === "at-least" || observation.relation === "at-most" ? "bound" : "published";
}

/** Neighbouring periods with the same explanation make one gap. */
function gaps(periods: readonly string[], absent: (period: string) => Absence | undefined): Gap[] {
  const found: Gap[] = [];
  for (const period of periods) {
    const absence = absent(period);
    const last = found.at(-1);
    if (last && last.absence === absence) found[found.length - 1] = { ...last, to: period };
    else found.push({ from: period, to: period, absence });
  }
  return found;
}

/** Why there is no figure, as the data says it. */
export function absenceWords({ session, language, texts }: PaneContext, absence: Absence | undefined): string {
  return absence ? session.dataset.label("reasons", absence.reason, language) : texts.series.noFigures;
}

/** The periods of a gap: `2025`, `2021 – 2024`. */
export function gapPeriods({ from, to }: Gap): string {
  return from === to ? from : `${from} – ${to}`;
}
