import { FUNCTIONS } from "../../functions";
import { formulaText } from "../../functions/calls/call";
import { localFormula } from "../../sheets/formula";
import { isError } from "../../sheets/formula/value";
import { addressOf, samePlace, type Place } from "../../sheets/notation/place";
import type { SelectedCell } from "../../workbook/cell/selected-cell";
import { argumentTexts } from "../builder/typed";
import { latestLook } from "../context/latest-look";
import type { PaneContext } from "../context/pane-context";
import type { OpenSeries, Section, SectionHost, SectionView } from "../context/section";
import { faultNotice, type Notice } from "../insert/notice";
import { linkButton } from "../widgets/buttons";
import { fill, h, isInSight } from "../widgets/dom";
import { GENERAL } from "../words/number-format";
import { callCard } from "./call-card";
import { explainCell, type ExplainedCall } from "./explain";
import { explainTableCell, type ExplainedTableCell } from "./explain-table";
import { waysOnPart } from "./ways-on-part";

/** What the selected cell asks of Orebook. Follows the selection while it is in sight. */
export const cellSection: Section = {
  id: "cell",
  title: ({ sections }) => sections.selected,
  open: (context, host) => new CellView(context, host),
};

class CellView implements SectionView {
  readonly element;
  private readonly heading;
  private readonly content = h("div.cell-content", { "aria-live": "polite" });
  /** What became of a formula that was rewritten. */
  private readonly said = h("span.notice-text");
  private readonly undo;
  private readonly look;
  private takeBack: (() => Promise<unknown>) | undefined;
  private readonly stop;
  private readonly lookInSight = () => {
    if (this.context.workbook && isInSight(this.element)) void this.look();
  };

  constructor(
    private readonly context: PaneContext,
    private readonly host: SectionHost,
  ) {
    const { texts, workbook } = context;
    this.heading = h("h1.section-title", { tabindex: -1 }, texts.cell.title);
    this.undo = linkButton(texts.insert.undo, () => this.putBack(), { class: "link-button undo", hidden: true });
    const notice = h("div.notice.cell-notice", { role: "status" }, this.said, this.undo);
    const label = { class: "view find-view", "aria-label": texts.cell.title };
    this.element = h("section", label, this.heading, notice, this.content);
    const seen = (): Promise<SelectedCell | Error> => workbook!.selectedCell().catch(asError);
    this.look = latestLook(seen, (cell) => this.show(cell));
    if (!workbook) fill(this.content, h("p.quiet", texts.cell.notInExcel));
    this.stop = workbook?.onSelectionChange(this.lookInSight);
    window.addEventListener("focus", this.lookInSight);
  }

  focus(): void {
    this.heading.focus();
  }

  shown(): void {
    this.lookInSight();
  }

  dispose(): void {
    this.stop?.();
    window.removeEventListener("focus", this.lookInSight);
  }

  private show(cell: SelectedCell | Error): void {
    const { texts } = this.context;
    this.heading.textContent = cell instanceof Error ? texts.cell.title : addressOf(cell.place);
    fill(this.content, ...(cell instanceof Error ? [h("p.quiet", faultNotice(texts, cell).text)] : this.partsOf(cell)));
  }

  private partsOf(cell: SelectedCell): (HTMLElement | undefined)[] {
    const { context } = this;
    const { texts } = context;
    const open = this.host.openSeries;
    const inTable = cell.table && explainTableCell(context, cell, cell.table);
    if (inTable) return tableParts(context, inTable, open);
    if (cell.calls.length === 0) return nothingParts(context, cell);
    const explained = explainCell(context, cell);
    const rewrite = (formula: string) => void this.rewrite(cell.anchor, formula);
    const from = addressOf(cell.anchor);
    return [
      samePlace(cell.anchor, cell.place) ? undefined : h("p.quiet", texts.cell.spilledFrom(from)),
      h("code.cell-formula", localFormula(cell.formula, context.culture)),
      isError(cell.value) && cell.value.error === "#NAME?" ? this.repairPart() : undefined,
      ...explained.flatMap((call) => [
        callCard(context, call, explained.length > 1, open),
        waysOnPart(context, cell, call, rewrite),
      ]),
      explained.length === 1 ? this.changePart(explained[0]!) : undefined,
    ];
  }

