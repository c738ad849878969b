import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FUNCTIONS } from "../../src/functions";
import { recipesOf } from "../../src/tables";
import { contentsPage } from "../../tools/help/contents-page";
import { functionPage } from "../../tools/help/function-page";
import { tablePage } from "../../tools/help/table-page";
import { seeds, sessionOf } from "../fixtures/seeds";
import { contextIn } from "./help-context";

const GOLDEN = join(__dirname, "..", "golden", "help");

/** `GOLDEN=write npx jest test/functions/help-golden` keeps what the pages say now; the difference is for a person to read. */
const WRITES = process.env["GOLDEN"] === "write";

const recipes = recipesOf(seeds());

describe.each(["en", "zh"] as const)("the help as it was kept, %s", (language) => {
  const folder = join(GOLDEN, language);
  const context = contextIn(language);
  const session = sessionOf({ language });
  const pages: readonly (readonly [name: string, write: () => string | Promise<string>])[] = [
    ["index", () => contentsPage(language, recipes)],
    ...FUNCTIONS.map((definition) => [definition.id.toLowerCase(), () => functionPage(definition, context)] as const),
    ...recipes.map((recipe) => [recipe.id, () => tablePage(recipe, session)] as const),
  ];

  it.each(pages)("%s", async (name, write) => {
    const now = textOf(await write());
    const path = join(folder, `${name}.txt`);
    if (WRITES) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, `${now}\n`);
    }
    expect(now.split("\n")).toEqual(readFileSync(path, "utf8").trimEnd().split(/\r?\n/));
  });

  it("there is one for each page and none besides", () => {
    expect(readdirSync(folder).sort()).toEqual(pages.map(([name]) => `${name}.txt`).sort());
  });
});

const BLOCKS = /<\/?(?:h[1-6]|p|ul|li|tr|table|thead|tbody|div|section|details|summary|br)(?:\s[^>]*)?>/g;
const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** What the main element says: headings marked, a line for each block, cells between bars, numbers to 12 digits, which no platform computes differently. */
function textOf(html: string): string {
  const main = html.slice(html.indexOf("<main>") + "<main>".length, html.indexOf("</main>"));
  return main
    .replace(/\s*\n\s*/g, "")
    .replace(/<h([1-3])>/g, (tag, level: string) => `${tag}${"#".repeat(Number(level))} `)
    .replace(/<li[^>]*>/g, (tag) => `${tag}- `)
    .replace(/<\/t[hd]><t[hd][^>]*>/g, " | ")
    .replace(BLOCKS, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]!)
    .replace(/\d+\.\d{12,}/g, (number) => String(Number(Number(number).toPrecision(12))))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
