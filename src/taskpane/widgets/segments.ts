import { fill, h } from "./dom";
import { iconOf, type IconName } from "./icons";

export interface SegmentOption<V extends string> {
  readonly value: V;
  readonly text: string;
  /** Shown instead of the text, which is then read out and shown on pointing. */
  readonly icon?: IconName;
}

export interface Segments<V extends string> {
  readonly element: HTMLElement;
  set(value: V): void;
  relabel(value: V, text: string): void;
}

/** A choice of a few, side by side: Fluent's radio buttons, made to look like one control. */
export function segments<V extends string>(
  label: string,
  options: readonly SegmentOption<V>[],
  chosen: V,
  choose: (value: V) => void,
): Segments<V> {
  const radioOf = (value: V) => element.querySelector(`fluent-radio[value="${value}"]`)!;
  const show = () => {
    const labels = options.map(({ value, text, icon }) => {
      const radio = h("fluent-radio", { role: "radio", value, checked: value === chosen, "aria-label": text });
      const caption = h("span", { title: icon && text }, icon ? iconOf(icon) : text);
      return h("label.segment", radio, caption);
    });
    fill(element, ...labels);
    mark();
  };
  /** Fluent tells what is chosen to the browser alone, where neither styles nor axe can read it. */
  const mark = () => {
    for (const { value } of options) radioOf(value).setAttribute("aria-checked", String(value === chosen));
  };
  const element = h("fluent-radio-group.segments", { role: "radiogroup", "aria-label": label });
  // Fluent tells of a button that has the focus, also when it was the chosen one before.
  element.addEventListener("change", ({ target }) => {
    const value = (target as Element).getAttribute("value");
    if (value === chosen) return;
    chosen = value as V;
    mark();
    choose(chosen);
  });
  show();
  return {
    element,
    set(value) {
      if (value === chosen) return;
      chosen = value;
      // Other buttons where nobody is at them: the focus would come back to the one that had it, and choose it.
      if (!element.contains(document.activeElement)) return show();
      Object.assign(element, { value });
      mark();
    },
    relabel(value, text) {
      radioOf(value).setAttribute("aria-label", text);
      radioOf(value).nextElementSibling!.textContent = text;
    },
  };
}
