import { h } from "./dom";
import type { Texts } from "../texts";
import { searchInput } from "./fluent/text-box";

export interface Filter<F extends string> {
  readonly name: F;
  readonly label: string;
  /** The first one, "", lets everything pass. */
  readonly options: readonly (readonly [value: string, text: string])[];
}

/** A search box and choices over a list; every change is told at once. `before`: what was chosen in the bar before it. */
export function filterBar<F extends string>(
  texts: Texts,
  searchLabel: string,
  filters: readonly Filter<F>[],
  before: unknown,
  changed: () => void,
) {
  const known = (typeof before === "object" && before !== null ? before : {}) as Readonly<Record<string, string>>;
  const values = Object.fromEntries(
    ["text", ...filters.map(({ name }) => name)].map((name) => [name, known[name] ?? ""]),
  ) as Record<F | "text", string>;
  const set = (name: F | "text", value: string) => {
    values[name] = value;
    changed();
  };
  const search = searchInput(texts, searchLabel, { value: values.text }, () => set("text", search.element.value));
  const selects = filters.map(({ name, label, options }) => {
    const select = h(
      "select.facet",
      { "aria-label": label, title: label },
      ...options.map(([value, shown]) => h("option", { value, selected: value === values[name] }, shown)),
    );
    const show = () => select.classList.toggle("is-chosen", select.value !== "");
    select.addEventListener("change", () => {
      show();
      set(name, select.value);
    });
    show();
    return { select, show };
  });
  /** Lets everything pass again. */
  const clear = () => {
    for (const name of Object.keys(values)) values[name as F | "text"] = "";
    search.set("");
    for (const { select, show } of selects) {
      select.value = "";
      show();
    }
    changed();
    search.element.focus();
  };
  const element = h("div.filter-bar", { role: "search" }, search.element, ...selects.map(({ select }) => select));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || Object.values(values).every((value) => value === "")) return;
    clear();
    event.preventDefault();
    event.stopPropagation();
  });
  return { element, values, focus: () => search.element.focus(), clear };
}

/** Stands in for a list of which the filters leave nothing. */
export function nothingFits({ find }: Texts, { clear }: { readonly clear: () => void }): HTMLElement {
  return h(
    "div.no-results",
    h("p", find.excluded),
    h("ul.choices", h("li", h("button.choice", { type: "button", onclick: clear }, find.clearFilters))),
  );
}

/** Whether every word of a search stands somewhere in some texts. */
export function containsWords(search: string, texts: readonly string[]): boolean {
  const all = texts.join(" ").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
