import { recipesOf, type Recipe } from "../../tables";
import type { PaneContext } from "../context/pane-context";
import { h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import type { Section } from "../context/section";
import { roving } from "../widgets/lists";
import { BLANK_FORM, tableModel, type TableForm } from "./table-model";
import { cellElement, placesOf } from "./table-preview";
import { nameOf, TableView } from "./table-view";
import { openedOver } from "../navigation/opened-view";

interface TablesState {
  readonly recipe: string;
  readonly form: TableForm;
}

/** The gallery of prebuilt tables, and the one opened from it. */
export const tablesSection: Section = {
  id: "tables",
  title: ({ sections }) => sections.tables,
  open(context, _host, before) {
    const gallery = galleryOf(context, (recipe) => open(recipe));
    const place = openedOver<TableView>(gallery, ({ recipe }) => gallery.focus(recipe));
    const open = (recipe: Recipe, form?: TableForm) => place.open(new TableView(context, recipe, form, place.back));
    const state = before as TablesState | undefined;
    const recipe = recipesOf(context.session.dataset).find(({ id }) => id === state?.recipe);
    if (recipe) open(recipe, state!.form);
    return {
      ...place,
      state: (): TablesState | undefined => {
        const opened = place.opened();
        return opened && { recipe: opened.recipe.id, form: opened.form() };
      },
    };
  },
};

function galleryOf(context: PaneContext, open: (recipe: Recipe) => void) {
  const { texts, session, language } = context;
  const recipes = recipesOf(session.dataset);
  const queue: (() => void)[] = [];
  const rows = recipes.map((recipe) => {
    const { item, from, to, unit } = recipe.parameters;
    const takes = Object.entries({ item, period: from ?? to, unit }).flatMap(([name, blank]) =>
      blank === undefined ? [] : [texts.tables.parameters[name as "item" | "period" | "unit"]],
    );
    const row = h(
      "button.gallery-row",
      { type: "button", onclick: () => open(recipe) },
      iconOf("table"),
      h("span.gallery-name", nameOf(recipe, language)),
      h("span.quiet", texts.tables.takes(takes.join(texts.comma))),
    );
    queue.push(() => row.append(...sampleOf(context, recipe)));
    return h("li", row);
  });
  const list = h("ul.series-list", { "aria-label": texts.tables.title }, ...rows);
  // The list is there first; what each table shows is put in one by one.
  const next = () => {
    queue.shift()?.();
    if (queue.length > 0) setTimeout(next);
  };
  setTimeout(next);
  const keys = roving(list);
  keys.refresh();
  const element = h(
    "section.view.find-view",
    { "aria-label": texts.tables.title },
    h("h1.section-title", texts.tables.title),
    list,
  );
  return { element, focus: (recipe?: Recipe) => keys.focus(Math.max(0, recipe ? recipes.indexOf(recipe) : 0)) };
}

/** Rows and columns of a table that fit its row of the gallery. */
const SAMPLE = { rows: 3, columns: 3 };

/** What a table is about, for which periods, and its first rows; nothing where it cannot be built. */
function sampleOf(context: PaneContext, recipe: Recipe): HTMLElement[] {
  const model = tableModel(context.session, recipe, BLANK_FORM);
  if ("refusal" in model) return [];
  const { header, kinds, rows, unitLine } = model.block;
  const periods = rows.map(([first]) => String(first?.value ?? "")).filter((text) => /^\d{4}/.test(text));
  const span = periods.length > 1 ? [periods[0], periods.at(-1)].sort().join(" – ") : "";
  const cells = rows
    .slice(0, SAMPLE.rows)
    .map((row) =>
      row
        .slice(0, SAMPLE.columns)
        .map((cell, i) =>
          cellElement(context, kinds[i]!, cell, false, placesOf(model.block.rows.map((row) => row[i]!))),
        ),
    );
  const head = header.slice(0, SAMPLE.columns).map((text) => h("td", text));
  const about = [span, unitLine].filter((text) => text !== "").join(" · ");
  return [
    ...(about === "" ? [] : [h("span.quiet.gallery-about", about)]),
    h(
      "span.gallery-sample",
      { "aria-hidden": "true" },
      h("table.table-preview", h("tbody", h("tr.quiet", ...head), ...cells.map((row) => h("tr", ...row)))),
    ),
  ];
}
