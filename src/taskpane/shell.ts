import { fill, h } from "./widgets/dom";
import { SECTIONS } from "./navigation/sections";
import { panelId, tabBar, tabId, type TabBar } from "./navigation/tab-bar";
import type { Texts } from "./texts";

/** What stands around the views: tabs above, what data this is below. All of it in one language. */
export interface Shell {
  readonly bar: TabBar;
  readonly panels: ReadonlyMap<string, HTMLElement>;
  /** Above the views; empty while there is nothing to tell. */
  readonly news: HTMLElement;
  /** Stands in for the panels while there is no data. */
  readonly status: HTMLElement;
  tell(about: string): void;
  focusLanguage(): void;
  readonly elements: readonly HTMLElement[];
}

export interface ShellListener {
  choose(section: string): void;
  /** The other language is wanted. */
  switchLanguage(): void;
}

export function buildShell(texts: Texts, { choose, switchLanguage }: ShellListener): Shell {
  const bar = tabBar(
    texts.sections.label,
    texts.sections.more,
    SECTIONS.map((section) => ({ id: section.id, text: section.title(texts) })),
    choose,
  );
  const panels = new Map(
    SECTIONS.map(({ id }) => [
      id,
      h("div", { class: "panel", role: "tabpanel", id: panelId(id), "aria-labelledby": tabId(id), hidden: true }),
    ]),
  );
  const news = h("div", { class: "pane-news", role: "status" });
  const status = h("div", { class: "panel" });
  const about = h("span", { class: "about-data" });
  // Named in the language it leads to, for those who cannot read this one.
  const language = h(
    "button",
    {
      class: "link-button",
      type: "button",
      lang: texts.otherLanguage.code,
      title: texts.otherLanguage.switch,
      onclick: switchLanguage,
    },
    texts.otherLanguage.name,
  );
  const elements = [
    h("header", { class: "pane-header" }, bar.element),
    news,
    h("main", { class: "pane-main" }, status, ...panels.values()),
    h("footer", { class: "pane-footer" }, about, language),
  ];
  return {
    bar,
    panels,
    news,
    status,
    tell: (text) => {
      about.title = text;
      fill(about, text);
    },
    focusLanguage: () => language.focus(),
    elements,
  };
}