  /** Excel knows no such function: the formula has to be entered again. */
  private repairPart(): HTMLElement {
    const { cell, sections } = this.context.texts;
    const repair = () => this.host.openSection("audit", undefined, "repair");
    return h("p.note", `${cell.unrecognised} `, linkButton(`${sections.audit}: ${cell.repair}`, repair));
  }

  /** The way to the fields that give the formula again; undefined where one of them is computed. */
  private changePart({ call, found }: ExplainedCall): HTMLElement | undefined {
    const definition = FUNCTIONS.find(({ id }) => id === call.id);
    const given = found.args.map(({ text }) => text);
    const texts = definition && argumentTexts(definition, given);
    if (!texts) return undefined;
    const open = () => this.host.openSection("builder", { search: "", id: call.id, texts });
    const label = this.context.texts.cell.change;
    return h("div", linkButton(label, open));
  }

  private async rewrite(at: Place, formula: string): Promise<void> {
    const { texts, workbook } = this.context;
    const block = { content: [[{ formula }]], rows: 1, columns: 1, headers: 0, formats: [GENERAL], widths: [] };
    try {
      const outcome = await workbook!.insert(block, at, true);
      if (outcome.kind !== "inserted") return;
      this.takeBack = outcome.undo;
      this.say({ tone: "success", text: texts.cell.rewritten(addressOf(at)) });
    } catch (error) {
      this.say(faultNotice(texts, error));
    }
    this.heading.focus();
    await this.look();
  }

  private async putBack(): Promise<void> {
    const { texts } = this.context;
    const takeBack = this.takeBack;
    this.takeBack = undefined;
    try {
      const outcome = await takeBack?.();
      this.say({ tone: "plain", text: outcome === "changedSince" ? texts.cell.notUndone : texts.cell.undone });
    } catch (error) {
      this.say(faultNotice(texts, error));
    }
    this.heading.focus();
    await this.look();
  }

  private say({ tone, text }: Notice): void {
    this.said.textContent = text;
    this.said.parentElement!.dataset["tone"] = tone;
    this.undo.hidden = this.takeBack === undefined;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** There is nothing to tell of a cell, but an example of what there could be. */
function nothingParts({ texts, culture, nameOf }: PaneContext, cell: SelectedCell): HTMLElement[] {
  if (cell.isLetters) return [h("p.note", texts.cell.isLetters)];
  const example = formulaText({ id: "METALS.IMPORTS", args: ["copper", 2024] }, culture.list, nameOf);
  const mayBeSpilled = !cell.knowsSpills && cell.formula === "" && cell.value !== null;
  return [
    h("p.quiet", texts.cell.nothing, " ", h("code", example)),
    ...(mayBeSpilled ? [h("p.quiet", texts.cell.mayBeSpilled)] : []),
  ];
}

/** What an inserted table put into a cell, and whether it still stands. */
function tableParts(
  context: PaneContext,
  { title, kind, formula, calls, isChanged, revised }: ExplainedTableCell,
  open: OpenSeries,
): HTMLElement[] {
  const { cell } = context.texts;
  return [
    h("p.quiet", cell.inTable(title)),
    ...(kind === "cell" ? [] : [h("p.note", cell[kind])]),
    ...(isChanged ? [h("p.note", cell.changed)] : []),
    ...(revised ? [h("p.note", cell.revised(revised.from, revised.to))] : []),
    ...(formula === ""
      ? []
      : [h("p.quiet", cell.sameAs), h("code.cell-formula", localFormula(formula, context.culture))]),
    ...calls.map((call) => callCard(context, call, calls.length > 1, open)),
  ];
}
