import { FUNCTIONS } from "../../functions";
import { localFormula } from "../../sheets/formula";
import type { SelectedCell } from "../../workbook/cell/selected-cell";
import { waysOn, type WayOn } from "../builder/ways-on";
import type { PaneContext } from "../context/pane-context";
import { fluentButton } from "../widgets/buttons";
import { fill, h } from "../widgets/dom";
import type { ExplainedCall } from "./explain";

/**
 * Where a call has no answer: the questions near it that have one. Choosing one shows the formula as it would be;
 * `rewrite` puts it into the cell.
 */
export function waysOnPart(
  context: PaneContext,
  cell: SelectedCell,
  { call, found, args }: ExplainedCall,
  rewrite: (formula: string) => void,
): HTMLElement | undefined {
  const definition = FUNCTIONS.find(({ id }) => id === call.id);
  if (!definition || !args || call.outcome?.kind !== "refused") return undefined;
  const ways = waysOn(context, definition, args);
  if (ways.length === 0) return undefined;
  const { cell: words } = context.texts;
  const preview = h("div.way-preview", { "aria-live": "polite" });
  const show = (way: WayOn) => {
    const formula = rewritten(cell.formula, found, way);
    const put = fluentButton(words.replace, () => rewrite(formula), { appearance: "primary" });
    fill(preview, h("code.cell-formula", localFormula(formula, context.culture)), h("div", put));
  };
  return h(
    "section.ways",
    { "aria-label": words.waysOn },
    h("h3", words.waysOn),
    h("ul.choices", ...ways.map((way) => wayRow(way, () => show(way)))),
    preview,
  );
}

/** A question that has an answer, to be pressed: its word, and what it answers. */
export function wayRow({ label, gives }: WayOn, choose: () => void): HTMLElement {
  return h("li", h("button.choice.way", { type: "button", onclick: choose }, h("span", label), h("strong", gives)));
}

/** The formula with another word in one argument of a call; everything else stays as it is written. */
function rewritten(formula: string, { args, start, end, name }: ExplainedCall["found"], way: WayOn): string {
  const texts = args.map(({ text }) => text);
  while (texts.length <= way.position) texts.push("");
  texts[way.position] = typeof way.word === "number" ? String(way.word) : `"${way.word.replaceAll('"', '""')}"`;
  return `${formula.slice(0, start)}${name}(${texts.join(",")})${formula.slice(end)}`;
}
