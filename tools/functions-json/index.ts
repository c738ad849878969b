import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FUNCTIONS } from "../../src/functions";
import { Words } from "../../src/query/words/words";
import { ROOT } from "../build/run";
import { readSettings } from "../build/settings";
import { readDataset } from "../eval/session";
import { metadata } from "./metadata";
import { nameFaults } from "./names";

const OUTPUT = { en: "functions.json", zh: "functions.zh-cn.json" } as const;

/** Writes build/functions.json and build/functions.zh-cn.json from the definitions and the code lists of the data release. */
function main(): number {
  const { base } = readSettings();
  const faults = nameFaults(FUNCTIONS.map(({ id }) => id));
  if (faults.length > 0) {
    for (const fault of faults) console.error(fault);
    return 1;
  }
  const dataset = readDataset();
  const words = new Words(dataset);
  mkdirSync(join(ROOT, "build"), { recursive: true });
  for (const language of ["en", "zh"] as const) {
    const written = metadata({ functions: FUNCTIONS, dataset, words, base, language });
    writeFileSync(join(ROOT, "build", OUTPUT[language]), `${JSON.stringify(written, undefined, 2)}\n`);
  }
  console.log(`Wrote ${FUNCTIONS.length} functions to build/${OUTPUT.en} and build/${OUTPUT.zh} for ${base}`);
  return 0;
}

process.exitCode = main();
