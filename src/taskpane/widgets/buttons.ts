import { copyText } from "./clipboard";
import { h, type Attributes } from "./dom";
import { iconOf, type IconName } from "./icons";

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

/** A button that shows an icon; its text is read out and shown on pointing. */
export function iconButton(
  name: IconName,
  text: string,
  act: () => unknown,
  attributes: Attributes = {},
): HTMLButtonElement {
  return linkButton([iconOf(name)], act, { class: "icon-button", "aria-label": text, title: text, ...attributes });
}

/** Copies a text, and then shows that it has. */
export function copyButton(label: string, text: string): HTMLButtonElement {
  const button = linkButton([iconOf("copy"), label], async () => {
    if (!(await copyText(text))) return;
    button.replaceChild(iconOf("done"), button.firstElementChild!);
  });
  return button;
}

/** Leads from a page to the list it was opened from. */
export function backButton(text: string, back: () => unknown): HTMLButtonElement {
  return linkButton([iconOf("back"), text], back, { class: "back-button" });
}
