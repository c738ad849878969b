import { h } from "../widgets/dom";

/** A choice that is on or off; `name` is that of its class. */
export function check(name: string, label: string, isOn: boolean, choose: (isOn: boolean) => void): HTMLElement {
  const box = h("fluent-checkbox", {
    slot: "input",
    checked: isOn,
    onchange: () => choose((box as HTMLElement & { checked: boolean }).checked),
  });
  return h(
    "fluent-field",
    { class: `check ${name}-check`, "label-position": "after", size: "small" },
    h("label", { slot: "label" }, label),
    box,
  );
}
