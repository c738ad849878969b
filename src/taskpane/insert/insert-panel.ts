import { copyText } from "../clipboard";
import type { PaneContext } from "../context";
import { fill, h } from "../dom";
import { unitText } from "../figures";
import { iconOf } from "../icons";
import { insertPlan, offeredUnits, type InsertChoice, type InsertPlan } from "../insert-plan";
import { segments } from "../segments";
import type { SeriesModel } from "../series/model";
import { Inserter, type InserterState } from "./inserter";
import { firstCell } from "./notice";
import { previewWords } from "./preview";

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

/** What to insert, exactly what will be written and where, and the buttons that do it. */
export function insertPanel(context: PaneContext, model: SeriesModel): InsertPanel {
  const { texts, workbook, session } = context;
  const { insert: words } = texts;
  let figure = model.figures.length - 1;
  let choice: InsertChoice = { what: "figure", as: "formula", unit: undefined };
  let plan: InsertPlan | undefined;

  const content = h("code", { class: "preview-content", tabindex: 0, role: "textbox", "aria-readonly": "true", "aria-label": words.preview });
  const result = h("span", { class: "preview-result" });
  const copy = h("fluent-button", { appearance: "subtle", "icon-only": true, size: "small", "aria-label": words.copyFormula, title: words.copyFormula }, iconOf("copy"));
  const notice = h("span", { class: "notice-text" });
  const undo = h("button", { class: "link-button undo", type: "button", hidden: true }, words.undo);
  const primary = h("fluent-button", { class: "insert-primary", appearance: "primary", title: "Ctrl+Enter", "aria-keyshortcuts": "Control+Enter" });
  const over = h("fluent-button", { class: "insert-over", hidden: true }, words.overwrite);
  const unit = h("select", { class: "unit-select", "aria-label": words.unit, title: words.unit });
  const as = segments(words.as, [{ value: "formula", text: words.formula }, { value: "value", text: words.value }], "formula", (value) => change({ as: value }));
  const what = segments(words.what, [{ value: "figure", text: words.figure }, { value: "series", text: words.series }], "figure", (value) => change({ what: value }));
  const noticeRow = h("div", { class: "notice", role: "status" }, notice, undo);
  const element = h(
    "section",
    { class: "insert-panel", "aria-label": words.title },
    h("div", { class: "insert-choices" }, what.element, as.element, unit),
    h("div", { class: "preview" }, h("div", { class: "preview-lines" }, content, result), copy),
    noticeRow,
    workbook && h("div", { class: "insert-buttons" }, primary, over),
  );

  const inserter = workbook && new Inserter(workbook, texts, (state) => show(state));

  const show = ({ notice: said, obstacle, isBusy, canUndo, at }: InserterState) => {
    noticeRow.dataset["tone"] = said.tone;
    notice.textContent = said.text;
    undo.hidden = !canUndo;
    const next = obstacle?.nextFree;
    primary.textContent = next ? words.insertAt(firstCell(next)) : primaryText();
    over.hidden = !obstacle || obstacle.table !== undefined;
    enable(primary, !isBusy && at !== undefined && (obstacle === undefined || next !== undefined));
    enable(over, !isBusy);
  };
  const primaryText = () => (choice.what === "series" ? words.insertSeries : choice.as === "formula" ? words.insertFormula : words.insertValue);
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
    const preview = previewWords(context, plan, series.unit);
    fill(content, ...preview.content.flatMap((part, i) => (i === 0 ? [part] : [h("wbr"), part])));
    result.textContent = preview.result;
    primary.textContent = primaryText();
    if (inserter) void inserter.plan(plan.block);
    else notice.textContent = words.notInExcel;
  };
  const fillUnits = (offered: readonly string[]) => {
    const chosen = choice.unit !== undefined && offered.includes(choice.unit) ? choice.unit : offered[0]!;
    fill(unit, ...offered.map((id) => h("option", { value: id, selected: id === chosen }, unitText(session.dataset, id, context.language) || session.dataset.label("units", id, context.language))));
    unit.disabled = offered.length === 1;
  };

  unit.addEventListener("change", () => change({ unit: unit.value === model.series.unit ? undefined : unit.value }));
  const insert = () => void inserter?.insert(inserter.state.obstacle ? "nextFree" : "here");
  primary.addEventListener("click", insert);
  over.addEventListener("click", () => void inserter?.insert("over"));
  undo.addEventListener("click", () => void inserter?.undo());
  copy.addEventListener("click", async () => {
    const copied = plan !== undefined && (await copyText(previewWords(context, plan, model.series.unit).formula));
    const said = { tone: copied ? "success" : "warning", text: copied ? words.copied : words.notCopied } as const;
    if (inserter) inserter.say(said);
    else notice.textContent = said.text;
  });
  const look = () => {
    if (isInSight(element)) void inserter?.look();
  };
  const stop = workbook?.onSelectionChange(look);
  // What was typed into the cell meanwhile is seen when the user comes back to the pane.
  window.addEventListener("focus", look);

  return {
    element,
    choose: (chosen) => {
      figure = chosen;
      renew();
    },
    insert,
    look,
    dispose: () => {
      stop?.();
      window.removeEventListener("focus", look);
    },
  };
}

/** Nobody looks at a panel under another tab or another series. */
function isInSight(element: HTMLElement): boolean {
  return element.isConnected && !element.closest("[hidden]");
}

function enable(button: HTMLElement, enabled: boolean): void {
  button.toggleAttribute("disabled", !enabled);
}
