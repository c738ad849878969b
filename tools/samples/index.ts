import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import { createSession } from "../../src/functions/languages";
import { recipesOf } from "../../src/tables";
import { ROOT } from "../build/run";
import { readDataset } from "../eval/session";
import { sampleOf } from "./sample";
import { workbookOf } from "./xlsx";

const OUTPUT = join(ROOT, "build", "samples");

/** Writes a workbook for each prebuilt table to build/samples/: what Orebook makes, to be looked at without installing anything. */
function main(): void {
  const dataset = readDataset();
  const { release } = dataset;
  const namespace = process.env["OREBOOK_NAMESPACE"] ?? "";
  const session = createSession(dataset, { addinVersion: version, standing: { release }, namespace });
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  const recipes = recipesOf(dataset);
  for (const recipe of recipes) writeFileSync(join(OUTPUT, `${recipe.id}.xlsx`), workbookOf(sampleOf(recipe, session)));
  console.log(`Wrote a workbook for each of ${recipes.length} tables to build/samples`);
}

main();
