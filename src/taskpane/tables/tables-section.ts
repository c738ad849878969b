import { recipesOf, type Recipe } from "../../tables";
import type { PaneContext } from "../context/pane-context";
import { fill, h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import type { Section } from "../context/section";
import { roving } from "../widgets/lists";
import type { TableForm } from "./table-model";
import { nameOf, tableView, type TableView } from "./table-view";

interface TablesState {
  readonly recipe: string;
  readonly form: TableForm;
}

/** The gallery of prebuilt tables, and the one opened from it. */
export const tablesSection: Section = {
  id: "tables",
  title: ({ sections }) => sections.tables,
  open(context, _host, before) {
    const element = h("div", { class: "stage-content" });
    let opened: TableView | undefined;
    const gallery = galleryOf(context, (recipe) => open(recipe));

    const open = (recipe: Recipe, form?: TableForm) => {
      opened?.dispose();
      opened = tableView(context, recipe, form, () => void back());
      fill(element, opened.element);
      opened.shown();
      opened.focus();
    };
    const back = (): boolean => {
      if (!opened) return false;
      const { recipe } = opened;
      opened.dispose();
      opened = undefined;
      fill(element, gallery.element);
      gallery.focus(recipe);
      return true;
    };
    fill(element, gallery.element);
    const state = before as TablesState | undefined;
    const recipe = recipesOf(context.session.dataset).find(({ id }) => id === state?.recipe);
    if (recipe) open(recipe, state!.form);
    return {
      element,
      focus: () => (opened ?? gallery).focus(),
      back,
      shown: () => opened?.shown(),
      state: (): TablesState | undefined => opened && { recipe: opened.recipe.id, form: opened.form() },
      dispose: () => opened?.dispose(),
    };
  },
};

function galleryOf(
  context: PaneContext,
  open: (recipe: Recipe) => void,
): { element: HTMLElement; focus(recipe?: Recipe): void } {
  const { texts, session, language } = context;
  const recipes = recipesOf(session.dataset);
  const rows = recipes.map((recipe) => {
    const { item, from, to, unit } = recipe.parameters;
    const takes = Object.entries({ item, period: from ?? to, unit }).flatMap(([name, blank]) =>
      blank === undefined ? [] : [texts.tables.parameters[name as "item" | "period" | "unit"]],
    );
    const row = h(
      "button",
      { class: "gallery-row", type: "button", onclick: () => open(recipe) },
      iconOf("table"),
      h("span", { class: "gallery-name" }, nameOf(recipe, language)),
      h("span", { class: "quiet" }, texts.tables.takes(takes.join(texts.comma))),
    );
    return h("li", {}, row);
  });
  const list = h("ul", { class: "series-list", "aria-label": texts.tables.title }, ...rows);
  const keys = roving(list);
  keys.refresh();
  const element = h(
    "section",
    { class: "view find-view", "aria-label": texts.tables.title },
    h("h1", { class: "section-title" }, texts.tables.title),
    list,
  );
  return { element, focus: (recipe) => keys.focus(Math.max(0, recipe ? recipes.indexOf(recipe) : 0)) };
}
