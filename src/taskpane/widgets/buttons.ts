import { h, type Attributes } from "./dom";
import { iconOf } from "./icons";

/** Fluent's button. */
export function fluentButton(text: string, act: () => unknown, attributes: Attributes = {}): HTMLElement {
  return h("fluent-button", { ...attributes, onclick: () => void act() }, text);
}

/** A button that reads as a link, for what is done now and then. */
export function linkButton(
  content: string | readonly (Node | string)[],
  act: () => unknown,
  attributes: Attributes = {},
): HTMLButtonElement {
  const all = { class: "link-button", type: "button", ...attributes, onclick: () => void act() };
  return h("button", all, ...(typeof content === "string" ? [content] : content));
}

/** Leads from a page to the list it was opened from. */
export function backButton(text: string, back: () => unknown): HTMLButtonElement {
  return linkButton([iconOf("back"), text], back, { class: "back-button" });
}
