import { FUNCTIONS, type FunctionDefinition } from "../../functions";
import { fill, h } from "../widgets/dom";
import type { Section } from "../context/section";
import type { ArgumentTexts } from "../builder/built-call";
import { BuilderView } from "./builder-view";
import { functionList } from "./function-list";
import { addressOf } from "../../sheets/notation/place";
import { builderTexts } from "../builder/texts";
import { argumentTexts } from "../builder/typed";
import type { PaneContext } from "../context/pane-context";
import { faultNotice } from "../insert/notice";
import { linkButton } from "../widgets/buttons";

interface BuilderState {
  readonly search: string;
  readonly id?: string;
  readonly texts?: ArgumentTexts;
}

/** Choosing a function, then filling its arguments. */
export const builderSection: Section = {
  id: "builder",
  title: ({ sections }) => sections.builder,
  open(context, _host, before) {
    const element = h("div", { class: "stage-content" });
    const state = before as BuilderState | undefined;
    let opened: BuilderView | undefined;
    /** What was typed for a function stays until the pane closes. */
    const kept = new Map<string, ArgumentTexts>();
    const list = functionList(
      context,
      state?.search ?? "",
      (definition) => open(definition, kept.get(definition.id) ?? {}),
      openCell(context, (definition, texts) => open(definition, texts)),
    );

    const open = (definition: FunctionDefinition, texts: ArgumentTexts) => {
      opened?.dispose();
      opened = new BuilderView(context, definition, texts, () => void back());
      fill(element, opened.element);
      opened.shown();
      opened.focus();
    };
    const back = (): boolean => {
      if (!opened) return false;
      const { id } = opened.definition;
      kept.set(id, opened.texts());
      opened.dispose();
      opened = undefined;
      fill(element, list.element);
      list.focus(id);
      return true;
    };
    fill(element, list.element);
    const definition = FUNCTIONS.find(({ id }) => id === state?.id);
    if (definition) open(definition, state?.texts ?? {});
    return {
      element,
      focus: () => (opened ?? list).focus(),
      back,
      shown: () => opened?.shown(),
      state: (): BuilderState => ({
        search: list.text(),
        ...(opened && { id: opened.definition.id, texts: opened.texts() }),
      }),
      dispose: () => opened?.dispose(),
    };
  },
};

/** The way from the formula in the selected cell to the fields that give it again; undefined outside Excel. */
function openCell(
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
