import { h } from "../widgets/dom";
import { iconOf, type IconName } from "../widgets/icons";

export interface Tab {
  readonly id: string;
  readonly text: string;
  /** Shown instead of the text, which is then read out and shown on pointing. */
  readonly icon?: IconName | undefined;
}

type FluentTabs = HTMLElement & { activeid: string };

/** Ids that tie a tab to its panel. */
export const tabId = (id: string): string => `tab-${id}`;
export const panelId = (id: string): string => `panel-${id}`;

/** Fluent's tabs: one tab stop, arrow keys choose. Where there is little room they take a second line. */
export function tabBar(label: string, tabs: readonly Tab[], choose: (id: string) => void) {
  let chosen = tabs[0]!.id;
  /** Marks a tab as chosen, without telling the listener. */
  const mark = (id: string) => {
    chosen = id;
    element.activeid = tabId(id);
  };
  const pick = (id: string) => {
    if (id === chosen) return;
    mark(id);
    choose(id);
  };
  /** What was chosen when a tab was pressed: Fluent chooses that tab at once, before it is clicked. */
  let before: string | undefined;
  /** Whoever clicks the chosen tab wants its view to look again. */
  const clicked = (id: string) => {
    if (id === chosen && id === (before ?? chosen)) choose(id);
    else pick(id);
    before = undefined;
  };
  const element = h(
    "fluent-tablist",
    {
      size: "small",
      "aria-label": label,
      onchange: () => pick(tabs.find(({ id }) => tabId(id) === element.activeid)!.id),
    },
    ...tabs.map(({ id, text, icon }) =>
      h(
        "fluent-tab",
        {
          id: tabId(id),
          "aria-controls": panelId(id),
          "aria-label": icon && text,
          title: icon && text,
          onpointerdown: () => (before = chosen),
          onclick: () => clicked(id),
        },
        icon ? iconOf(icon) : text,
      ),
    ),
  ) as FluentTabs;
  // Fluent chooses whatever tab gets the focus: also one that had it before another was marked, when Tab or the window comes back to it.
  element.addEventListener(
    "focusin",
    (event) => {
      const tab = event.target as HTMLElement;
      if (tab.id === tabId(chosen) || tab.matches(":active") || element.contains(event.relatedTarget as Node)) return;
      event.stopPropagation();
      element.querySelector<HTMLElement>(`#${tabId(chosen)}`)!.focus();
    },
    { capture: true },
  );
  mark(chosen);
  return { element, mark };
}
