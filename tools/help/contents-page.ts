import { FUNCTIONS } from "../../src/functions";
import { translate } from "../../src/functions/locales";
import type { Language } from "../../src/query/describe";
import { signature } from "./function-page";
import { code, escape, page } from "./html";
import { TEXTS } from "./texts";

/** The list of all functions, which its search box narrows as one types. */
export function contentsPage(language: Language): string {
  const texts = TEXTS[language];
  const root = language === "zh" ? "../../" : "../";
  const entries = FUNCTIONS.map((definition) => {
    const summary = translate(definition.summary, language);
    // Both languages are searched, whichever is shown.
    const words = [definition.id, definition.summary, translate(definition.summary, "zh"), ...Object.keys(definition.parameters)].join(" ").toLowerCase();
    return `        <li data-words="${escape(words)}"><a href="${definition.id.toLowerCase()}.html">${code(signature(definition))}</a><br>${escape(summary)}</li>`;
  });
  const main = [
    `      <h1>${escape(texts.functions)}</h1>`,
    `      <p>${escape(texts.intro)}</p>`,
    `      <p><label>${escape(texts.search)} <input type="search" id="search" autocomplete="off"></label></p>`,
    `      <ul class="functions" id="functions">`,
    ...entries,
    `      </ul>`,
    `      <p id="none" role="status" hidden>${escape(texts.none)}</p>`,
  ].join("\n");
  return page({
    language,
    title: `${texts.functions} – Orebook`,
    root,
    links: [
      [`${root}help.html`, texts.home],
      [`${root}support.html`, texts.support],
      [language === "zh" ? "../index.html" : "zh/index.html", texts.other],
    ],
    main,
    scripts: [`${root}help/search.js`],
  });
}

/** Narrows the list to the functions that have every word typed. Plain JavaScript: the pages are not bundled. */
export const SEARCH_SCRIPT = `const box = document.getElementById("search");
const entries = [...document.querySelectorAll("#functions > li")];
const none = document.getElementById("none");

box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const entry of entries) {
    const fits = words.every((word) => entry.dataset.words.includes(word));
    entry.hidden = !fits;
    if (fits) shown += 1;
  }
  none.hidden = shown > 0;
});
`;
