import { FUNCTIONS, type FunctionDefinition } from "../../src/functions";
import { TEXTS_OF } from "../../src/functions/locales/all";
import type { Language } from "../../src/query/describe";
import { mainName, type Recipe } from "../../src/tables";
import { helpFile } from "../functions-json/metadata";
import { signature } from "./function-page";
import { code, escape, page } from "./html";
import { tableFile, tableName, tableSignature } from "./table-page";
import { TEXTS } from "./texts";

/** The list of all functions and tables, which its search box narrows as one types. */
export function contentsPage(language: Language, recipes: readonly Recipe[]): string {
  const texts = TEXTS[language];
  const main = [
    `      <h1>${escape(texts.contents)}</h1>`,
    `      <p>${escape(texts.intro)}</p>`,
    `      <p><label>${escape(texts.search)} <input type="search" id="search" autocomplete="off"></label></p>`,
    section(
      texts.functions,
      FUNCTIONS.map((definition) => functionEntry(definition, language)),
    ),
    section(
      texts.tables,
      recipes.map((recipe) => tableEntry(recipe, language)),
      texts.tablesIntro,
    ),
    `      <p id="none" role="status" hidden>${escape(texts.none)}</p>`,
  ].join("\n");
  return page(language, "index.html", texts.contents, main);
}

function section(heading: string, entries: readonly string[], intro?: string): string {
  return [
    `      <section>`,
    `        <h2>${escape(heading)}</h2>`,
    ...(intro ? [`        <p>${escape(intro)}</p>`] : []),
    `        <ul class="functions">`,
    ...entries,
    `        </ul>`,
    `      </section>`,
  ].join("\n");
}

/** Both languages are searched, whichever is shown. */
function functionEntry(definition: FunctionDefinition, language: Language): string {
  const { id, parameters } = definition;
  const [english, chinese] = [TEXTS_OF.en(definition).summary, TEXTS_OF.zh(definition).summary];
  const words = [id, english, chinese, ...Object.keys(parameters)];
  return entry(helpFile(id), signature(definition), language === "zh" ? chinese : english, words);
}

function tableEntry(recipe: Recipe, language: Language): string {
  const { id, name, name_zh, aliases = [], subtitle, subtitle_zh } = recipe;
  const words = ["METALS.TABLE", id, mainName(recipe), name, name_zh, ...aliases, subtitle, subtitle_zh];
  return entry(tableFile(recipe), tableSignature(recipe), tableName(recipe, language), words);
}

function entry(address: string, written: string, says: string, words: readonly string[]): string {
  return `          <li data-words="${escape(words.join(" ").toLowerCase())}"><a href="${address}">${code(written)}</a><br>${escape(says)}</li>`;
}

/** Narrows the lists to what has every word typed. Plain JavaScript: the pages are not bundled. */
export const SEARCH_SCRIPT = `const box = document.getElementById("search");
const sections = [...document.querySelectorAll("main section")];
const none = document.getElementById("none");

box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const section of sections) {
    const entries = [...section.querySelectorAll("li")];
    for (const entry of entries) entry.hidden = !words.every((word) => entry.dataset.words.includes(word));
    section.hidden = entries.every((entry) => entry.hidden);
  }
  none.hidden = sections.some((section) => !section.hidden);
});
`;
