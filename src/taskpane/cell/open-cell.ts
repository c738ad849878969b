import { FUNCTIONS, type FunctionDefinition } from "../../functions";
import { addressOf } from "../../sheets/notation/place";
import type { ArgumentTexts } from "../builder/built-call";
import { builderTexts } from "../builder/texts";
import { argumentTexts } from "../builder/typed";
import type { PaneContext } from "../context/pane-context";
import { faultNotice } from "../insert/notice";
import { linkButton } from "../widgets/buttons";
import { h } from "../widgets/dom";

/** The way from the formula in the selected cell to the fields that give it again; undefined outside Excel. */
export function openCell(
  { workbook, texts, language }: PaneContext,
  open: (definition: FunctionDefinition, texts: ArgumentTexts) => void,
): HTMLElement | undefined {
  if (!workbook) return undefined;
  const words = builderTexts(language);
  const said = h("span", { class: "quiet", role: "status" });
  const read = async () => {
    try {
      const { calls, anchor } = await workbook.selectedCell();
      const call = calls.find(({ id }) => FUNCTIONS.some((definition) => definition.id === id));
      const definition = FUNCTIONS.find(({ id }) => id === call?.id);
      const typed =
        call &&
        definition &&
        argumentTexts(
          definition,
          call.args.map(({ text }) => text),
        );
      said.textContent = typed ? "" : (call ? words.computed : words.noFormula)(addressOf(anchor));
      if (typed) open(definition, typed);
    } catch (error) {
      said.textContent = faultNotice(texts, error).text;
    }
  };
  return h("p", { class: "open-cell" }, linkButton(words.fromCell, read), said);
}
