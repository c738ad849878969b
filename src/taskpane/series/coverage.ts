import type { PaneContext } from "../context";
import { h } from "../dom";
import { isFigure } from "../points";
import { absenceWords, gapPeriods } from "./gap-words";
import type { SeriesModel } from "./model";

/** Gaps that are named; of more only the count is told. */
const NAMED = 3;

/** For which periods there are figures, and where and why there are none. */
export function coverage(context: PaneContext, { figures, points }: SeriesModel): HTMLElement {
  const { texts, numbers } = context;
  const gaps = points.flatMap((point) => (isFigure(point) ? [] : [point]));
  const first = texts.series.coverage(numbers.count(figures.length), figures[0]!.period, figures.at(-1)!.period);
  const named = gaps.slice(0, NAMED).map((gap) => texts.series.gap(gapPeriods(gap), absenceWords(context, gap.absence)));
  const more = gaps.length > NAMED ? [texts.series.moreGaps(numbers.count(gaps.length - NAMED))] : [];
  return h("p", { class: "quiet coverage" }, [first, ...named, ...more].join(texts.semicolon));
}
