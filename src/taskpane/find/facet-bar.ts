import type { PaneContext } from "../context/pane-context";
import { fill, h } from "../widgets/dom";
import { FACETS, frequencyOfFacet, type FacetChoice, type FacetName, type FacetValue } from "./facets";

export interface FacetBar {
  readonly element: HTMLElement;
  choice(): FacetChoice;
  /** Puts a choice in without telling the listener. */
  set(choice: FacetChoice): void;
}

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
export function facetBar(context: PaneContext, listener: FacetListener): FacetBar {
  const { texts } = context;
  let choice: FacetChoice = {};
  const selects = new Map(
    FACETS.map((name) => [
      name,
      h("select", { class: "facet", "aria-label": texts.facets.names[name], title: texts.facets.names[name] }),
    ]),
  );

  const show = (name: FacetName, values: readonly FacetValue[]) => {
    const select = selects.get(name)!;
    const chosen = choice[name];
    const shown = ({ value, count }: FacetValue) =>
      value === chosen
        ? facetText(context, name, value)
        : texts.facets.counted(facetText(context, name, value), context.numbers.count(count));
    const option = (one: FacetValue) => h("option", { value: one.value, selected: one.value === chosen }, shown(one));
    const any = h("option", { value: "", selected: chosen === undefined }, texts.facets.any[name]);
    if (name !== "period") fill(select, any, ...values.map(option));
    else
      fill(
        select,
        any,
        ...periodGroups(context, values).map(([label, group]) => h("optgroup", { label }, ...group.map(option))),
      );
    select.classList.toggle("is-chosen", chosen !== undefined);
  };
  /** What is chosen, and nothing else: the rest is made when the menu opens. */
  const close = (name: FacetName) => {
    const select = selects.get(name)!;
    const chosen = choice[name];
    fill(
      select,
      h("option", { value: "" }, texts.facets.names[name]),
      chosen !== undefined && h("option", { value: chosen, selected: true }, facetText(context, name, chosen)),
    );
    select.classList.toggle("is-chosen", chosen !== undefined);
  };
  const set = (to: FacetChoice) => {
    choice = to;
    for (const name of FACETS) close(name);
  };
  const change = (to: FacetChoice, opened?: FacetName) => {
    choice = to;
    for (const name of FACETS) if (name !== opened) close(name);
    listener.changed();
  };

  for (const [name, select] of selects) {
    const open = () => show(name, withChosen(listener.values(name), choice[name]));
    select.addEventListener("focus", open);
    select.addEventListener("pointerdown", open);
    select.addEventListener("blur", () => close(name));
    // The menu stays as it is: who types a name changes the choice with each letter.
    select.addEventListener("change", () => {
      const { value } = select;
      select.classList.toggle("is-chosen", value !== "");
      change({ ...choice, [name]: value === "" ? undefined : value }, name);
    });
    select.addEventListener("keydown", (event) => {
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
  return {
    element: h("div", { class: "facets", role: "group", "aria-label": texts.facets.label }, ...selects.values()),
    choice: () => choice,
    set,
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
