import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context/pane-context";
import { h, fill } from "../widgets/dom";
import { segments } from "../widgets/segments";
import { figureText } from "../words/figures";
import { isFigure, gapPeriods } from "../words/points";
import type { SeriesModel } from "../words/series-model";
import { chartPanel } from "./chart/chart-panel";
import { answersCard } from "./figures/answers-card";
import { pointTable } from "./figures/point-table";
import { sourceCard } from "./figures/source-card";
import { InsertPanel } from "./insert/insert-panel";
import { definitionPart } from "./series-head";

/** How the figures are shown. */
export type FigureForm = "chart" | "table";

/** What is chosen in the view of a series. */
export interface SeriesState {
  /** The period chosen; undefined: the last one. */
  readonly period?: string | undefined;
  readonly form?: FigureForm | undefined;
}

export interface SeriesListener {
  back(): void;
  open(series: Series, period?: string): void;
}

/** The chosen figure, all figures as chart or table, the source of the chosen one, and what to insert. Needs one figure at least. */
export function figuresPart(context: PaneContext, model: SeriesModel, before: SeriesState, listener: SeriesListener) {
  const { texts } = context;
  const { figures } = model;
  const source = h("div", {});
  const answers = h("div", {});
  const chart = chartPanel(context, model, {
    choose: (figure) => choose(figure),
    point: (figure) => readout.read(figure ?? chosen),
  });
  const table = pointTable(context, model, (figure) => choose(figure));
  const insert = new InsertPanel(context, model);
  const forms = [
    { value: "chart", text: texts.series.chart, icon: "chart" },
    { value: "table", text: texts.series.table, icon: "table" },
  ] as const;
  let form: FigureForm = before.form ?? "chart";
  const show = (wanted: FigureForm) => {
    form = wanted;
    chart.element.hidden = wanted === "table";
    table.element.hidden = wanted === "chart";
  };
  const choice = segments(texts.series.view, forms, form, show);
  show(form);
  const readout = readoutOf(context, model, choice.element);
  let chosen = figures.length - 1;

  const choose = (figure: number) => {
    chosen = figure;
    readout.read(figure);
    chart.choose(figure);
    table.choose(figure);
    insert.choose(figure);
    fill(source, sourceCard(context, figures[figure]!, listener.open));
    fill(answers, answersCard(context, model, figures[figure]!, listener.open));
  };
  const wanted = figures.findIndex((figure) => figure.period === before.period);
  choose(wanted < 0 ? chosen : wanted);
  return {
    elements: [
      readout.element,
      chart.element,
      table.element,
      coverage(context, model),
      source,
      answers,
      definitionPart(context, model),
    ],
    insertPanel: insert.element,
    insert: () => insert.insert(),
    state: () => ({ period: figures[chosen]!.period, form }),
    /** It came into sight again. */
    shown: () => insert.look(),
    dispose: () => insert.dispose(),
  };
}

/** One figure in large letters, beside the choice of how all are shown. */
function readoutOf(context: PaneContext, { figures, unit }: SeriesModel, choice: HTMLElement) {
  const { series } = context.texts;
  const text = ({ answer }: SeriesModel["figures"][number]) => figureText(context, answer, unit);
  // The longest value keeps its room, so that nothing moves when another is read.
  const longest = figures.map(text).sort((a, b) => b.length - a.length)[0]!;
  const room = h("span.readout-room", { "aria-hidden": "true" }, longest);
  const value = h("strong.readout-value");
  const details = h("p.readout-details");
  return {
    element: h("div.readout", room, value, choice, details),
    read(at: number) {
      const figure = figures[at]!;
      value.textContent = text(figure);
      const words = at === figures.length - 1 ? series.latest(figure.status) : figure.status;
      fill(details, h("strong", figure.period), ` ${words}`);
    },
  };
}

/** Gaps that are named; of more only the count is told. */
const NAMED = 3;

/** For which periods there are figures, and between which there are none. Why there are none, where the data says so, stands in the legend and the table. */
export function coverage({ texts, numbers }: PaneContext, { figures, points }: SeriesModel): HTMLElement {
  const gaps = points.flatMap((point) => (isFigure(point) || point.absence ? [] : [gapPeriods(point)]));
  const more = gaps.length > NAMED ? [texts.series.moreGaps(numbers.count(gaps.length - NAMED))] : [];
  const whole = texts.series.coverage(numbers.count(figures.length), figures[0]!.period, figures.at(-1)!.period);
  const missing = gaps.length > 0 ? texts.series.gaps([...gaps.slice(0, NAMED), ...more].join(texts.comma)) : "";
  return h("p.quiet.coverage", whole, missing);
}
