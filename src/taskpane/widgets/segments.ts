import { h } from "./dom";
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

let made = 0;

/** A choice of a few, side by side: radio buttons that look like one control. */
export function segments<V extends string>(
  label: string,
  options: readonly SegmentOption<V>[],
  chosen: V,
  choose: (value: V) => void,
): Segments<V> {
  const name = `segments${++made}`;
  const inputs = new Map<V, HTMLInputElement>();
  const captions = new Map<V, HTMLElement>();
  const labels = options.map(({ value, text, icon }) => {
    const input = h("input", {
      type: "radio",
      name,
      value,
      checked: value === chosen,
      "aria-label": icon && text,
      onchange: () => choose(value),
    });
    const caption = h("span", { title: icon && text }, icon ? iconOf(icon) : text);
    inputs.set(value, input);
    captions.set(value, caption);
    return h("label", { class: "segment" }, input, caption);
  });
  return {
    element: h("div", { class: "segments", role: "radiogroup", "aria-label": label }, ...labels),
    set: (value) => (inputs.get(value)!.checked = true),
    relabel: (value, text) => (captions.get(value)!.textContent = text),
  };
}
