import { h } from "../widgets/dom";

/** A choice that is on or off; `name` is that of its class. */
export function check(name: string, label: string, isOn: boolean, choose: (isOn: boolean) => void): HTMLElement {
  const box = h("input", { type: "checkbox", checked: isOn, onchange: () => choose(box.checked) });
  return h("label", { class: `check ${name}-check` }, box, label);
}
