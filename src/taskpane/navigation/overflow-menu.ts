import { fill, h } from "../widgets/dom";
import type { Tab } from "./tab-bar";

export interface OverflowMenu {
  readonly element: HTMLElement;
  /** Pixels its button takes. */
  readonly width: number;
  /** What the menu holds; without entries there is no button. */
  show(tabs: readonly Tab[]): void;
}

/** A menu button for what does not fit into a line. */
export function overflowMenu(label: string, sign: Element, choose: (id: string) => void): OverflowMenu {
  const button = h(
    "button",
    {
      class: "more-tabs",
      type: "button",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-label": label,
      title: label,
    },
    sign,
  );
  const list = h("ul", { class: "more-menu", role: "menu", "aria-label": label, hidden: true });
  const element = h("div", { class: "more", hidden: true }, button, list);
  const items = () => [...list.querySelectorAll<HTMLButtonElement>("button")];
  const set = (open: boolean) => {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) items()[0]?.focus();
  };

  button.addEventListener("click", () => set(list.hasAttribute("hidden")));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    set(true);
  });
  list.addEventListener("keydown", (event) => {
    const all = items();
    const at = all.indexOf(event.target as HTMLButtonElement);
    const target: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const wanted = target[event.key];
    if (wanted !== undefined) all[(wanted + all.length) % all.length]?.focus();
    else if (event.key === "Escape") {
      set(false);
      button.focus();
    } else return;
    event.preventDefault();
    // Escape closes the menu and nothing more.
    event.stopPropagation();
  });
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (!element.contains(relatedTarget as Node | null)) set(false);
  });
  return {
    element,
    width: 32,
    show(tabs) {
      element.hidden = tabs.length === 0;
      const entry = ({ id, text }: Tab) => {
        const pick = () => {
          set(false);
          choose(id);
        };
        return h(
          "li",
          { role: "none" },
          h("button", { class: "more-item", type: "button", role: "menuitem", tabindex: -1, onclick: pick }, text),
        );
      };
      fill(list, ...tabs.map(entry));
    },
  };
}
