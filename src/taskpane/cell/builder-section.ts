import { FUNCTIONS, type FunctionDefinition } from "../../functions";
import { h } from "../widgets/dom";
import type { Section } from "../context/section";
import type { ArgumentTexts } from "../builder/built-call";
import { BuilderView } from "./builder-view";
import { addressOf } from "../../sheets/notation/place";
import { builderTexts, type FunctionGroup } from "../builder/texts";
import { argumentTexts } from "../builder/typed";
import type { PaneContext } from "../context/pane-context";
import { faultNotice } from "../insert/notice";
import { linkButton } from "../widgets/buttons";
import { simplifier } from "../../query/words/simplified";
import { containsWords, filterBar } from "../widgets/filter-bar";
import { roving } from "../widgets/lists";
import { openedOver } from "../navigation/opened-view";

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
    const state = before as BuilderState | undefined;
    /** What was typed for a function stays until the pane closes. */
    const kept = new Map<string, ArgumentTexts>();
    const list = functionList(
      context,
      state?.search ?? "",
      (definition) => open(definition, kept.get(definition.id) ?? {}),
      openCell(context, (definition, texts) => open(definition, texts)),
    );

    const place = openedOver<BuilderView>(list, (view) => {
      kept.set(view.definition.id, view.texts());
      list.focus(view.definition.id);
    });
    const open = (definition: FunctionDefinition, texts: ArgumentTexts) =>
      place.open(new BuilderView(context, definition, texts, place.back));
    const definition = FUNCTIONS.find(({ id }) => id === state?.id);
    if (definition) open(definition, state?.texts ?? {});
    return {
      ...place,
      state: (): BuilderState => {
        const opened = place.opened();
        return { search: list.text(), ...(opened && { id: opened.definition.id, texts: opened.texts() }) };
      },
    };
  },
};

/** The way from the formula in the selected cell to the fields that give it again; undefined outside Excel. */
function openCell(
  { workbook, texts, language }: PaneContext,
  open: (definition: FunctionDefinition, texts: ArgumentTexts) => void,
): HTMLElement | undefined {
  if (!workbook) return undefined;
  const words = builderTexts[language];
  const said = h("span.quiet", { role: "status" });
  const read = async () => {
    try {
      const { calls, anchor } = await workbook.selectedCell();
      const call = calls.find(({ id }) => FUNCTIONS.some((definition) => definition.id === id));
      const definition = FUNCTIONS.find(({ id }) => id === call?.id);
      const given = call?.args.map(({ text }) => text);
      const typed = definition && given && argumentTexts(definition, given);
      said.textContent = typed ? "" : (call ? words.computed : words.noFormula)(addressOf(anchor));
      if (typed) open(definition, typed);
    } catch (error) {
      said.textContent = faultNotice(texts, error).text;
    }
  };
  return h("p.open-cell", linkButton(words.fromCell, read), said);
}

const GROUPS: readonly FunctionGroup[] = ["figures", "facts", "blocks", "rareEarths"];

/** Every function with what it gives, in groups; a search leaves those that have all its words. `fromCell` leads to a formula that is there. */
function functionList(
  context: PaneContext,
  before: string,
  choose: (definition: FunctionDefinition) => void,
  fromCell: HTMLElement | undefined,
) {
  const { session, language, texts: paneTexts } = context;
  const texts = builderTexts[language];
  const bar = filterBar<never>(paneTexts, texts.search, [], { text: before }, () => renew());
  const rows = FUNCTIONS.map((definition) => rowOf(context, definition, choose));
  const groups = GROUPS.map((group) => ({
    group,
    element: h("li", h("h2.group-title", texts.groups[group])),
  }));
  const list = h("ul.series-list", { "aria-label": texts.title });
  const nothing = h("p.quiet.no-function", { role: "status" });
  const keys = roving(list, { leave: () => bar.focus() });
  const renew = () => {
    const fitting = rows.filter(({ words }) => containsWords(simplifier(session.dataset)(bar.values.text), words));
    list.replaceChildren(
      ...groups.flatMap(({ group, element }) => {
        const items = fitting.filter((row) => row.group === group).map(({ item }) => item);
        return items.length > 0 ? [element, ...items] : [];
      }),
    );
    nothing.textContent = fitting.length > 0 ? "" : paneTexts.find.nothing(bar.values.text);
    keys.refresh();
  };
  bar.element.addEventListener("keydown", (event) => {
    const first = list.querySelector<HTMLButtonElement>("li > button");
    if (event.isComposing || (event.key !== "ArrowDown" && event.key !== "Enter")) return;
    event.preventDefault();
    if (event.key === "Enter") first?.click();
    else keys.focus(0);
  });
  renew();
  return {
    element: h(
      "section.view.find-view",
      { "aria-label": texts.title },
      h("h1.section-title", texts.title),
      bar.element,
      fromCell,
      nothing,
      list,
    ),
    /** Moves the focus to the search box, or to the row of a function. */
    focus(id?: string): void {
      if (id === undefined) return bar.focus();
      const wanted = rows.find((row) => row.id === id)?.button;
      keys.focus([...list.querySelectorAll("li > button")].findIndex((button) => button === wanted));
    },
    text: () => bar.values.text,
  };
}

function rowOf(
  { nameOf, texts }: PaneContext,
  definition: FunctionDefinition,
  choose: (definition: FunctionDefinition) => void,
) {
  const { id, summary } = definition;
  const said = texts.functions(definition).summary;
  const name = nameOf(id);
  const button = h(
    "button.function-row",
    { type: "button", onclick: () => choose(definition) },
    h("code", name),
    h("span.quiet", said),
  );
  return { id, group: groupOf(definition), words: [name, said, summary], button, item: h("li", button) };
}

/** What a function gives decides where one looks for it; those of rare earths alone stand together. */
function groupOf({ id, spills, result }: FunctionDefinition): FunctionGroup {
  if (id.startsWith("REE.")) return "rareEarths";
  if (spills) return "blocks";
  return result === "number" ? "figures" : "facts";
}
