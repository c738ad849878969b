import type { PaneContext } from "../../context/pane-context";
import { fill, h } from "../../widgets/dom";
import { figureText, valueIn } from "../../words/figures";
import { stepOf } from "../../words/periods";
import { absenceWords, gapPeriods, isFigure, type PointKind } from "../../words/points";
import type { SeriesModel } from "../../words/series-model";
import { CHART_HEIGHT, drawChart, legend, type ChartListener } from "./chart";
import { chartModel } from "./chart-model";

/** More figures than this are a line, not bars. */
const MOST_BARS = 24;

const KINDS: readonly PointKind[] = ["published", "derived", "estimated", "bound"];

/** How many figures further a key leads. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  Home: -Infinity,
  End: Infinity,
  PageUp: 5,
  PageDown: -5,
};

/** The chart with its legend: one tab stop on which arrow keys choose the period. */
export function chartPanel(context: PaneContext, model: SeriesModel, listener: ChartListener) {
  const { texts, numbers, session } = context;
  const { figures, points, unit, series } = model;
  const values = figures.map(({ answer }) => valueIn(session.units, answer, unit).toNumber());
  const isRateOrPrice = /^(rate|price)/.test(unit.kind);
  const form = figures.length > MOST_BARS || (isRateOrPrice && figures.length > 1) ? "line" : "bars";
  const label = texts.series.chartLabel(figures.length, figures[0]!.period, figures.at(-1)!.period);
  const slider = h("div.chart-slider", {
    role: "slider",
    tabindex: 0,
    "aria-label": label,
    "aria-valuemin": 1,
    "aria-valuemax": figures.length,
    onkeydown: (event: KeyboardEvent) => move(event),
  });
  const element = h("div.chart-panel", slider, chartLegend(context, model));
  let chosen = figures.length - 1;

  const draw = () => {
    const width = slider.clientWidth;
    if (width === 0) return;
    fill(
      slider,
      drawChart(
        chartModel({
          points,
          values,
          step: stepOf(series.freq),
          form,
          width,
          height: CHART_HEIGHT,
          axisText: (value) => numbers.axis(value),
        }),
        chosen,
        listener,
      ),
    );
  };
  const choose = (figure: number) => {
    chosen = figure;
    const { period, answer, status } = figures[figure]!;
    slider.setAttribute("aria-valuenow", String(figure + 1));
    slider.setAttribute("aria-valuetext", `${period}: ${figureText(context, answer, unit)}, ${status}`);
    draw();
  };
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    listener.choose(Math.min(figures.length - 1, Math.max(0, chosen + step)));
  };
  if (typeof ResizeObserver !== "undefined") new ResizeObserver(draw).observe(slider);
  choose(chosen);
  return { element, choose };
}

/** Nothing to explain where every figure is as published and no absence is stated. */
function chartLegend(context: PaneContext, { figures, points }: SeriesModel): HTMLElement | undefined {
  const kinds = KINDS.filter((kind) => figures.some((figure) => figure.kind === kind));
  const gaps = points.flatMap((point) => (isFigure(point) || !point.absence ? [] : [point]));
  const absences = gaps.map((gap) => `${gapPeriods(gap)}: ${absenceWords(context, gap.absence)}`);
  if (absences.length === 0 && kinds.every((kind) => kind === "published")) return undefined;
  const isTelling = kinds.some((kind) => kind !== "published");
  return legend(isTelling ? kinds.map((kind) => [kind, context.texts.series.kinds[kind]] as const) : [], absences);
}
