import { join, resolve } from "node:path";
import type * as DatasetRoom from "../src/dataset/dataset";
import type * as FunctionsRoom from "../src/functions";
import type * as LanguagesRoom from "../src/functions/languages";
import { earlierReleases } from "../tools/data/earlier";
import { printLines, type Line } from "./measure";

/**
 * What a call costs, side by side with another checkout of this repository: `npm run bench -- --against FOLDER`. Both read
 * the first data release, which every version reads, and are asked the same questions in turn.
 */
const ROUNDS = 9;

const first = earlierReleases()[0]!;

const YEARS = Array.from({ length: 15 }, (_, i) => 2011 + i);
const METALS = ["copper", "iron ore", "aluminium", "lithium", "manganese", "zinc", "nickel", "lead", "tin", "cobalt"];
const each = (ask: (metal: string, year: number) => readonly unknown[]) =>
  METALS.flatMap((metal) => YEARS.map((year) => ask(metal, year)));

/** Different questions of each kind, those without an answer among them. */
const QUESTIONS: readonly (readonly [name: string, id: string, asked: readonly (readonly unknown[])[]])[] = [
  ["IMPORTS", "METALS.IMPORTS", each((metal, year) => [metal, year])],
  ["IMPORTS in a unit", "METALS.IMPORTS", each((metal, year) => [metal, year, null, null, "USD bn"])],
  ["IMPORTS from a country", "METALS.IMPORTS", each((metal, year) => [metal, year, "Chile", null, null, "baci"])],
  ["PRODUCTION", "METALS.PRODUCTION", each((metal, year) => [metal, year, "Chile"])],
  ["PRICE", "METALS.PRICE", each((metal, year) => [metal, year])],
  ["GROWTH", "METALS.GROWTH", each((metal, year) => ["imports", metal, year])],
  ["SHARE", "METALS.SHARE", each((metal, year) => ["production", metal, year, "China"])],
  ["STATUS", "METALS.STATUS", each((metal, year) => ["imports", metal, year])],
  ["SOURCE", "METALS.SOURCE", each((metal, year) => ["imports", metal, year])],
  ["SERIES", "METALS.SERIES", each((metal) => ["imports", metal])],
  ["QUOTA", "REE.QUOTA", YEARS.flatMap((year) => ["mining", "smelting"].map((stage) => [year, stage]))],
  ["an unknown metal", "METALS.IMPORTS", YEARS.map((year) => ["unobtainium", year])],
];

type Call = (id: string, args: readonly unknown[]) => unknown;

async function callOf(folder: string): Promise<Call> {
  const { Dataset } = (await import(join(folder, "src", "dataset", "dataset.ts"))) as typeof DatasetRoom;
  const functions = (await import(join(folder, "src", "functions", "index.ts"))) as typeof FunctionsRoom;
  // Before languages had a module of their own, the functions had every one of them.
  const { createSession } = (await import(join(folder, "src", "functions", "languages.ts")).catch(
    () => functions,
  )) as typeof LanguagesRoom;
  const caller = functions.createCaller(createSession(new Dataset(first), { addinVersion: "bench" }));
  return (id, args) => caller.call(id, args);
}

/** Milliseconds of processor time that the questions take; refusals are answers too. */
function cost(call: Call, id: string, asked: readonly (readonly unknown[])[]): number {
  const before = process.cpuUsage();
  for (const args of asked) {
    try {
      call(id, args);
    } catch {
      continue;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

export async function benchAgainst(folder: string): Promise<void> {
  const [here, there] = [await callOf(resolve(__dirname, "..")), await callOf(resolve(folder))];
  const lines: Line[] = QUESTIONS.map(([name, id, asked]) => {
    const rounds = Array.from({ length: ROUNDS }, () => [cost(there, id, asked), cost(here, id, asked)] as const);
    // The first rounds compile the code.
    const warm = rounds.slice(2);
    const [theirs, ours] = [median(warm.map(([one]) => one)), median(warm.map(([, one]) => one))];
    const each = (total: number) => `${((total / asked.length) * 1000).toFixed(1)} µs a call`;
    return { what: name, left: `there ${each(theirs)}`, right: `here ${each(ours)}`, ratio: ours / theirs };
  });
  printLines(lines);
}
