import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Most bytes, gzipped, that scripts and styles of the pane may come to: what a slow line waits for. */
export const BUDGET = 120_000;

const COUNTED = /\.(js|css)$/;
const SHOWN = /\.(js|css|html|json)$/;

export interface Size {
  /** Path below the build's folder, with forward slashes. */
  file: string;
  bytes: number;
  gzip: number;
  /** Whether it counts against the budget. */
  counted: boolean;
}

/** Sizes of the text files an analyst's browser loads, largest first; source maps, help and downloads are left out. */
export function measure(folder: string): Size[] {
  return ["", "data"]
    .flatMap((below) => readdirSync(join(folder, below), { withFileTypes: true }).map((entry) => ({ entry, file: below ? `${below}/${entry.name}` : entry.name })))
    .filter(({ entry, file }) => entry.isFile() && SHOWN.test(file))
    .map(({ file }) => {
      const content = readFileSync(join(folder, file));
      return { file, bytes: content.length, gzip: gzipSync(content).length, counted: COUNTED.test(file) };
    })
    .sort((a, b) => b.gzip - a.gzip);
}

/** The sizes as a table for people, with the sum that has a budget. */
export function table(sizes: readonly Size[]): string {
  const width = Math.max(...sizes.map(({ file }) => file.length), 20);
  const row = (name: string, bytes: number, gzip: number): string => `${name.padEnd(width)} ${kilobytes(bytes)} ${kilobytes(gzip)} gzip`;
  const counted = sizes.filter((size) => size.counted);
  const rows = sizes.map(({ file, bytes, gzip }) => row(file, bytes, gzip));
  return [...rows, row("scripts and styles", sum(counted.map(({ bytes }) => bytes)), weight(sizes))].join("\n");
}

/** What is wrong with the sizes: nothing, or that the budget is exceeded. */
export function overBudget(sizes: readonly Size[]): string[] {
  const over = weight(sizes) - BUDGET;
  return over > 0 ? [`scripts and styles come to ${weight(sizes)} bytes gzipped, ${over} more than the budget of ${BUDGET}`] : [];
}

function weight(sizes: readonly Size[]): number {
  return sum(sizes.filter(({ counted }) => counted).map(({ gzip }) => gzip));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
}
