import { h, type Attributes } from "../dom";
import { iconOf } from "../icons";
import type { Texts } from "../../texts";

/** Fluent's text box, with the input in its shadow. */
export type TextBox = HTMLElement & { value: string; readonly control?: HTMLInputElement };

/** A text box with a label, which is seen in a box of the class `field` and read out in any. */
export function textBox(label: string, { value = "", ...attributes }: Attributes, ...more: Element[]): TextBox {
  const box = h(
    "fluent-text-input",
    { "control-size": "small", tabindex: 0, autocomplete: "off", spellcheck: "false", ...attributes },
    h("span", { class: attributes["class"] !== "field" && "unseen" }, label),
    ...more,
  ) as TextBox;
  box.value = String(value);
  return box;
}

/** A text box for what is searched, and a button in it that empties it; every change is told at once. */
export function searchInput({ find }: Texts, label: string, attributes: Attributes, typed: () => void) {
  const clear = h(
    "button.clear-search",
    {
      type: "button",
      slot: "end",
      "aria-label": find.clear,
      // Enter in the box is another matter.
      onkeydown: (event: KeyboardEvent) => event.key === "Enter" && event.stopPropagation(),
    },
    iconOf("clear"),
  );
  const all = { "control-size": "medium", placeholder: label, ...attributes };
  const element = textBox(label, all, iconOf("search", "start"), clear);
  const show = () => (clear.hidden = element.value === "");
  /** Puts a text in without telling the listener. */
  const set = (text: string) => {
    element.value = text;
    show();
  };
  clear.addEventListener("click", () => {
    set("");
    typed();
    element.focus();
  });
  element.addEventListener("input", (event) => {
    show();
    // Letters that are still being composed into Chinese characters are no search yet.
    if (!(event as InputEvent).isComposing) typed();
  });
  element.addEventListener("compositionend", typed);
  show();
  return { element, set };
}
