import type { Series } from "../../dataset/records";
import { addressOf, samePlace } from "../../sheets/notation/place";
import type { SelectedCell } from "../../workbook/cell/selected-cell";
import { latestLook } from "../context/latest-look";
import type { PaneContext } from "../context/pane-context";
import type { Section } from "../context/section";
import { formulaText } from "../../functions/calls/call";
import { faultNotice } from "../insert/notice";
import { fill, h } from "../widgets/dom";
import { callCard } from "./call-card";
import { explainCell } from "./explain";
import { explainTableCell, type ExplainedTableCell } from "./explain-table";

/** What the selected cell asks of Orebook. Follows the selection while it is in sight. */
export const cellSection: Section = {
  id: "cell",
  title: ({ sections }) => sections.cell,
  open(context, host) {
    const { texts, workbook } = context;
    const heading = h("h1", { class: "section-title", tabindex: -1 }, texts.cell.title);
    const content = h("div", { class: "cell-content", "aria-live": "polite" });
    const element = h("section", { class: "view find-view", "aria-label": texts.cell.title }, heading, content);
    const show = (cell: SelectedCell | Error) => {
      heading.textContent = cell instanceof Error ? texts.cell.title : addressOf(cell.place);
      fill(
        content,
        ...(cell instanceof Error
          ? [h("p", { class: "quiet" }, faultNotice(texts, cell).text)]
          : cellParts(context, cell, host.openSeries)),
      );
    };
    const seen = (): Promise<SelectedCell | Error> =>
      workbook!.selectedCell().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    const look = latestLook(seen, show);
    const lookInSight = () => {
      if (workbook && element.isConnected && !element.closest("[hidden]")) void look();
    };
    if (!workbook) fill(content, h("p", { class: "quiet" }, texts.cell.notInExcel));
    const stop = workbook?.onSelectionChange(lookInSight);
    window.addEventListener("focus", lookInSight);
    return {
      element,
      focus: () => heading.focus(),
      shown: lookInSight,
      dispose: () => {
        stop?.();
        window.removeEventListener("focus", lookInSight);
      },
    };
  },
};

function cellParts(
  context: PaneContext,
  cell: SelectedCell,
  open: (series: Series, period?: string) => void,
): HTMLElement[] {
  const { texts, culture, nameOf } = context;
  const inTable = cell.table && explainTableCell(context, cell, cell.table);
  if (inTable) return tableParts(context, inTable, open);
  if (cell.calls.length === 0) {
    const example = formulaText({ id: "METALS.IMPORTS", args: ["copper", 2024] }, culture.list, nameOf);
    const mayBeSpilled = !cell.knowsSpills && cell.formula === "" && cell.value !== null;
    return [
      h("p", { class: "quiet" }, texts.cell.nothing, " ", h("code", {}, example)),
      ...(mayBeSpilled ? [h("p", { class: "quiet" }, texts.cell.mayBeSpilled)] : []),
    ];
  }
  const explained = explainCell(context, cell);
  return [
    ...(samePlace(cell.anchor, cell.place)
      ? []
      : [h("p", { class: "quiet" }, texts.cell.spilledFrom(addressOf(cell.anchor)))]),
    h("code", { class: "cell-formula" }, cell.formula),
    ...explained.map((call) => callCard(context, call, explained.length > 1, open)),
  ];
}

/** What an inserted table put into a cell, and whether it still stands. */
function tableParts(
  context: PaneContext,
  { title, kind, formula, calls, isChanged, revised }: ExplainedTableCell,
  open: (series: Series, period?: string) => void,
): HTMLElement[] {
  const { cell } = context.texts;
  return [
    h("p", { class: "quiet" }, cell.inTable(title)),
    ...(kind === "cell" ? [] : [h("p", { class: "note" }, cell[kind])]),
    ...(isChanged ? [h("p", { class: "note" }, cell.changed)] : []),
    ...(revised ? [h("p", { class: "note" }, cell.revised(revised.from, revised.to))] : []),
    ...(formula === "" ? [] : [h("p", { class: "quiet" }, cell.sameAs), h("code", { class: "cell-formula" }, formula)]),
    ...calls.map((call) => callCard(context, call, calls.length > 1, open)),
  ];
}
