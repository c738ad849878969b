import { turned, type Recipe } from "../../tables";
import type { PaneContext } from "../context/pane-context";
import { check } from "../insert/check";
import { rememberedInsertable } from "../insert/remembered";
import type { Insertable } from "../insert/inserter";
import { insertControls, onInsertKey } from "../insert/insert-controls";
import { backButton } from "../widgets/buttons";
import { fill, h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import { tableForm } from "./table-form";
import { missingReasons, tableModel, type BuiltTable, type TableForm } from "./table-model";
import { tablePreview } from "./table-preview";
import { titled } from "../insert/titled";
import { turnedBlock } from "./turned";

/** One prebuilt table: its choices, what it shows with them, and inserting it. */
export class TableView {
  readonly element: HTMLElement;
  private readonly heading: HTMLElement;
  private readonly live = h("div.table-live");
  private readonly choices;
  private readonly controls;
  private readonly chart;
  private readonly dates;
  private readonly allRows;
  private hasChart = false;

  constructor(
    private readonly context: PaneContext,
    readonly recipe: Recipe,
    before: TableForm | undefined,
    back: () => void,
  ) {
    const { texts, language, workbook } = context;
    const { insert: words } = texts;
    const name = nameOf(recipe, language);
    this.heading = h("h1", { tabindex: -1 }, name);
    const choices = (this.choices = tableForm(context, recipe, before, () => this.renew()));
    const { hasDates, hasAllRows } = choices.form();
    this.chart = check("chart", words.chart, false, (isOn) => {
      this.hasChart = isOn;
      this.renew();
    });
    this.dates = check("dates", words.dates, hasDates, (isOn) => choices.change({ hasDates: isOn }));
    this.allRows = check("rows", words.allRows, hasAllRows, (isOn) => choices.change({ hasAllRows: isOn }));
    this.controls = insertControls(context, workbook && { options: [this.dates, this.allRows] });
    const panel = this.controls.panel((toggle) => [
      h("div.insert-choices", choices.mode, workbook && this.chart, toggle),
    ]);
    const backRow = h("div.back-row", backButton(texts.tables.all, back));
    this.element = h(
      "section.view.series-view",
      { "aria-label": name, onkeydown: onInsertKey(this.controls) },
      h("div.series-content", backRow, this.heading, choices.element, this.live),
      panel,
    );
    this.renew();
  }

  form(): TableForm {
    return this.choices.form();
  }

  focus(): void {
    this.heading.focus();
  }

  shown(): void {
    this.controls.look();
  }

  dispose(): void {
    this.controls.dispose();
  }

  private renew(): void {
    const { session, texts } = this.context;
    const model = tableModel(session, this.recipe, this.form());
    if ("refusal" in model) {
      fill(this.live, h("p.refusal", { role: "alert" }, iconOf("warning"), h("span", model.refusal)));
      this.controls.plan(undefined, texts.tables.insert);
      return;
    }
    this.dates.hidden = !model.isOfMonths;
    this.allRows.hidden = model.block.kinds[0]!.kind !== "text";
    const { block, request, chart } = model;
    const isAcross = this.form().turned;
    this.chart.hidden = isAcross || chart === undefined;
    const note = isAcross && request.mode === "formulas" && h("p.quiet", texts.tables.spills);
    fill(this.live, note, tablePreview(this.context, isAcross ? turned(block) : block), this.reasons(model));
    this.controls.plan(this.insertable(model), texts.tables.insert);
  }

  /** What is inserted: a turned table of values is remembered as one, turned formulas are a block like any other. */
  private insertable(model: BuiltTable): Insertable | undefined {
    const { session, workbook } = this.context;
    const { block, request, chart } = model;
    if (!this.form().turned)
      return rememberedInsertable(session, workbook, request, this.hasChart && chart !== undefined);
    if (request.mode !== "values") {
      const across = turnedBlock(this.context, this.recipe, model);
      return { block: titled(across, block.title, [block.unitLine, block.sourceNote]) };
    }
    const asked = { ...request, arguments: { ...request.arguments, turned: "yes" } };
    return rememberedInsertable(session, workbook, asked, false);
  }

  /** Why some of its cells are empty. */
  private reasons({ block }: BuiltTable): HTMLElement | undefined {
    const { session, texts, numbers } = this.context;
    const reasons = missingReasons(session, block);
    if (reasons.length === 0) return undefined;
    return h(
      "details.card",
      h("summary", { tabindex: 0 }, texts.tables.missing(numbers.count(reasons.length))),
      h("ul.reasons", ...reasons.map((reason) => h("li.quiet", reason))),
    );
  }
}

export function nameOf({ name, name_zh }: Recipe, language: PaneContext["language"]): string {
  return language === "zh" ? name_zh : name;
}
