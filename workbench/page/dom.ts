import { h, type Attributes } from "../../src/taskpane/widgets/dom";

export function button(label: string, press: () => void, attributes: Attributes = {}, ...before: readonly Node[]) {
  return h("button", { type: "button", onclick: press, ...attributes }, ...before, h("span", label));
}
