import { h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import { overflowMenu } from "./overflow-menu";

export interface Tab {
  readonly id: string;
  readonly text: string;
}

export interface TabBar {
  readonly element: HTMLElement;
  /** Marks a tab as chosen, without telling the listener. */
  mark(id: string): void;
}

/** Ids that tie a tab to its panel. */
export const tabId = (id: string): string => `tab-${id}`;

export const panelId = (id: string): string => `panel-${id}`;

/** Tabs in one line, as WAI-ARIA has them: one tab stop, arrow keys choose. Those that do not fit are in a menu at its end. */
export function tabBar(label: string, more: string, tabs: readonly Tab[], choose: (id: string) => void): TabBar {
  let chosen = tabs[0]!.id;
  const buttons = tabs.map(({ id, text }) =>
    h(
      "button",
      {
        class: "tab",
        type: "button",
        role: "tab",
        id: tabId(id),
        "aria-controls": panelId(id),
        onclick: () => pick(id),
      },
      text,
    ),
  );
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": label }, ...buttons);
  const menu = overflowMenu(more, iconOf("more"), (id) => {
    pick(id);
    buttonOf(id).focus();
  });
  const element = h("nav", { class: "tab-bar", "aria-label": label }, list, menu.element);

  const buttonOf = (id: string) => buttons[tabs.findIndex((tab) => tab.id === id)]!;
  const mark = (id: string) => {
    chosen = id;
    for (const button of buttons) {
      const isChosen = button === buttonOf(id);
      button.setAttribute("aria-selected", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    }
    fit();
  };
  const pick = (id: string) => {
    mark(id);
    choose(id);
  };
  /** The chosen tab is always in the line; the others as far as there is room. */
  const fit = () => {
    for (const button of buttons) button.hidden = false;
    menu.show([]);
    const room = element.clientWidth;
    const widths = buttons.map(({ offsetWidth }) => offsetWidth);
    if (room === 0 || widths.reduce((sum, width) => sum + width, 0) <= room) return;
    let left = room - menu.width - buttonOf(chosen).offsetWidth;
    let isFull = false;
    tabs.forEach(({ id }, i) => {
      if (id === chosen) return;
      isFull ||= widths[i]! > left;
      if (!isFull) left -= widths[i]!;
      buttons[i]!.hidden = isFull;
    });
    menu.show(tabs.filter((_, i) => buttons[i]!.hidden));
  };

  list.addEventListener("keydown", (event) => {
    const shown = tabs.filter((_, i) => !buttons[i]!.hidden);
    const at = shown.findIndex(({ id }) => id === chosen);
    const target: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: shown.length - 1,
    };
    const wanted = target[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const { id } = shown[(wanted + shown.length) % shown.length]!;
    pick(id);
    buttonOf(id).focus();
  });
  if (typeof ResizeObserver !== "undefined") new ResizeObserver(fit).observe(element);
  mark(chosen);
  return { element, mark };
}
