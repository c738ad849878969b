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

/** Something wide that scrolls on its own, also by keyboard. */
export function scrolling(label: string, content: string): string {
  return `      <div class="wide" role="region" tabindex="0" aria-label="${escape(label)}">${content}</div>`;
}

/** Longer texts wrap in their cell. */
const LONG = 32;

/** Rows as they lie in a sheet, texts as they are; with names of columns where given. */
export function spill(label: string, rows: readonly (readonly string[])[], head: readonly string[] = []): string {
  const cell = (text: string): string =>
    text.length > LONG ? `<td class="long">${escape(text)}</td>` : `<td>${escape(text)}</td>`;
  const header =
    head.length > 0 ? `<tr>${head.map((text) => `<th scope="col">${escape(text)}</th>`).join("")}</tr>` : "";
  return scrolling(
    label,
    `<table class="spill">${header}${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`,
  );
}

/** A list of texts. */
export function bullets(texts: readonly string[]): string {
  return `      <ul>\n${texts.map((text) => `        <li>${escape(text)}</li>`).join("\n")}\n      </ul>`;
}

export interface PageFrame {
  readonly language: "en" | "zh";
  readonly title: string;
  /** From the page to the root of the site. */
  readonly root: string;
  /** Links of the header, as address and words. */
  readonly links: readonly (readonly [string, string])[];
  readonly main: string;
  readonly scripts?: readonly string[];
}

/** A whole page in the look of the help. */
export function page({ language, title, root, links, main, scripts = [] }: PageFrame): string {
  const nav = links.map(([address, words]) => `        <a href="${escape(address)}">${escape(words)}</a>`).join("\n");
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(title)}</title>
    <link rel="icon" href="${root}assets/icon-32.png">
    <link rel="stylesheet" href="${root}assets/pages.css">
    <link rel="stylesheet" href="${root}help/help.css">
${scripts.map((script) => `    <script defer src="${script}"></script>\n`).join("")}  </head>
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
