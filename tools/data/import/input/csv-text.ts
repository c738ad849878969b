import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { nearest } from "../../../../src/query/words/nearest";
import { numberedLines } from "../../read/csv";
import { ShapeFault } from "../reading";

/** A line of a publisher's CSV: cells by column name, and where it is. */
export interface Line {
  readonly file: string;
  readonly number: number;
  get(column: string): string;
  /** A place in the file, in words. */
  where(column?: string): string;
}

/** Reads a CSV file by the names of its columns, in whatever order they are. UTF-8, or Windows-1252 as Excel saves it. */
export function readCsvFile(path: string, wanted: readonly string[]) {
  const file = basename(path);
  const [header, ...rest] = records(file, decoded(readFileSync(path)));
  if (!header) throw new ShapeFault(`${file}:1`, "is empty; its first line must name the columns");
  const names = header.record.map((name) => name.trim());
  requireColumns(`${file}:1`, names, wanted);
  const index = new Map(names.map((name, i) => [name, i]));
  const lines = rest.map(({ record, line: number }): Line => {
    const where = (column?: string) => `${file}:${number}${column === undefined ? "" : `, column ${column}`}`;
    if (record.length !== names.length)
      throw new ShapeFault(where(), `has ${record.length} cells; the header has ${names.length}`);
    return { file, number, where, get: (column) => record[index.get(column) ?? -1]?.trim() ?? "" };
  });
  return { header: names, lines };
}

/** Refuses a header without the columns that are needed, naming the nearest it has. */
export function requireColumns(where: string, names: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length === 0) return;
  const free = names.filter((name) => !wanted.includes(name));
  const faults = missing.map((name) => {
    const [near] = nearest(name, free, 1);
    return `"${name}"${near === undefined ? "" : ` (renamed to "${near}" in column ${names.indexOf(near) + 1}?)`}`;
  });
  throw new ShapeFault(where, `has no column ${faults.join(", ")}; it has ${names.join(", ")}`);
}

function records(file: string, text: string): ReturnType<typeof numberedLines> {
  try {
    return numberedLines(text, { skip_empty_lines: true });
  } catch (error) {
    const { lines, message } = error as Error & { lines?: number };
    throw new ShapeFault(`${file}:${lines ?? 1}`, `is not CSV: ${message}`);
  }
}

/** What Windows-1252 has where Latin-1 has signs that nobody prints. Some versions of Node decode one as the other. */
const WINDOWS = [..."€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"];

/** A mark at the start says only how the file is encoded; one that was itself read wrongly is a replacement character. */
function decoded(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = Buffer.from(bytes)
      .toString("latin1")
      .replace(/[\u0080-\u009F]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]!);
  }
  return text.replace(/^[\uFEFF\uFFFD]+/, "");
}
