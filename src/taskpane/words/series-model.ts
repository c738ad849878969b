import type { Series } from "../../dataset/records";
import type { Unit } from "../../query/units/units";
import type { PaneContext } from "../context/pane-context";
import { displayUnit } from "./figures";
import { isFigure, pointsOf, type Figure, type Point } from "./points";

/** A series opened for reading. */
export interface SeriesModel {
  readonly series: Series;
  /** Figures and gaps, oldest first. */
  readonly points: readonly Point[];
  readonly figures: readonly Figure[];
  /** Unit in which the pane shows its values. */
  readonly unit: Unit;
}

export function seriesModel({ session, reader }: PaneContext, series: Series): SeriesModel {
  const points = pointsOf(session, reader, series);
  const figures = points.filter(isFigure);
  const printed = figures.flatMap(({ answer }) => (answer.observation ? [answer.observation] : []));
  return { series, points, figures, unit: displayUnit(session.units, printed, series.unit) };
}
