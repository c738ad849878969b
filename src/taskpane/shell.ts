import { TABS, type Tabbed } from "./navigation/places";
import { panelId, tabBar, tabId } from "./navigation/tab-bar";
import type { Texts } from "./texts";
import { fill, h } from "./widgets/dom";

export interface ShellListener {
  choose(place: string): void;
  /** The other language is wanted. */
  switchLanguage(): void;
}

export function buildShell(texts: Texts, { choose, switchLanguage }: ShellListener) {
  /** The place of a tab that was shown last, which is shown again. */
  const last = new Map(TABS.map(({ id, places }) => [id, places[0]!.id]));
  const bar = tabBar(
    texts.sections.label,
    TABS.map(({ id, title, icon }) => ({ id, text: title(texts), icon })),
    (id) => choose(last.get(id)!),
  );
  const shown = new Map(TABS.map((tab) => [tab.id, shownOf(texts, tab, choose)]));
  const news = h("div.pane-news", { role: "status" });
  const status = h("div.panel.pane-status");
  const about = h("span.about-data");
  // Named in the language it leads to, for those who cannot read this one.
  const language = h(
    "button.link-button",
    { type: "button", lang: texts.otherLanguage.code, title: texts.otherLanguage.switch, onclick: switchLanguage },
    texts.otherLanguage.name,
  );
  return {
    /** Where each place is shown, by its id. */
    panels: new Map([...shown.values()].flatMap(({ panels }) => panels)),
    /** Above the views; empty while there is nothing to tell. */
    news,
    /** Stands in for the panels while there is no data. */
    status,
    elements: [
      h("header.pane-header", bar.element),
      news,
      h("main.pane-main", status, ...[...shown.values()].map(({ element }) => element)),
      h("footer.pane-footer", about, language),
    ],
    /** Marks the tab of a place and shows what belongs to it. `isReady`: whether there is data to show. */
    mark(place: string, isReady: boolean): void {
      const { id } = TABS.find(({ places }) => places.some((one) => one.id === place))!;
      last.set(id, place);
      bar.mark(id);
      for (const [tab, { element, bar: inner, panels }] of shown) {
        element.hidden = tab !== id || !isReady;
        for (const [other, panel] of panels) panel.hidden = other !== place || !isReady;
        if (tab === id) inner?.mark(place);
      }
    },
    tell: (text: string): void => {
      about.title = text;
      fill(about, text);
    },
    focusLanguage: () => language.focus(),
  };
}

/** What stands around the views: tabs above, what data this is below. All of it in one language. */
export type Shell = ReturnType<typeof buildShell>;

/** What is shown while a tab is chosen: the panels of its places, under a line of tabs where there are several. */
function shownOf(texts: Texts, { id, title, places }: Tabbed, choose: (place: string) => void) {
  const panelOf = (place: string) =>
    h("div.panel", { role: "tabpanel", id: panelId(place), "aria-labelledby": tabId(place) });
  const panels = places.map((place) => [place.id, panelOf(place.id)] as const);
  if (places.length === 1) return { element: panels[0]![1], bar: undefined, panels };
  const bar = tabBar(
    title(texts),
    places.map((place) => ({ id: place.id, text: place.title(texts) })),
    choose,
  );
  bar.element.classList.add("is-inner");
  const element = panelOf(id);
  element.append(bar.element, ...panels.map(([, panel]) => panel));
  return { element, bar, panels };
}
