import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** When a file is fetched: with the page, when a person asks for what it does, or neither counted (data, metadata, pages). */
export type Fetched = "start" | "demand" | "other";

/** Most bytes, gzipped, of the scripts and styles fetched with the page (what a slow line waits for), and of all those fetched on demand. */
export const BUDGETS: Readonly<Record<"start" | "demand", number>> = { start: 120_000, demand: 140_000 };

const WORDS: Readonly<Record<"start" | "demand", string>> = {
  start: "scripts and styles at start",
  demand: "scripts on demand",
};

const PAGE = "taskpane.html";
const COUNTED = /\.(js|css)$/;
/** Where the build puts what the browser fetches: beside the page, and the pieces that are named for what they do. */
const FOLDERS = ["", "data", "texts", "views"];
/** The pane's texts, a file for each language: the page waits for those of one, whichever. */
const TEXTS = /^texts\//;
const SHOWN = /\.(js|css|html|json)$/;

export interface Size {
  /** Path below the build's folder, with forward slashes. */
  file: string;
  bytes: number;
  gzip: number;
  fetched: Fetched;
}

/** Sizes of the text files an analyst's browser loads, largest first; source maps, help and downloads are left out. */
export function measure(folder: string): Size[] {
  const page = readFileSync(join(folder, PAGE), "utf8");
  const fetched = (file: string): Fetched =>
    !COUNTED.test(file) ? "other" : page.includes(`"${file}"`) ? "start" : "demand";
  const sizes = FOLDERS.filter((below) => existsSync(join(folder, below)))
    .flatMap((below) =>
      readdirSync(join(folder, below), { withFileTypes: true }).map((entry) => ({
        entry,
        file: below ? `${below}/${entry.name}` : entry.name,
      })),
    )
    .filter(({ entry, file }) => entry.isFile() && SHOWN.test(file))
    .map(({ file }) => {
      const content = readFileSync(join(folder, file));
      return { file, bytes: content.length, gzip: gzipSync(content).length, fetched: fetched(file) };
    })
    .sort((a, b) => b.gzip - a.gzip);
  const texts = sizes.find(({ file }) => TEXTS.test(file));
  return sizes.map((size): Size => (size === texts ? { ...size, fetched: "start" } : size));
}

/** The sizes as a table for people, with the sums that have a budget. */
export function table(sizes: readonly Size[]): string {
  const width = Math.max(...sizes.map(({ file }) => file.length), 28);
  const row = (name: string, bytes: number, gzip: number): string =>
    `${name.padEnd(width)} ${kilobytes(bytes)} ${kilobytes(gzip)} gzip`;
  const rows = sizes.map(({ file, bytes, gzip }) => row(file, bytes, gzip));
  const sums = KINDS.map((kind) =>
    row(WORDS[kind], sum(of(sizes, kind).map(({ bytes }) => bytes)), weight(sizes, kind)),
  );
  return [...rows, ...sums].join("\n");
}

/** What is wrong with the sizes: nothing, or which budget is exceeded. */
export function overBudget(sizes: readonly Size[]): string[] {
  return KINDS.flatMap((kind) => {
    const over = weight(sizes, kind) - BUDGETS[kind];
    return over > 0
      ? [
          `${WORDS[kind]} come to ${weight(sizes, kind)} bytes gzipped, ${over} more than the budget of ${BUDGETS[kind]}`,
        ]
      : [];
  });
}

const KINDS = ["start", "demand"] as const;

function of(sizes: readonly Size[], kind: Fetched): readonly Size[] {
  return sizes.filter(({ fetched }) => fetched === kind);
}

function weight(sizes: readonly Size[], kind: Fetched): number {
  return sum(of(sizes, kind).map(({ gzip }) => gzip));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
}
