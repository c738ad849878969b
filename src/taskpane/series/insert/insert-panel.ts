import type { PaneContext } from "../../context/pane-context";
import { check } from "../../insert/check";
import type { Insertable } from "../../insert/inserter";
import { rememberedInsertable } from "../../insert/remembered";
import { shortCitation } from "../../../query/citation";
import { textsIn } from "../../../tables/texts";
import { titled } from "../../insert/titled";
import { viewAt } from "../../../dataset/view";
import { blockFor } from "../../../sheets/tables/build-layout";
import { insertControls, type InsertControls } from "../../insert/insert-controls";
import { previewLines, type PreviewLines } from "../../insert/preview-lines";
import { fill, h } from "../../widgets/dom";
import { segments, type Segments } from "../../widgets/segments";
import { unitText } from "../../words/figures";
import type { SeriesModel } from "../../words/series-model";
import { fromCellsPart, type FromCells } from "./from-cells";
import { insertPlan, offeredUnits, type InsertChoice, type InsertPlan } from "./insert-plan";
import { periodRange } from "./period-range";
import { previewWords, type PreviewWords } from "./preview";

/** One point is no chart. */
const FEWEST_DRAWN = 2;

/** What to insert, exactly what will be written and where, and the buttons that do it. */
export class InsertPanel {
  readonly element: HTMLElement;
  private figure: number;
  private choice: InsertChoice;
  private shown!: PreviewWords;
  private readonly as: Segments<"formula" | "value">;
  private readonly unit: HTMLSelectElement;
  private readonly range: HTMLElement;
  private readonly chart: HTMLElement;
  private readonly dates: HTMLElement;
  private readonly fill: HTMLElement;
  private readonly fromCells: FromCells;
  private readonly controls: InsertControls;
  private readonly preview: PreviewLines;

  constructor(
    private readonly context: PaneContext,
    private readonly model: SeriesModel,
  ) {
    const { insert: words } = context.texts;
    const { insertOptions } = context;
    this.figure = model.figures.length - 1;
    this.choice = { what: "figure", as: insertOptions.areValues() ? "value" : "formula", unit: undefined };
    this.unit = h("select.unit-select", { "aria-label": words.unit, title: words.unit });
    this.unit.addEventListener("change", () => {
      const { value } = this.unit;
      this.change({ unit: value === model.series.unit ? undefined : value });
    });
    this.as = segments(
      words.as,
      [
        { value: "formula", text: words.formula },
        { value: "value", text: words.value },
      ],
      this.choice.as,
      (value) => {
        insertOptions.keepValues(value === "value");
        this.change({ as: value });
      },
    );
    const what = segments(
      words.what,
      [
        { value: "figure", text: words.figure },
        { value: "series", text: words.series },
      ],
      "figure",
      (value) => this.change({ what: value }),
    );
    this.range = periodRange(context, model.figures, (from, to) => this.change({ from, to }));
    this.fromCells = fromCellsPart(context, () => this.renew());
    this.chart = check("chart", words.chart, false, (hasChart) => this.change({ hasChart }));
    this.dates = check("dates", words.dates, true, (hasDates) => this.change({ hasDates }));
    this.fill = check("fill", words.fill, true, (isFilled) => this.change({ isFilled }));
    this.controls = insertControls(context, {
      looked: this.fromCells.looked,
      options: [this.dates, this.fill, this.fromCells.element],
      besideTarget: this.chart,
    });
    this.preview = previewLines(context, () => this.shown.formula, this.controls.say);
    this.element = this.controls.panel((toggle) => [
      h("div.insert-choices", what.element, this.as.element, this.unit),
      this.range,
      h("div.preview.folds", this.preview.element, this.preview.copy, toggle),
    ]);
  }

  /** Another figure is chosen. */
  choose(figure: number): void {
    this.figure = figure;
    this.renew();
  }

  /** Does what the first button does. */
  insert(): void {
    this.controls.insert();
  }

  /** Looks where it would go: the panel came into sight, or the workbook changed. */
  look(): void {
    this.controls.look();
  }

  dispose(): void {
    this.controls.dispose();
  }

  private change(to: Partial<InsertChoice>): void {
    this.choice = { ...this.choice, ...to };
    const { values, value } = this.context.texts.insert;
    this.as.relabel("value", this.choice.what === "series" ? values : value);
    this.renew();
  }

  private renew(): void {
    const { context, choice } = this;
    const { series, figures } = this.model;
    const { session } = context;
    const chosen = figures[this.figure]!;
    const plan = insertPlan({ session, series, figures, period: chosen.period }, choice, context.nameOf);
    this.fillUnits(plan.takesUnit ? offeredUnits(session, series, chosen) : [series.unit]);
    this.fromCells.element.hidden = choice.as === "value";
    const own = previewWords(context, plan, series.unit);
    const changed = choice.as === "formula" ? this.fromCells.applied(plan, own) : undefined;
    const isSeries = choice.what === "series" && figures.length >= FEWEST_DRAWN;
    this.range.hidden = this.fill.hidden = !isSeries;
    this.dates.hidden = !isSeries || !["m", "q"].includes(series.freq);
    this.chart.hidden = !isSeries || changed !== undefined;
    this.shown = changed?.preview ?? own;
    this.preview.show(this.shown.content.join(""), this.shown.result);
    this.controls.plan(asInserted(context, plan, changed?.what ?? plan), this.primaryText());
  }

  private primaryText(): string {
    const { insert: words } = this.context.texts;
    const { what, as, hasChart } = this.choice;
    if (what === "figure") return as === "formula" ? words.insertFormula : words.insertValue;
    return hasChart && !this.chart.hidden ? words.insertSeriesWithChart : words.insertSeries;
  }

  private fillUnits(offered: readonly string[]): void {
    const { session, language } = this.context;
    const { unit } = this.choice;
    const chosen = unit !== undefined && offered.includes(unit) ? unit : offered[0]!;
    const textOf = (id: string) =>
      unitText(session.dataset, id, language) || session.dataset.label("units", id, language);
    fill(this.unit, ...offered.map((id) => h("option", { value: id, selected: id === chosen }, textOf(id))));
    this.unit.disabled = offered.length === 1;
  }
}

/** More sources than this above a spill would push it far down; METALS.SOURCES lists all. */
const SOURCES_ABOVE = 3;

/**
 * Values are remembered by the document as a table is; a formula tells by itself what it asks, and a series of formulas
 * has the lines of one above it.
 */
function asInserted(
  { session, workbook }: PaneContext,
  { request, choice }: InsertPlan,
  what: InsertPlan | Insertable,
): Insertable {
  if (choice.as === "value") return rememberedInsertable(session, workbook, request, choice.hasChart === true) ?? what;
  if (choice.what === "figure") return what;
  const { title, unitLine, sources } = blockFor(session, request, viewAt(session.dataset, session.standing));
  const cited = [...new Set(sources.map(shortCitation))];
  const isMore = cited.length > SOURCES_ABOVE;
  const shown = textsIn(session.language).sources(cited.slice(0, SOURCES_ABOVE));
  return { ...what, block: titled(what.block, title, [unitLine, isMore ? shown.replace(/[.。]$/, "…") : shown]) };
}
