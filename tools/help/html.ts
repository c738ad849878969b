import type { Language } from "../../src/query/describe";
import { TEXTS } from "./texts";

/** Text as it may stand in HTML. */
export function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

export function code(text: string): string {
  return `<code>${escape(text)}</code>`;
}

/** A table with a header row; cells are HTML already. Narrow screens show the header beside each cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const header = head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join("");
  const body = rows
    .map(
      (row) =>
        `          <tr>${row.map((cell, i) => `<td data-label="${escape(head[i] ?? "")}">${cell}</td>`).join("")}</tr>`,
    )
    .join("\n");
  return `      <table>\n        <thead><tr>${header}</tr></thead>\n        <tbody>\n${body}\n        </tbody>\n      </table>`;
}

/** Longer texts wrap in their cell. */
const LONG = 32;

/** Rows as they lie in a sheet, texts as they are; with names of columns where given. What is wide scrolls on its own, also by keyboard. */
export function spill(label: string, rows: readonly (readonly string[])[], head: readonly string[] = []): string {
  const cell = (text: string): string =>
    text.length > LONG ? `<td class="long">${escape(text)}</td>` : `<td>${escape(text)}</td>`;
  const header =
    head.length > 0 ? `<tr>${head.map((text) => `<th scope="col">${escape(text)}</th>`).join("")}</tr>` : "";
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("");
  return `      <div class="wide" role="region" tabindex="0" aria-label="${escape(label)}"><table class="spill">${header}${body}</table></div>`;
}

/** A list of texts. */
export function bullets(texts: readonly string[]): string {
  return `      <ul>\n${texts.map((text) => `        <li>${escape(text)}</li>`).join("\n")}\n      </ul>`;
}

/** The list of all pages. */
const CONTENTS = "index.html";

/** A whole page in the look of the help. `file` is its place below help/, in Chinese below help/zh/. */
export function page(language: Language, file: string, title: string, main: string): string {
  const texts = TEXTS[language];
  const up = "../".repeat(file.split("/").length - 1);
  const root = `${up}${language === "zh" ? "../../" : "../"}`;
  const home = [`${root}help.html`, texts.home] as const;
  const links = [
    ...(file === CONTENTS
      ? [home, [`${root}support.html`, texts.support] as const]
      : [[`${up}${CONTENTS}`, texts.contents] as const, home]),
    [`${up}${language === "zh" ? "../" : "zh/"}${file}`, texts.other] as const,
  ];
  const nav = links.map(([address, words]) => `        <a href="${escape(address)}">${escape(words)}</a>`).join("\n");
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(title)} – Orebook</title>
    <link rel="icon" href="${root}assets/icon-32.png">
    <link rel="stylesheet" href="${root}assets/pages.css">
    <link rel="stylesheet" href="${root}help/help.css">
${file === CONTENTS ? `    <script defer src="${root}help/search.js"></script>\n` : ""}  </head>
  <body>
    <header>
      <img src="${root}assets/icon-80.png" alt="">
      <strong>Orebook</strong>
      <nav>
${nav}
      </nav>
    </header>
    <main>
${main}
    </main>
  </body>
</html>
`;
}
