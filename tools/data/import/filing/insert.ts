import { grouped } from "../../../../src/dataset/catalogue";
import { parse } from "csv-parse/sync";
import { compareTexts } from "../../problem";
import { DESCRIPTOR } from "../../read/descriptor";
import { csvText } from "../../release/csv";
import type { NewRow } from "./candidate";
import type { Target } from "./target";

/** No file of the seeds is larger. */
const MOST_BYTES = 1_000_000;

/** Files of a folder with rows added to them. Lines that were there stay as they are. */
export class Insertion {
  /** The files that are other than before, path → text. */
  readonly changed = new Map<string, string>();
  private readonly decoder = new TextDecoder();

  constructor(private readonly target: Target) {}

  /** Adds observations: each beside the others of its series, or into a file for those that have none. */
  observations(rows: readonly NewRow[], file: string): void {
    const homes = new Map<string, string>();
    for (const path of this.target.files.keys())
      if (/^observations(?:\/.*)?\.csv$/.test(path))
        for (const series of firstCells(this.textOf(path))) homes.set(series, path);
    this.rows("observations", rows, (row) => homes.get(row["series"]!) ?? file);
  }

  /** Adds rows of a table, each to the file that is named for it. */
  rows(table: string, rows: readonly NewRow[], fileOf: (row: NewRow) => string): void {
    const columns = this.target.seeds.columns(table);
    for (const [file, own] of grouped(rows, fileOf)) this.put(file, own, columns);
  }

  private put(path: string, rows: readonly NewRow[], columns: readonly string[]): void {
    const isNew = !this.changed.has(path) && !this.target.files.has(path);
    const text = isNew ? csvText({ columns, rows: [] }) : this.textOf(path);
    const whole = merged(text, rows, columns);
    if (!isNew && Buffer.byteLength(whole) > MOST_BYTES) return this.put(nextFile(path), rows, columns);
    this.changed.set(path, whole);
    if (isNew && this.target.files.has(DESCRIPTOR)) this.changed.set(DESCRIPTOR, listed(this.textOf(DESCRIPTOR), path));
  }

  private textOf(path: string): string {
    return this.changed.get(path) ?? this.decoder.decode(this.target.files.get(path));
  }
}

/** `trade-2.csv` after `trade-1.csv`, `trade-2.csv` after `trade.csv`. */
function nextFile(path: string): string {
  const [, stem = path, number = "1"] = /^(.*?)(?:-(\d+))?\.csv$/.exec(path) ?? [];
  return `${stem}-${Number(number) + 1}.csv`;
}

function firstCells(text: string): string[] {
  const records = parse(text, { from_line: 2, relax_column_count: true }) as string[][];
  return records.map(([first = ""]) => first);
}

/** What rows of a table are in order by: series and period, or an id. */
type Key = readonly [string, string];

/** New rows come after the rows of their series that are not later, in a file that is in order where it was before. */
function merged(text: string, rows: readonly NewRow[], columns: readonly string[]): string {
  const lines = text.split("\n").slice(0, -1);
  const keys = lines.slice(1).map((line): Key => {
    const [first = "", second = ""] = line.split(",", 2);
    return [first, second];
  });
  const [first = "", second = ""] = columns;
  const placed = rows.map((row) => {
    const key: Key = [row[first]!, row[second]!];
    const own = keys.findLastIndex((other) => other[0] === key[0] && other[1] <= key[1]);
    const next = keys.findIndex((other) => compareKeys(other, key) > 0);
    const before = own >= 0 ? own + 1 : next >= 0 ? next : keys.length;
    return { key, before, line: csvText({ columns: columns.map((name) => row[name] ?? ""), rows: [] }) };
  });
  placed.sort((a, b) => a.before - b.before || compareKeys(a.key, b.key));
  const out = [`${lines[0]}\n`];
  let at = 0;
  for (let i = 0; i <= keys.length; i++) {
    for (; placed[at]?.before === i; at++) out.push(placed[at]!.line);
    if (i < keys.length) out.push(`${lines[i + 1]}\n`);
  }
  return out.join("");
}

function compareKeys(a: Key, b: Key): number {
  return compareTexts(a[0], b[0]) || compareTexts(a[1], b[1]);
}

/** The descriptor with a further file in the list of its table, on a line of its own as the others. */
function listed(descriptor: string, path: string): string {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const lines = descriptor.split("\n");
  const last = lines.findLastIndex((line) => {
    const [, other] = /^\s*"([^"]+\.csv)",?$/.exec(line) ?? [];
    return other !== undefined && other.startsWith(folder) && other < path;
  });
  if (last < 0) throw new Error(`${DESCRIPTOR} has no list of files of ${folder} to add ${path} to`);
  const [indent = ""] = /^\s*/.exec(lines[last]!) ?? [];
  const isEnd = !lines[last]!.endsWith(",");
  if (isEnd) lines[last] += ",";
  lines.splice(last + 1, 0, `${indent}"${path}"${isEnd ? "" : ","}`);
  return lines.join("\n");
}
