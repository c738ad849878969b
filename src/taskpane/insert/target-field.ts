import { addressOf } from "../../sheets/notation/place";
import type { PaneContext } from "../context/pane-context";
import { h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import { textBox } from "../widgets/fluent/text-box";

/** Where to insert: the active cell, whichever that is, or an address that is typed or taken from the selection. `beside` shares its line. */
export function targetField(
  { texts, workbook }: PaneContext,
  aim: (address: string) => void,
  beside?: HTMLElement,
): HTMLElement {
  const { insert: words } = texts;
  const input = textBox(words.where, { placeholder: words.activeCell });
  const take = h(
    "button",
    { class: "icon-button", type: "button", "aria-label": words.keepCell, title: words.keepCell },
    iconOf("target"),
  );
  let aimed = "";
  const change = (address: string) => {
    input.value = address;
    if (address === aimed) return;
    aimed = address;
    aim(address);
  };
  input.addEventListener("change", () => change(input.value.trim()));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") change(input.value.trim());
    if (event.key !== "Escape" || input.value === "") return;
    change("");
    event.stopPropagation();
  });
  take.addEventListener("click", async () => {
    const cell = await workbook?.activeCell().catch(() => undefined);
    if (cell) change(addressOf(cell));
  });
  return h("div", { class: "target" }, h("span", {}, words.into), input, take, beside);
}
