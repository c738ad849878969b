import { h } from "../widgets/dom";
import { iconOf, type IconName } from "../widgets/icons";

export interface Tab {
  readonly id: string;
  readonly text: string;
  /** Shown instead of the text, which is then read out and shown on pointing. */
  readonly icon?: IconName | undefined;
}

export interface TabBar {
  readonly element: HTMLElement;
  /** Marks a tab as chosen, without telling the listener. */
  mark(id: string): void;
}

/** Ids that tie a tab to its panel. */
export const tabId = (id: string): string => `tab-${id}`;
export const panelId = (id: string): string => `panel-${id}`;

/** Tabs as WAI-ARIA has them: one tab stop, arrow keys choose. Where there is little room they take a second line. */
export function tabBar(label: string, tabs: readonly Tab[], choose: (id: string) => void): TabBar {
  const buttons = tabs.map(({ id, text, icon }) =>
    h(
      "button",
      {
        class: "tab",
        type: "button",
        role: "tab",
        id: tabId(id),
        "aria-controls": panelId(id),
        "aria-label": icon && text,
        title: icon && text,
        onclick: () => pick(id),
      },
      icon ? iconOf(icon) : text,
    ),
  );
  const mark = (id: string) =>
    buttons.forEach((button, i) => {
      const isChosen = tabs[i]!.id === id;
      button.setAttribute("aria-selected", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    });
  const pick = (id: string) => {
    mark(id);
    choose(id);
  };
  const element = h("div", { class: "tabs", role: "tablist", "aria-label": label }, ...buttons);
  element.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const target: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const wanted = target[event.key];
    if (at < 0 || wanted === undefined) return;
    event.preventDefault();
    const next = (wanted + tabs.length) % tabs.length;
    pick(tabs[next]!.id);
    buttons[next]!.focus();
  });
  mark(tabs[0]!.id);
  return { element, mark };
}
