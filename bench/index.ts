import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Dataset } from "../src/dataset/dataset";
import type { ReleaseFile } from "../src/dataset/format/codec";
import { callLines, startLines } from "./browser";
import { dataLines } from "./data";
import { engineLines, libreOfficeLines } from "./lookups";
import { isOut, printLines, sideBySide, type Line } from "./measure";
import { headlessLines } from "./headless";
import { insertLines } from "./insert";
import { performancePage } from "./page";
import { scaleLines, type ScaleLine } from "./scale";
import { sizeLines } from "./sizes";
import { workbookLines } from "./workbook";

/**
 * Measures side by side, in one run. `npm run bench` this version by itself, `--check` fails where a line is out of its bound,
 * `--json FILE` and `--write` keep the results, `--only GROUP` measures one group; `--against FOLDER` compares its calls with
 * those of another checkout that has its packages installed, and `--only start` its first formula with the build there.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      against: { type: "string" },
      check: { type: "boolean", default: false },
      json: { type: "string" },
      write: { type: "boolean", default: false },
      only: { type: "string" },
    },
  });
  if (values.against !== undefined && values.only === undefined)
    return (await import("./against")).benchAgainst(values.against);
  const folder = join(__dirname, "..", "build", "data");
  const { file } = JSON.parse(readFileSync(join(folder, "latest.json"), "utf8")) as { file: string };
  const text = readFileSync(join(folder, file), "utf8");
  const dataset = new Dataset(JSON.parse(text) as ReleaseFile);
  const groups: Readonly<Record<string, () => Promise<Line[]>>> = {
    noise: noiseLines,
    // Before what leaves memory behind.
    headless: headlessLines,
    start: () => startLines(values.against),
    calls: () => callLines(dataset),
    data: () => dataLines(text),
    sizes: () => sizeLines(text),
    engine: () => engineLines(dataset),
    libreoffice: () => libreOfficeLines(dataset),
    insert: insertLines,
    workbook: () => workbookLines(dataset),
    scale: () => Promise.resolve(scaleLines(JSON.parse(text) as ReleaseFile).map(limited)),
  };
  const lines: Line[] = [];
  for (const [name, measured] of Object.entries(groups)) {
    if (values.only !== undefined && values.only !== name) continue;
    const found = await measured();
    printLines(found);
    lines.push(...found);
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(lines, null, 2)}\n`);
  if (values.write)
    writeFileSync(
      join(__dirname, "..", "docs", "performance.md"),
      performancePage(lines, `${cpus().length} processors, ${cpus()[0]!.model.trim()}, Node ${process.version}`),
    );
  const out = lines.filter(isOut);
  if (out.length > 0) console.log(`${out.length} of ${lines.length} lines out of bounds`);
  if (values.check && out.length > 0) process.exitCode = 1;
}

/** Something with a limit of its own, as a line: what was measured beside what it may be. */
function limited({ what, value, unit, most }: ScaleLine): Line {
  const told = (amount: number) => `${amount.toFixed(amount < 10 ? 2 : 0)} ${unit}`;
  return { what, left: `allowed ${told(most)}`, right: told(value), ratio: value / most, bound: 1 };
}

/** The same thing beside itself: what a ratio says is no more than this is from 1. */
async function noiseLines(): Promise<Line[]> {
  const work = () => void Array.from({ length: 2_000_000 }, (_, i) => i).sort((a, b) => b - a);
  return [
    await sideBySide("noise: one thing beside itself", { name: "once", run: work }, { name: "again", run: work }),
  ];
}

void main();
