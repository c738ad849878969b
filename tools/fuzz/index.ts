import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { instrumentFolders } from "./instrument";
import { Search } from "./search";
import type { Target } from "./target";

const ROOT = join(__dirname, "..", "..");

/** Whose code counts where it was. */
const COUNTED = ["src", "tools/data/read", "tools/data/import"].map((folder) => join(ROOT, ...folder.split("/")));

/** Seconds for each reader, where neither time nor executions are given. */
const SHORT = 3;

/**
 * Looks for texts that a reader chokes on: `npm run fuzz` all of them for a few seconds; `--target NAME` one;
 * `--executions 1000000` or `--seconds 60` for each, `--seed 7` another way through.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      target: { type: "string" },
      executions: { type: "string" },
      seconds: { type: "string" },
      seed: { type: "string", default: "1" },
    },
  });
  instrumentFolders(COUNTED);
  // Only what is loaded from here on counts.
  const { TARGETS } = createRequire(__filename)("./targets") as { TARGETS: Readonly<Record<string, Target>> };
  const chosen = Object.entries(TARGETS).filter(([name]) => values.target === undefined || name === values.target);
  if (chosen.length === 0) throw new Error(`--target is one of: ${Object.keys(TARGETS).join(", ")}`);
  const seconds = values.seconds ?? (values.executions === undefined ? SHORT : Infinity);
  const limits = { executions: Number(values.executions ?? Infinity), milliseconds: Number(seconds) * 1000 };
  for (const [name, open] of chosen) {
    const { findings, ...found } = new Search(open(), Number(values.seed)).run(limits);
    console.log(
      `${name}: ${found.executions} inputs, ${found.taken} taken, ${found.places} places reached, ` +
        `${found.corpus} kept, slowest ${found.slowest.toFixed(1)} ms, ${findings.length} findings`,
    );
    for (const { reason, input } of findings) console.log(`  ${reason}\n    ${JSON.stringify(input).slice(0, 2000)}`);
    if (findings.length > 0) process.exitCode = 1;
  }
}

main();
