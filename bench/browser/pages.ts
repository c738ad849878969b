import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { builtAddin, openBrowserAtSite } from "../../test/e2e/site";
import { openPage, untilReady, type WatchedPage } from "../../test/e2e/watched-page";
import type { CallArgument } from "../../workbench/host/call-arguments";

export type Asked = readonly [id: string, args: readonly CallArgument[]];

/** An add-in's page in the page that plays Excel, under the real office.js and custom-functions runtime. */
export interface BenchPage {
  /** Milliseconds from an empty page to the answer of its first formula. */
  firstFormula(): Promise<number>;
  /** Milliseconds in which a page that is open answers these calls, put at once. */
  answers(calls: readonly Asked[]): Promise<number>;
  /** Closes the page, so that the next call finds one that was asked nothing yet. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** The page of a built add-in. */
export async function benchPage(folder = builtAddin()): Promise<BenchPage> {
  const { site, browser, close } = await openBrowserAtSite(folder, "host");
  const address = `${site.host}/?addin=${site.addin}/taskpane.html&features=2`;
  let open: WatchedPage | undefined;
  return {
    firstFormula: async () => {
      const { page } = await openPage(browser, site);
      const start = performance.now();
      await page.goto(address);
      await untilReady(page);
      await page.evaluate(() => window.orebookHost.invoke("METALS.IMPORTS", ["copper", 2024]));
      const took = performance.now() - start;
      await page.context().close();
      return took;
    },
    answers: async (calls) => {
      if (!open) {
        open = await openPage(browser, site);
        await open.page.goto(address);
        await untilReady(open.page);
        await untilAtRest(open.page);
      }
      return open.page.evaluate(async (asked) => {
        const start = performance.now();
        await window.orebookHost.invokeMany(asked);
        return performance.now() - start;
      }, calls);
    },
    renew: async () => {
      await open?.page.context().close();
      open = undefined;
    },
    close,
  };
}

/** The pane is built in the first pause between formulas, and what it takes is no part of a call. */
async function untilAtRest(page: Page): Promise<void> {
  const frame = page.frames().find((one) => one.url().includes("taskpane.html"))!;
  await frame.waitForFunction(() => document.getElementById("pane")?.childElementCount !== 0);
  await page.waitForLoadState("networkidle");
}

/** What the functions of a bare add-in do: give 1, give it once the add-in's data are fetched and read, give a text, or refuse with one. */
export type BareAnswer =
  { readonly as: "figure"; readonly behindData?: true } | { readonly as: "text" | "refusal"; readonly length: number };

/** A folder with the least that an add-in can be: office.js and functions that all answer the same, under the metadata of ours. */
export function bareAddin(answer: BareAnswer = { as: "figure" }): string {
  const folder = mkdtempSync(join(tmpdir(), "orebook-bare-"));
  const built = builtAddin();
  for (const name of ["manifest.xml", "functions.json"]) cpSync(join(built, name), join(folder, name));
  const [officeJs] = /https:[^"]*office\.js/.exec(readFileSync(join(built, "taskpane.html"), "utf8"))!;
  const { functions } = JSON.parse(readFileSync(join(built, "functions.json"), "utf8")) as {
    functions: { id: string }[];
  };
  const { file } = JSON.parse(readFileSync(join(built, "data", "latest.json"), "utf8")) as { file: string };
  const data = `data/${file}.gz`;
  const isBehindData = answer.as === "figure" && answer.behindData === true;
  if (isBehindData) cpSync(join(built, data), join(folder, data));
  const before = isBehindData ? `<script>${readsData(data)}</script>` : "";
  const work = bareFunction(answer);
  const script = functions.map(({ id }) => `CustomFunctions.associate(${JSON.stringify(id)}, ${work});`).join("\n");
  writeFileSync(
    join(folder, "taskpane.html"),
    `<!doctype html><title>Bare</title>${before}<script src="${officeJs}"></script><script>${script}\nOffice.onReady();</script>`,
  );
  return folder;
}

function bareFunction(answer: BareAnswer): string {
  if (answer.as === "figure") return answer.behindData ? "() => data.then(() => 1)" : "() => 1";
  const text = JSON.stringify("a".repeat(answer.length));
  if (answer.as === "text") return `() => ${text}`;
  return `() => { throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, ${text}); }`;
}

/** A script that asks for the data at once and reads them as ours are read, up to the tables. */
function readsData(address: string): string {
  return `const data = fetch(${JSON.stringify(address)}).then(async (response) => {
    const { readable, writable } = new DecompressionStream("gzip");
    const writer = writable.getWriter();
    writer.write(await response.arrayBuffer());
    writer.close();
    const reader = readable.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (let read = await reader.read(); !read.done; read = await reader.read())
      text += decoder.decode(read.value, { stream: true });
    return JSON.parse(text);
  });`;
}
