import type { Section } from "../context/section";
import { h } from "../widgets/dom";
import { segments } from "../widgets/segments";
import { helpTexts } from "./texts";

const CHOOSING = "language";

/** Each named in itself. */
const LANGUAGES = [
  { value: "en", text: "English" },
  { value: "zh", text: "简体中文" },
] as const;

/** What a person chooses for good: the language of the pane. */
export const settingsSection: Section = {
  id: "settings",
  title: ({ sections }) => sections.settings,
  open({ language: spoken, speech, texts: { sections } }, _host, before) {
    const texts = helpTexts[spoken];
    const title = h("h1.section-title", { tabindex: -1 }, sections.settings);
    const options = [{ value: "office", text: texts.asOffice }, ...LANGUAGES] as const;
    const language = segments(texts.languageTitle, options, speech.choice, speech.choose);
    const content = h(
      "div.starts",
      h("h2", texts.languageTitle),
      h("div", language.element),
      h("p.quiet", texts.languageNote),
    );
    return {
      element: h("section.view.find-view", { "aria-label": sections.settings }, title, content),
      focus: () =>
        (before === CHOOSING ? language.element.querySelector<HTMLElement>("[aria-checked=true]") : title)?.focus(),
      // Whoever changes the language by arrow keys goes on from there.
      state: () => (language.element.contains(document.activeElement) ? CHOOSING : undefined),
    };
  },
};
