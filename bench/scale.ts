import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { compacted, encodeTable, expanded, records, type ReleaseFile } from "../src/dataset/format/codec";
import { Dataset } from "../src/dataset/dataset";
import { viewAt } from "../src/dataset/view";
import { createSearch } from "../src/query/search/search";
import { keystrokesIn, slowest } from "./keystrokes";

/** One measured thing with the most it may be. */
export interface ScaleLine {
  readonly what: string;
  readonly value: number;
  readonly unit: "kB" | "MB" | "ms" | "times";
  readonly most: number;
}

const SERIES = 20_000;
const FIGURES = 100_000;
/** Gzipped kilobytes of today's release: before the first answer, and all in all. */
const MOST_BEFORE_ANSWER = 700;
const MOST_IN_ALL = 1200;
/** What grows with the data may grow by so much more: what is noise, and what a larger memory costs. */
const LINEAR = 1.5;
/** A frame on screen. */
const FRAME = 16;
const ROUNDS = 9;
/**
 * The release grown to 100,000 figures in 20,000 series, beside today's, in one run: size, reading, memory, search. Times are
 * of the processor, and taken in turn, so that other programs of the machine change little.
 */
export function scaleLines(today: ReleaseFile): ScaleLine[] {
  const grown = grownRelease(today);
  const figures = today.tables["observations"]!.rows;
  const [todayText, grownText] = [today, grown].map((file) => JSON.stringify(file));
  const [now, then] = sideBySide(
    () => new Dataset(JSON.parse(todayText!) as ReleaseFile),
    () => new Dataset(JSON.parse(grownText!) as ReleaseFile),
  );
  const size = kilobytes(todayText!);
  const grownData = new Dataset(grown);
  const keystroke = slowest(keystrokesIn(grownData, createSearch(grownData)), ROUNDS);
  return [
    {
      what: "release of today, gzipped: what the first answer waits for",
      value: size,
      unit: "kB",
      most: MOST_BEFORE_ANSWER,
    },
    { what: "release of today, gzipped: all of it", value: size, unit: "kB", most: MOST_IN_ALL },
    {
      what: `grown to ${FIGURES} figures in ${SERIES} series: size by figure against today's`,
      value: kilobytes(grownText!) / FIGURES / (size / figures),
      unit: "times",
      most: LINEAR,
    },
    {
      what: "grown: reading against today's",
      value: then! / now!,
      unit: "times",
      most: LINEAR * (SERIES / today.tables["series"]!.rows),
    },
    { what: "grown: reading", value: then!, unit: "ms", most: 1000 },
    { what: "grown: memory of the data", value: memoryOf(grownText!), unit: "MB", most: 150 },
    { what: "grown: search, 99th percentile of keystrokes", value: keystroke, unit: "ms", most: FRAME },
  ];
}

/** Today's series and their figures, and copies of them counted by somebody else, until there are as many. */
export function grownRelease(today: ReleaseFile, most = { series: SERIES, figures: FIGURES }): ReleaseFile {
  const file = expanded(today);
  const { series, observations } = file.tables;
  const [own, figures] = [records(series!), records(observations!)];
  const bySeries = new Map<string, Record<string, string>[]>();
  for (const figure of figures) bySeries.set(figure["series"]!, [...(bySeries.get(figure["series"]!) ?? []), figure]);
  const sourced = own.filter(({ id }) => (bySeries.get(id!) ?? []).some(({ formula }) => !formula));
  const more: Record<string, string>[] = [];
  const moreFigures: Record<string, string>[] = [];
  for (let copy = 1; own.length + more.length < most.series; copy++)
    for (const one of sourced) {
      if (own.length + more.length >= most.series) break;
      const id = one["id"]!.replace(`.${one["basis"]}.`, `.${one["basis"]}-${copy}.`);
      more.push({ ...one, id, basis: `${one["basis"]}-${copy}`, rank: "" });
      const left = Math.ceil(
        (most.figures - figures.length - moreFigures.length) / (most.series - own.length - more.length + 1),
      );
      const of = bySeries.get(one["id"]!)!.filter(({ formula }) => !formula);
      for (const figure of of.slice(0, Math.max(1, left))) moreFigures.push({ ...figure, series: id });
    }
  const table = (name: "series" | "observations", rows: readonly Record<string, string>[]) => {
    const columns = Object.keys(file.tables[name]!.columns);
    const decimals = columns.filter((column) => "n" in file.tables[name]!.columns[column]!);
    return encodeTable({ columns, rows: rows.map((row) => columns.map((column) => row[column] ?? "")) }, decimals);
  };
  return compacted({
    ...file,
    tables: {
      ...file.tables,
      series: table("series", [...own, ...more]),
      observations: table("observations", [...figures, ...moreFigures]),
    },
  });
}

function kilobytes(text: string): number {
  return gzipSync(text, { level: 9 }).length / 1000;
}

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of several runs of each, taken in turn, none of which tidies up after another. */
function sideBySide(...works: readonly (() => unknown)[]): number[] {
  const least = works.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, work] of works.entries()) {
      tidy();
      least[i] = Math.min(least[i]!, processorTime(work));
    }
  return least;
}

/** Gives back what nothing holds any more. */
const tidy = ((): (() => void) => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
})();

/** What the data keep once they are read; the text they came as is gone by then. */
function memoryOf(text: string): number {
  tidy();
  const before = process.memoryUsage();
  const dataset = new Dataset(JSON.parse(text) as ReleaseFile);
  viewAt(dataset).count();
  tidy();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
}
