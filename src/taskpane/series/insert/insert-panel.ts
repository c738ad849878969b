import { copyText } from "../../widgets/clipboard";
import type { PaneContext } from "../../context/pane-context";
import { fill, h } from "../../widgets/dom";
import { unitText } from "../../words/figures";
import { iconOf } from "../../widgets/icons";
import { insertPlan, offeredUnits, type InsertChoice, type InsertPlan } from "./insert-plan";
import { segments } from "../../widgets/segments";
import type { SeriesModel } from "../../words/series-model";
import { chartCheck } from "../../insert/chart-check";
import { insertControls } from "../../insert/insert-controls";
import { fromCellsPart } from "./from-cells";
import { previewWords, type PreviewWords } from "./preview";

export interface InsertPanel {
  readonly element: HTMLElement;
  /** Another figure is chosen. */
  choose(figure: number): void;
  /** Does what the first button does. */
  insert(): void;
  /** Looks where it would go: the panel came into sight, or the workbook changed. */
  look(): void;
  dispose(): void;
}

/** One point is no chart. */
const FEWEST_DRAWN = 2;

/** What to insert, exactly what will be written and where, and the buttons that do it. */
export function insertPanel(context: PaneContext, model: SeriesModel): InsertPanel {
  const { texts, session } = context;
  const { insert: words } = texts;
  let figure = model.figures.length - 1;
  let choice: InsertChoice = { what: "figure", as: "formula", unit: undefined };
  let plan: InsertPlan;
  let preview: PreviewWords;

  const content = h("code", {
    class: "preview-content",
    tabindex: 0,
    role: "textbox",
    "aria-readonly": "true",
    "aria-label": words.preview,
  });
  const result = h("span", { class: "preview-result" });
  const copy = h(
    "fluent-button",
    {
      appearance: "subtle",
      "icon-only": true,
      size: "small",
      "aria-label": words.copyFormula,
      title: words.copyFormula,
    },
    iconOf("copy"),
  );
  const unit = h("select", { class: "unit-select", "aria-label": words.unit, title: words.unit });
  const as = segments(
    words.as,
    [
      { value: "formula", text: words.formula },
      { value: "value", text: words.value },
    ],
    "formula",
    (value) => change({ as: value }),
  );
  const what = segments(
    words.what,
    [
      { value: "figure", text: words.figure },
      { value: "series", text: words.series },
    ],
    "figure",
    (value) => change({ what: value }),
  );
  const fromCells = fromCellsPart(context, () => renew());
  const chart = chartCheck(context, (hasChart) => change({ hasChart }));
  const controls = insertControls(context, {
    looked: fromCells.looked,
    options: [fromCells.element],
    besideTarget: chart,
  });
  const element = controls.panel((toggle) => [
    h("div", { class: "insert-choices" }, what.element, as.element, unit),
    h("div", { class: "preview folds" }, h("div", { class: "preview-lines" }, content, result), copy, toggle),
  ]);

  const primaryText = () => {
    if (choice.what === "series")
      return choice.hasChart === true && !chart.hidden ? words.insertSeriesWithChart : words.insertSeries;
    return choice.as === "formula" ? words.insertFormula : words.insertValue;
  };
  const change = (to: Partial<InsertChoice>) => {
    choice = { ...choice, ...to };
    as.relabel("value", choice.what === "series" ? words.values : words.value);
    renew();
  };
  const renew = () => {
    const { series, figures } = model;
    const chosen = figures[figure]!;
    plan = insertPlan({ session, series, figures, period: chosen.period }, choice, context.nameOf);
    fillUnits(plan.takesUnit ? offeredUnits(session, series, chosen) : [series.unit]);
    fromCells.element.hidden = choice.as === "value";
    const own = previewWords(context, plan, series.unit);
    const changed = choice.as === "formula" ? fromCells.applied(plan, own) : undefined;
    chart.hidden = choice.what !== "series" || model.figures.length < FEWEST_DRAWN || changed !== undefined;
    preview = changed?.preview ?? own;
    fill(content, ...preview.content.flatMap((part, i) => (i === 0 ? [part] : [h("wbr"), part])));
    content.title = preview.content.join("");
    result.textContent = preview.result;
    controls.plan(changed?.what ?? plan, primaryText());
  };
  const fillUnits = (offered: readonly string[]) => {
    const chosen = choice.unit !== undefined && offered.includes(choice.unit) ? choice.unit : offered[0]!;
    fill(
      unit,
      ...offered.map((id) =>
        h(
          "option",
          { value: id, selected: id === chosen },
          unitText(session.dataset, id, context.language) || session.dataset.label("units", id, context.language),
        ),
      ),
    );
    unit.disabled = offered.length === 1;
  };

  unit.addEventListener("change", () => change({ unit: unit.value === model.series.unit ? undefined : unit.value }));
  copy.addEventListener("click", async () => {
    const copied = await copyText(preview.formula);
    controls.say({ tone: copied ? "success" : "warning", text: copied ? words.copied : words.notCopied });
  });

  return {
    element,
    choose: (chosen) => {
      figure = chosen;
      renew();
    },
    insert: controls.insert,
    look: controls.look,
    dispose: controls.dispose,
  };
}
