import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import { FUNCTIONS } from "../../src/functions";
import { createSession } from "../../src/functions/languages";
import { helpFile } from "../functions-json/metadata";
import { ROOT, runProgram } from "../build/run";
import { createEngine } from "../eval/engine";
import { recipesOf } from "../../src/tables";
import { offer } from "../eval/offer";
import { readDataset } from "../eval/session";
import { contentsPage, SEARCH_SCRIPT } from "./contents-page";
import { functionPage } from "./function-page";
import { tableFile, tablePage } from "./table-page";

const OUTPUT = join(ROOT, "build", "help");

/** Writes the help pages: one per function, one per table, and a searchable list, in English and under zh/ in Chinese. */
async function main(): Promise<void> {
  const dataset = readDataset();
  const recipes = recipesOf(dataset);
  rmSync(OUTPUT, { recursive: true, force: true });
  for (const language of ["en", "zh"] as const) {
    const folder = language === "zh" ? join(OUTPUT, "zh") : OUTPUT;
    mkdirSync(join(folder, "tables"), { recursive: true });
    const session = createSession(dataset, { addinVersion: version, language });
    const engine = await createEngine(offer(session));
    const { words } = session;
    const context = { dataset, words, language, evaluate: (formula: string) => engine.evaluate(formula) };
    for (const definition of FUNCTIONS)
      writeFileSync(join(folder, helpFile(definition.id)), await functionPage(definition, context));
    writeFileSync(join(folder, "index.html"), contentsPage(language, recipes));
    for (const recipe of recipes) writeFileSync(join(folder, tableFile(recipe)), tablePage(recipe, session));
    engine.close();
  }
  copyFileSync(join(ROOT, "tools", "help", "help.css"), join(OUTPUT, "help.css"));
  writeFileSync(join(OUTPUT, "search.js"), SEARCH_SCRIPT);
  console.log(
    `Wrote help for ${FUNCTIONS.length} functions and ${recipes.length} tables in two languages to build/help`,
  );
}

runProgram(main);
