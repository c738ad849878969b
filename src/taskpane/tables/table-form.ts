import { enumValues } from "../../functions/reading/enums";
import type { Recipe } from "../../tables";
import type { PaneContext } from "../context/pane-context";
import { h } from "../widgets/dom";
import { unitText } from "../words/figures";
import { segments } from "../widgets/segments";
import { textBox } from "../widgets/fluent/text-box";
import { BLANK_FORM, type TableForm } from "./table-model";

/** The choices a table takes; a blank one means what the table says. */
export function tableForm(
  context: PaneContext,
  recipe: Recipe,
  before: TableForm | undefined,
  changed: (form: TableForm) => void,
): { element: HTMLElement; mode: HTMLElement; form(): TableForm; change(to: Partial<TableForm>): void } {
  const { texts, insertOptions } = context;
  const { item, from, to, unit } = recipe.parameters;
  let form: TableForm = before ?? { ...BLANK_FORM, mode: insertOptions.areValues() ? "values" : "formulas" };
  const change = (to: Partial<TableForm>) => {
    form = { ...form, ...to };
    changed(form);
  };
  const fields = [
    item !== undefined &&
      select(texts.tables.item, itemOptions(context, recipe), form.item, (value) => change({ item: value })),
    from !== undefined &&
      periodField(texts.tables.from, placeholder(context, from), form.from, (value) => change({ from: value })),
    to !== undefined &&
      periodField(texts.tables.to, placeholder(context, to), form.to, (value) => change({ to: value })),
    unit !== undefined &&
      select(texts.insert.unit, unitOptions(context, unit), form.unit, (value) => change({ unit: value })),
    // A list of events is of sentences, which nobody reads in columns.
    !recipe.rows.some(({ kind }) => kind === "events") &&
      select(
        texts.tables.orientation,
        [
          ["", texts.tables.down],
          ["turned", texts.tables.across],
        ],
        form.turned ? "turned" : "",
        (value) => change({ turned: value !== "" }),
      ),
  ];
  const modes = [
    { value: "formulas", text: texts.tables.formulas },
    { value: "values", text: texts.insert.values },
  ] as const;
  const mode = segments(texts.insert.as, modes, form.mode, (value) => {
    insertOptions.keepValues(value === "values");
    change({ mode: value });
  });
  return { element: h("div.fields", ...fields), mode: mode.element, form: () => form, change };
}

type Option = readonly [value: string, text: string];

function select(
  label: string,
  options: readonly Option[],
  chosen: string,
  change: (value: string) => void,
): HTMLElement {
  const element = h(
    "select.field-input",
    ...options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)),
  );
  element.addEventListener("change", () => change(element.value));
  return h("label.field", h("span.field-label", label), element);
}

function periodField(label: string, hint: string, text: string, change: (value: string) => void): HTMLElement {
  const onchange = () => change(element.value);
  const element = textBox(label, { class: "field", placeholder: hint, value: text, onchange });
  return element;
}

/** What a blank period means. */
function placeholder({ texts }: PaneContext, blank: string): string {
  if (blank === "first" || blank === "") return blank === "" ? texts.tables.any : texts.tables.first;
  if (blank === "last") return texts.tables.last;
  return blank;
}

/** The items a table can be about: those with figures of what it asks, or with events. The one it means by itself comes first, as a blank. */
function itemOptions({ session, reader, language, texts }: PaneContext, recipe: Recipe): Option[] {
  const { dataset, words } = session;
  const usual = recipe.parameters.item;
  const indicator = recipe.question?.indicator;
  const series =
    indicator === undefined
      ? []
      : reader.view.catalogue.seriesOf(indicator).filter(({ freq }) => freq === (recipe.frequency === "m" ? "m" : "a"));
  const having = new Set(
    indicator === undefined ? reader.view.events().flatMap(({ items }) => items) : series.map(({ item }) => item),
  );
  const offered = enumValues(indicator === undefined ? "elements" : "metals", dataset, words, language).flatMap(
    ({ word, label }): Option[] => {
      const id = words.find("items", word, indicator);
      return id !== undefined && having.has(id) && id !== usual ? [[word, label]] : [];
    },
  );
  const blank: Option = ["", usual ? dataset.label("items", usual, language) : texts.tables.allItems];
  return [blank, ...offered];
}

function unitOptions({ session, language }: PaneContext, usual: string): Option[] {
  const text = (id: string) => unitText(session.dataset, id, language);
  const base = session.units.get(usual);
  const others = session.units.offered(usual, language).filter((id) => session.units.get(id).scale !== base.scale);
  return [["", text(usual)], ...others.map((id): Option => [id, text(id)])];
}
