import type { Series } from "../../../dataset/records";
import { viewAt } from "../../../dataset/view";
import type { Session } from "../../../functions";
import { askOfSeries } from "../../../query/answer/ask";
import { shortCitation, sourceOf } from "../../../query/citation";
import { describe } from "../../../query/describe";
import { printedEvidence } from "../../../query/evidence";
import { timeScale, type ChartPlan } from "../../../sheets/chart";
import type { Figure } from "../../words/points";

/** More sources than this are told by the pane and METALS.SOURCE. */
const SOURCES_SHOWN = 3;

/** The chart of an inserted series: `cells` are its header row and a row per period, `unit` how the values are measured. */
export function seriesChart(
  { dataset, language, standing }: Session,
  series: Series,
  figures: readonly Figure[],
  cells: readonly (readonly (number | string)[])[],
  unit: string,
  isDated: boolean,
): ChartPlan {
  const periods = cells.slice(1).map(([period]) => period!);
  const observations = figures.flatMap(({ answer }) => answer.observation ?? []);
  const sources = [...new Set(printedEvidence(viewAt(dataset, standing), observations).map(({ source }) => source))];
  const cited = [
    ...sources.slice(0, SOURCES_SHOWN).map((id) => shortCitation(sourceOf(dataset, id))),
    ...(sources.length > SOURCES_SHOWN ? ["…"] : []),
  ].join("; ");
  return {
    ...timeScale(periods, { isDated, indicator: series.indicator }),
    over: String(cells[0]![0]),
    title: [describe(dataset, askOfSeries(series), language), cited].filter((line) => line !== "").join("\n"),
    unit,
    row: 1,
    rows: periods.length,
    categories: 0,
    series: [{ name: String(cells[0]![1]), column: 1 }],
  };
}
