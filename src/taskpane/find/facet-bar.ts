import type { PaneContext } from "../context/pane-context";
import { fill, h } from "../widgets/dom";
import { FACETS, frequencyOfFacet, type FacetChoice, type FacetName, type FacetValue } from "./facets";

export interface FacetListener {
  changed(): void;
  /** What can be chosen in a facet as things are. */
  values(name: FacetName): readonly FacetValue[];
  /** The focus goes back to the search box. */
  leave(): void;
}

/**
 * A menu for each facet, side by side. Its values and their counts are made when it is opened. Delete takes the choice of
 * one away, Escape that of all.
 */
export function facetBar(context: PaneContext, listener: FacetListener) {
  let choice: FacetChoice = {};
  const menus = FACETS.map((name) => facetMenu(context, name));
  const set = (to: FacetChoice, opened?: FacetName) => {
    choice = to;
    for (const { name, close } of menus) if (name !== opened) close(choice[name]);
  };
  const change = (to: FacetChoice, opened?: FacetName) => {
    set(to, opened);
    listener.changed();
  };
  for (const { name, element, fillWith, close } of menus) {
    const open = () => fillWith(withChosen(listener.values(name), choice[name]), choice[name]);
    element.addEventListener("focus", open);
    element.addEventListener("pointerdown", open);
    element.addEventListener("blur", () => close(choice[name]));
    // The menu stays as it is: who types a name changes the choice with each letter.
    element.addEventListener("change", () => {
      const { value } = element;
      element.classList.toggle("is-chosen", value !== "");
      change({ ...choice, [name]: value === "" ? undefined : value }, name);
    });
    element.addEventListener("keydown", (event) => {
      if (event.key === "Delete" || event.key === "Backspace") change({ ...choice, [name]: undefined });
      else if (event.key === "Escape" && FACETS.some((one) => choice[one] !== undefined)) change({});
      else if (event.key === "Escape") listener.leave();
      else return;
      open();
      event.preventDefault();
      event.stopPropagation();
    });
  }
  set(choice);
  const elements = menus.map(({ element }) => element);
  return {
    element: h("div.facets", { role: "group", "aria-label": context.texts.facets.label }, ...elements),
    choice: () => choice,
    /** Puts a choice in without telling the listener. */
    set,
  };
}

/** The menu of one facet, with what it shows open and closed. */
function facetMenu(context: PaneContext, name: FacetName) {
  const { facets } = context.texts;
  const label = facets.names[name];
  const element = h("select.facet", { "aria-label": label, title: label });
  const show = (chosen: string | undefined, ...options: (HTMLElement | false)[]) => {
    fill(element, ...options);
    element.classList.toggle("is-chosen", chosen !== undefined);
  };
  return {
    name,
    element,
    fillWith(values: readonly FacetValue[], chosen: string | undefined) {
      const shown = ({ value, count }: FacetValue) => {
        const text = facetText(context, name, value);
        return value === chosen ? text : facets.counted(text, context.numbers.count(count));
      };
      const option = (one: FacetValue) => h("option", { value: one.value, selected: one.value === chosen }, shown(one));
      const groups = () =>
        periodGroups(context, values).map(([title, group]) => h("optgroup", { label: title }, ...group.map(option)));
      const any = h("option", { value: "", selected: chosen === undefined }, facets.any[name]);
      show(chosen, any, ...(name === "period" ? groups() : values.map(option)));
    },
    /** What is chosen, and nothing else: the rest is made when the menu opens. */
    close(chosen: string | undefined) {
      const own =
        chosen !== undefined && h("option", { value: chosen, selected: true }, facetText(context, name, chosen));
      show(chosen, h("option", { value: "" }, label), own);
    },
  };
}

/** A value of a facet as people read it. */
export function facetText({ session, language, texts }: PaneContext, name: FacetName, value: string): string {
  const list = { subject: "indicators", item: "items", area: "areas" } as const;
  if (name !== "period") return session.dataset.label(list[name], value, language);
  const frequency = frequencyOfFacet(value);
  return frequency === undefined ? value : texts.series.frequencies[frequency as keyof typeof texts.series.frequencies];
}

/** What is chosen stays in its menu, though nothing has it. */
function withChosen(values: readonly FacetValue[], chosen: string | undefined): readonly FacetValue[] {
  return chosen === undefined || values.some(({ value }) => value === chosen)
    ? values
    : [{ value: chosen, count: 0 }, ...values];
}

/** How often first, then the years, the latest first. */
function periodGroups({ texts }: PaneContext, values: readonly FacetValue[]): [label: string, values: FacetValue[]][] {
  const years = values
    .filter(({ value }) => frequencyOfFacet(value) === undefined)
    .sort((a, b) => (a.value < b.value ? 1 : -1));
  return [
    [texts.facets.frequency, values.filter(({ value }) => frequencyOfFacet(value) !== undefined)],
    [texts.facets.year, years],
  ];
}
