import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** When a file is fetched: with the page, when a person asks for what it does, or neither counted (data, metadata, pages). */
export type Fetched = "start" | "demand" | "other";

/** Most bytes, gzipped, of the scripts and styles fetched with the page (what a formula waits for on a slow line), and of all there are. */
export const BUDGETS: Readonly<Record<Sum, number>> = { start: 92_000, all: 275_000 };

type Sum = "start" | "all";
const SUMS: readonly (readonly [sum: Sum, words: string, holds: readonly Fetched[]])[] = [
  ["start", "scripts and styles at start", ["start"]],
  ["all", "scripts and styles in all", ["start", "demand"]],
];

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
  const sums = SUMS.map(([, words, holds]) => {
    const those = of(sizes, holds);
    return row(words, sum(those.map(({ bytes }) => bytes)), weight(those));
  });
  return [...rows, ...sums].join("\n");
}

/** What is wrong with the sizes: nothing, or which budget is exceeded. */
export function overBudget(sizes: readonly Size[]): string[] {
  return SUMS.flatMap(([name, words, holds]) => {
    const come = weight(of(sizes, holds));
    const over = come - BUDGETS[name];
    return over > 0 ? [`${words} come to ${come} bytes gzipped, ${over} more than the budget of ${BUDGETS[name]}`] : [];
  });
}

function of(sizes: readonly Size[], holds: readonly Fetched[]): readonly Size[] {
  return sizes.filter(({ fetched }) => holds.includes(fetched));
}

function weight(sizes: readonly Size[]): number {
  return sum(sizes.map(({ gzip }) => gzip));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
}
