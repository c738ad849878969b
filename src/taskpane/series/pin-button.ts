import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context";
import { fill, h } from "../dom";
import { iconOf } from "../icons";

export interface PinButton {
  readonly element: HTMLElement;
  /** Shows whether the series is pinned now. */
  show(): void;
}

/** Keeps a series at hand where one begins to search, or no longer. */
export function pinButton({ shelf, texts }: PaneContext, { id }: Series): PinButton {
  const element = h("button", { class: "row-button pin", type: "button", "aria-keyshortcuts": "Control+D" });
  const show = () => {
    const isPinned = shelf.isPinned(id);
    const does = isPinned ? texts.find.unpin : texts.find.pin;
    element.setAttribute("aria-pressed", String(isPinned));
    element.setAttribute("aria-label", texts.find.pin);
    element.title = `${does} (Ctrl+D)`;
    fill(element, iconOf(isPinned ? "pinned" : "pin"));
  };
  element.addEventListener("click", () => {
    shelf.toggle(id);
    show();
  });
  show();
  return { element, show };
}
