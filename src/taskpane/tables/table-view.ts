import type { Recipe } from "../../tables";
import type { PaneContext } from "../context/pane-context";
import { check } from "../insert/check";
import { rememberedInsertable } from "../insert/remembered";
import { insertControls, onInsertKey } from "../insert/insert-controls";
import { fill, h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import { tableForm } from "./table-form";
import { missingReasons, tableModel, type TableForm } from "./table-model";
import { tablePreview } from "./table-preview";
import { turnedBlock, turnedPreview } from "./turned";

export interface TableView {
  readonly element: HTMLElement;
  readonly recipe: Recipe;
  form(): TableForm;
  focus(): void;
  shown(): void;
  dispose(): void;
}

/** One prebuilt table: its choices, what it shows with them, and inserting it. */
export function tableView(
  context: PaneContext,
  recipe: Recipe,
  before: TableForm | undefined,
  back: () => void,
): TableView {
  const { texts, session, language, workbook, numbers } = context;
  const { insert: words } = texts;
  const heading = h("h1", { tabindex: -1 }, nameOf(recipe, language));
  const live = h("div", { class: "table-live" });
  const form = tableForm(context, recipe, before, () => renew());
  let hasChart = false;
  const chart = check("chart", words.chart, false, (isOn) => {
    hasChart = isOn;
    renew();
  });
  const dates = check("dates", words.dates, form.form().hasDates, (hasDates) => form.change({ hasDates }));
  const allRows = check("rows", words.allRows, form.form().hasAllRows, (hasAllRows) => form.change({ hasAllRows }));
  const controls = insertControls(context, workbook && { options: [dates, allRows] });
  const panel = controls.panel((toggle) => [
    h("div", { class: "insert-choices" }, form.mode, workbook && chart, toggle),
  ]);
  const backButton = h(
    "button",
    { class: "back-button", type: "button", onclick: back },
    iconOf("back"),
    texts.tables.all,
  );
  const element = h(
    "section",
    {
      class: "view series-view",
      "aria-label": nameOf(recipe, language),
      onkeydown: onInsertKey(controls),
    },
    h("div", { class: "series-content" }, h("div", { class: "back-row" }, backButton), heading, form.element, live),
    panel,
  );

  const renew = () => {
    const model = tableModel(session, recipe, form.form());
    if ("refusal" in model) {
      fill(live, h("p", { class: "refusal", role: "alert" }, iconOf("warning"), h("span", {}, model.refusal)));
      controls.plan(undefined, texts.tables.insert);
      return;
    }
    const { block, request, chart: drawn } = model;
    dates.hidden = !model.isOfMonths;
    allRows.hidden = block.kinds[0]!.kind !== "text";
    const missing = missingReasons(session, block);
    const reasons = missing.length > 0 && missingBlock(missing);
    if (form.form().turned) {
      chart.hidden = true;
      fill(live, h("p", { class: "quiet" }, texts.tables.turned[request.mode]), turnedPreview(context, model), reasons);
      const asked = { ...request, arguments: { ...request.arguments, turned: "yes" } };
      const what =
        request.mode === "values"
          ? rememberedInsertable(session, workbook, asked, false)
          : { block: turnedBlock(context, recipe, model) };
      controls.plan(what, texts.tables.insert);
      return;
    }
    chart.hidden = drawn === undefined;
    fill(live, tablePreview(context, block), reasons);
    const withChart = hasChart && drawn !== undefined;
    controls.plan(rememberedInsertable(session, workbook, request, withChart), texts.tables.insert);
  };
  const missingBlock = (reasons: readonly string[]) =>
    h(
      "details",
      { class: "card" },
      h("summary", { tabindex: 0 }, texts.tables.missing(numbers.count(reasons.length))),
      h("ul", { class: "reasons" }, ...reasons.map((reason) => h("li", { class: "quiet" }, reason))),
    );
  renew();
  return {
    element,
    recipe,
    form: form.form,
    focus: () => heading.focus(),
    shown: controls.look,
    dispose: controls.dispose,
  };
}

export function nameOf({ name, name_zh }: Recipe, language: PaneContext["language"]): string {
  return language === "zh" ? name_zh : name;
}
