import { FUNCTIONS, type FunctionDefinition } from "../../functions";
import { simplifier } from "../../query/words/simplified";
import type { PaneContext } from "../context/pane-context";
import { h } from "../widgets/dom";
import { containsWords, filterBar } from "../widgets/filter-bar";
import { roving } from "../widgets/lists";
import { builderTexts, type FunctionGroup } from "../builder/texts";

export interface FunctionList {
  readonly element: HTMLElement;
  /** Moves the focus to the search box, or to the row of a function. */
  focus(id?: string): void;
  text(): string;
}

const GROUPS: readonly FunctionGroup[] = ["figures", "facts", "blocks", "rareEarths"];

/** Every function with what it gives, in groups; a search leaves those that have all its words. `fromCell` leads to a formula that is there. */
export function functionList(
  context: PaneContext,
  before: string,
  choose: (definition: FunctionDefinition) => void,
  fromCell: HTMLElement | undefined,
): FunctionList {
  const { session, language, texts: paneTexts } = context;
  const texts = builderTexts(language);
  const bar = filterBar<never>(paneTexts, texts.search, [], { text: before }, () => renew());
  const rows = FUNCTIONS.map((definition) => rowOf(context, definition, choose));
  const groups = GROUPS.map((group) => ({
    group,
    element: h("li", {}, h("h2", { class: "group-title" }, texts.groups[group])),
  }));
  const list = h("ul", { class: "series-list", "aria-label": texts.title });
  const nothing = h("p", { class: "quiet no-function", role: "status" });
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
      "section",
      { class: "view find-view", "aria-label": texts.title },
      h("h1", { class: "section-title" }, texts.title),
      bar.element,
      fromCell,
      nothing,
      list,
    ),
    focus: (id) =>
      id === undefined
        ? bar.focus()
        : keys.focus(
            [...list.querySelectorAll("li > button")].findIndex(
              (button) => button === rows.find((row) => row.id === id)?.button,
            ),
          ),
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
    "button",
    { class: "function-row", type: "button", onclick: () => choose(definition) },
    h("code", {}, name),
    h("span", { class: "quiet" }, said),
  );
  return { id, group: groupOf(definition), words: [name, said, summary], button, item: h("li", {}, button) };
}

/** What a function gives decides where one looks for it; those of rare earths alone stand together. */
function groupOf({ id, spills, result }: FunctionDefinition): FunctionGroup {
  if (id.startsWith("REE.")) return "rareEarths";
  if (spills) return "blocks";
  return result === "number" ? "figures" : "facts";
}
