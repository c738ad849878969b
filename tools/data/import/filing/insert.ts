import { parse } from "csv-parse/sync";
import { compareTexts } from "../../problem";
import { csvText } from "../../release/csv";
import { DESCRIPTOR, pathsOf } from "../../read/descriptor";
import type { NewRow } from "./compare";
import type { Target } from "./target";

/** No file of the seeds is larger. */
const MOST_BYTES = 1_000_000;

/**
 * The files that change when rows are added, path → text: each row beside those of its series, others into `file`. Lines
 * that are there already stay as they are.
 */
export function insert(rows: readonly NewRow[], target: Target, file: string): ReadonlyMap<string, string> {
  const resource = target.seeds.descriptor.resources.find(({ name }) => name === "observations")!;
  const columns = resource.schema!.fields.map(({ name }) => name);
  const decoder = new TextDecoder();
  const texts = new Map<string, string>();
  const listed = target.files.has(DESCRIPTOR) ? pathsOf(resource) : [...target.files.keys()];
  const paths = listed.filter((path) => path.startsWith("observations/") && target.files.has(path));
  const homes = new Map<string, string>();
  for (const path of paths) {
    texts.set(path, decoder.decode(target.files.get(path)));
    for (const { series } of keysOf(texts.get(path)!)) homes.set(series, path);
  }
  const byFile = new Map<string, NewRow[]>();
  for (const row of rows) {
    const home = homes.get(row["series"]!) ?? file;
    byFile.set(home, [...(byFile.get(home) ?? []), row]);
  }
  const changed = new Map<string, string>();
  for (const [path, own] of byFile) put(path, own);
  const created = [...changed.keys()].filter((path) => !paths.includes(path));
  const descriptor = target.files.get(DESCRIPTOR);
  if (descriptor && created.length > 0) changed.set(DESCRIPTOR, listing(decoder.decode(descriptor), created));
  return changed;

  function put(path: string, own: readonly NewRow[]): void {
    const text = changed.get(path) ?? texts.get(path) ?? csvText({ columns, rows: [] });
    const whole = merged(text, own, columns);
    if (Buffer.byteLength(whole) <= MOST_BYTES || text === csvText({ columns, rows: [] })) changed.set(path, whole);
    else put(nextFile(path), own);
  }
}

/** `trade-2.csv` after `trade-1.csv`, `trade-2.csv` after `trade.csv`. */
function nextFile(path: string): string {
  const [, stem = path, number = "1"] = /^(.*?)(?:-(\d+))?\.csv$/.exec(path) ?? [];
  return `${stem}-${Number(number) + 1}.csv`;
}

interface Key {
  readonly series: string;
  readonly period: string;
}

function keysOf(text: string): Key[] {
  const records = parse(text, { from_line: 2, relax_column_count: true }) as string[][];
  return records.map(([series = "", period = ""]) => ({ series, period }));
}

/** New rows come after the rows of their series that are not later, in a file that is in order where it was before. */
function merged(text: string, rows: readonly NewRow[], columns: readonly string[]): string {
  const lines = text.split("\n").slice(0, -1);
  const keys = lines.slice(1).map((line): Key => {
    const [series = "", period = ""] = line.split(",", 2);
    return { series, period };
  });
  const places = rows.map((row) => {
    const key = { series: row["series"]!, period: row["period"]! };
    const own = keys.findLastIndex((other) => other.series === key.series && other.period <= key.period);
    const next = keys.findIndex((other) => compareKeys(other, key) > 0);
    const before = own >= 0 ? own + 1 : next >= 0 ? next : keys.length;
    return { key, before, line: csvText({ columns: columns.map((name) => row[name] ?? ""), rows: [] }) };
  });
  places.sort((a, b) => a.before - b.before || compareKeys(a.key, b.key));
  const out = [`${lines[0]}\n`];
  let at = 0;
  for (let i = 0; i <= keys.length; i++) {
    for (; places[at]?.before === i; at++) out.push(places[at]!.line);
    if (i < keys.length) out.push(`${lines[i + 1]}\n`);
  }
  return out.join("");
}

function compareKeys(a: Key, b: Key): number {
  return compareTexts(a.series, b.series) || compareTexts(a.period, b.period);
}

/** The descriptor with further files in its list of observations, each on a line of its own as the others. */
function listing(descriptor: string, created: readonly string[]): string {
  const lines = descriptor.split("\n");
  for (const path of created) {
    const last = lines.findLastIndex((line) => {
      const [, listed] = /^\s*"(observations\/[^"]+)",?$/.exec(line) ?? [];
      return listed !== undefined && listed < path;
    });
    if (last < 0) throw new Error(`${DESCRIPTOR} has no list of observation files to add ${path} to`);
    const [indent = ""] = /^\s*/.exec(lines[last]!) ?? [];
    const isEnd = !lines[last]!.endsWith(",");
    if (isEnd) lines[last] += ",";
    lines.splice(last + 1, 0, `${indent}"${path}"${isEnd ? "" : ","}`);
  }
  return lines.join("\n");
}
