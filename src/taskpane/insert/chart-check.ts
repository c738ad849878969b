import type { PaneContext } from "../context/pane-context";
import { h } from "../widgets/dom";

/** Whether a chart is to be inserted too. */
export function chartCheck({ texts }: PaneContext, choose: (isOn: boolean) => void): HTMLElement {
  const box = h("input", { type: "checkbox", onchange: () => choose(box.checked) });
  return h("label", { class: "check chart-check" }, box, texts.insert.chart);
}
