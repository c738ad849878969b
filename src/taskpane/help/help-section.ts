import { h } from "../widgets/dom";
import { externalLink } from "../widgets/external-link";
import type { Section } from "../context/section";
import { segments } from "../widgets/segments";
import { helpTexts } from "./texts";

const CHOOSING = "language";

/** Each named in itself. */
const LANGUAGES = [
  { value: "en", text: "English" },
  { value: "zh", text: "简体中文" },
] as const;

/** The way to the guide, where Excel cannot open a browser window by itself; the language of the pane; keys. */
export const helpSection: Section = {
  id: "help",
  title: ({ sections }) => sections.help,
  open(context, _host, before) {
    const texts = helpTexts(context.language);
    const title = h("h1", { class: "section-title", tabindex: -1 }, texts.title);
    const pages = texts.pages.map(({ text, href }) => h("li", {}, externalLink(context, href, text, true)));
    const keys = texts.keys.flatMap(({ key, does }) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, does)]);
    const options = [{ value: "office", text: texts.asOffice }, ...LANGUAGES] as const;
    const language = segments(texts.languageTitle, options, context.speech.choice, context.speech.choose);
    const content = h(
      "div",
      { class: "starts" },
      h("p", {}, texts.intro),
      h("ul", {}, ...pages),
      h("h2", {}, texts.languageTitle),
      h("div", {}, language.element),
      h("p", { class: "quiet" }, texts.languageNote),
      h("h2", {}, texts.keysTitle),
      h("dl", { class: "keys" }, ...keys),
    );
    const element = h("section", { class: "view find-view", "aria-label": texts.title }, title, content);
    return {
      element,
      focus: () => (before === CHOOSING ? language.element.querySelector<HTMLElement>(":checked") : title)?.focus(),
      // Whoever changes the language by arrow keys goes on from there.
      state: () => (language.element.contains(document.activeElement) ? CHOOSING : undefined),
    };
  },
};
