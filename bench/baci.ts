/**
 * Reads a year of BACI at its full size beside splitting the same file into lines: `npx tsx bench/baci.ts [rows]`. The file
 * is made up, in CEPII's shape, and deleted afterwards. Each way runs in a process of its own, so that its memory is its own.
 */
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, openSync, closeSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { baci } from "../tools/data/import/baci";

const ROWS = 11_000_000;
const NAME = "BACI_HS17_Y2024_V202601.csv";
/** Numbers of countries and of goods, as many as there are; China and goods of ours are among them. */
const COUNTRIES = Array.from({ length: 226 }, (_, i) => (i === 38 ? 156 : 4 * i + 4));
const CODES = [260200, 260600, 740311, 850511, ...Array.from({ length: 5_000 }, (_, i) => 10_121 + 190 * i)];

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly found: number;
}

const WAYS: Readonly<Record<string, (path: string) => Promise<number>>> = {
  split: splitLines,
  readline: readLines,
  import: importFile,
};

async function splitLines(path: string): Promise<number> {
  let [lines, rest] = [0, ""];
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 20 })) {
    const parts = (rest + (chunk as string)).split("\n");
    rest = parts.pop()!;
    lines += parts.length;
  }
  return lines;
}

async function readLines(path: string): Promise<number> {
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) if (line !== "") lines++;
  return lines;
}

async function importFile(path: string): Promise<number> {
  const nothing = () => [];
  const context = { area: (name: string) => `m${name}`, nearestAreas: nothing, series: nothing, progress: nothing };
  const reading = await baci.read(path, context);
  return reading.candidates.length;
}

/** Rows in CEPII's order: exporter, importer, code. */
function write(path: string, rows: number): void {
  const file = openSync(path, "w");
  let [text, seed] = ["t,i,j,k,v,q\n", 1];
  const perPair = Math.ceil(rows / (COUNTRIES.length * (COUNTRIES.length - 1)));
  const step = Math.max(1, Math.floor(CODES.length / perPair));
  let written = 0;
  for (const exporter of COUNTRIES) {
    for (const importer of COUNTRIES) {
      if (exporter === importer) continue;
      for (let n = 0; n < perPair && written < rows; n++, written++) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        const code = String(CODES[(n * step) % CODES.length]).padStart(6, "0");
        const quantity = seed % 9 === 0 ? "NA" : ((seed % 99_991) / 1000).toFixed(3);
        text += `2024,${exporter},${importer},${code},${((seed % 9_999_991) / 1000).toFixed(3)},${quantity}\n`;
      }
      if (text.length > 1 << 20) {
        writeSync(file, text);
        text = "";
      }
    }
  }
  writeSync(file, text);
  closeSync(file);
}

async function measure(way: string, path: string): Promise<Measured> {
  const began = performance.now();
  const found = await WAYS[way]!(path);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, megabytes: process.resourceUsage().maxRSS / 1024, found };
}

function compare(rows: number): void {
  const folder = mkdtempSync(join(tmpdir(), "orebook-baci-"));
  try {
    const path = join(folder, NAME);
    write(path, rows);
    console.log(`${rows} rows, ${Math.round(statSync(path).size / 1e6)} MB`);
    for (const way of Object.keys(WAYS)) {
      const out = execFileSync(process.execPath, [...process.execArgv, __filename, way, path], { encoding: "utf8" });
      const { seconds, megabytes, found } = JSON.parse(out) as Measured;
      console.log(
        `${way.padEnd(8)} ${seconds.toFixed(2).padStart(7)} s ${megabytes.toFixed(0).padStart(5)} MB  ${found}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [first, path] = process.argv.slice(2);
if (path !== undefined) void measure(first!, path).then((measured) => console.log(JSON.stringify(measured)));
else compare(Number(first ?? ROWS));
