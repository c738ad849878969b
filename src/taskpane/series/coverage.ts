import type { PaneContext } from "../context";
import { h } from "../dom";
import { isFigure } from "../points";
import { gapPeriods } from "./gap-words";
import type { SeriesModel } from "./model";

/** Gaps that are named; of more only the count is told. */
const NAMED = 3;

/** For which periods there are figures, and between which there are none. Why there are none, where the data says so, stands in the legend and the table. */
export function coverage({ texts, numbers }: PaneContext, { figures, points }: SeriesModel): HTMLElement {
  const gaps = points.flatMap((point) => (isFigure(point) || point.absence ? [] : [gapPeriods(point)]));
  const more = gaps.length > NAMED ? [texts.series.moreGaps(numbers.count(gaps.length - NAMED))] : [];
  const whole = texts.series.coverage(numbers.count(figures.length), figures[0]!.period, figures.at(-1)!.period);
  const missing = gaps.length > 0 ? texts.series.gaps([...gaps.slice(0, NAMED), ...more].join(texts.comma)) : "";
  return h("p", { class: "quiet coverage" }, whole, missing);
}
