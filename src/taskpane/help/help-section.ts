import type { Section } from "../context/section";
import { h } from "../widgets/dom";
import { externalLink } from "../widgets/external-link";
import { helpTexts } from "./texts";

/** The way to the guide, where Excel cannot open a browser window by itself, and the keys. */
export const helpSection: Section = {
  id: "help",
  title: ({ sections }) => sections.help,
  open(context) {
    const texts = helpTexts[context.language];
    const title = h("h1.section-title", { tabindex: -1 }, texts.title);
    const pages = texts.pages.map(({ text, href }) => h("li", externalLink(context, href, text, true)));
    const keys = texts.keys.flatMap(({ key, does }) => [h("dt", h("kbd", key)), h("dd", does)]);
    const content = h(
      "div.starts",
      h("p", texts.intro),
      h("ul", ...pages),
      h("h2", texts.keysTitle),
      h("dl.keys", ...keys),
    );
    return {
      element: h("section.view.find-view", { "aria-label": texts.title }, title, content),
      focus: () => title.focus(),
    };
  },
};
