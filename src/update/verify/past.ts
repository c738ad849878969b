import { grouped } from "../../dataset/catalogue";
import type { Dataset } from "../../dataset/dataset";
import { refuse } from "../refusal";
import { CODES, FACTS, KEYS, readerOf, spansOf, tableOf, tablesOf, WORDS, type Table, type Tables } from "./deciding";

/**
 * Refuses (`rewritesPast`) a dataset that changes, takes away, adds or re-orders anything that decides what a release
 * known here answers: workbooks on it would change unasked. Names the first difference.
 */
export function requireSamePast(current: Dataset, next: Dataset): void {
  const { release } = current;
  const fault = (what: string): never => refuse("rewritesPast", { release, what });
  const [before, after] = [tablesOf(current), tablesOf(next)];
  const known = new Set(current.releases.map(({ id }) => id));
  for (const [name, columns] of Object.entries(FACTS))
    requireSameRows(name, columns, knownRows(before, name, known), knownRows(after, name, known), fault);
  for (const [list, columns] of Object.entries(CODES)) {
    const [old, now] = [tableOf(before, `codes/${list}`), tableOf(after, `codes/${list}`)];
    const at = rowsById(now);
    const id = readerOf(old, "id");
    const pairs = Array.from({ length: old.rows }, (_, row) => [row, at.get(id(row)) ?? -1] as const);
    requireSameCells(list, columns, old, now, pairs, fault);
  }
  for (const list of WORDS) requireSameWords(list, before, after, fault);
}

type Fault = (what: string) => never;

function knownRows(tables: Tables, name: string, known: ReadonlySet<string>) {
  const table = tableOf(tables, name);
  const span = spansOf(tables, name);
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter((row) => known.has(span(row)[0]));
  return {
    table,
    /** The rows that count in a release known here. */
    rows,
    /** The releases from which and until before which a row counts, as far as they are known here. */
    span: (row: number) =>
      span(row)
        .filter((release) => known.has(release))
        .join(),
  };
}

type Rows = ReturnType<typeof knownRows>;

function requireSameRows(name: string, columns: readonly string[], old: Rows, now: Rows, fault: Fault): void {
  const pairs = old.rows.map((row, i) => [row, now.rows[i] ?? -1] as const);
  requireSameCells(name, columns, old.table, now.table, pairs, fault);
  const more = now.rows[old.rows.length];
  if (more !== undefined) fault(`${keyOf(name, columns, now.table, more)} is new`);
  const [moved] = pairs.find(([before, after]) => old.span(before) !== now.span(after)) ?? [];
  if (moved !== undefined) fault(`${keyOf(name, columns, old.table, moved)} counts in other releases`);
}

/** The columns of the older file; what a newer one says beyond them is new. */
function requireSameCells(
  name: string,
  columns: readonly string[],
  old: Table,
  now: Table,
  pairs: readonly (readonly [old: number, now: number])[],
  fault: Fault,
): void {
  for (const column of columns) {
    const was = old.reader(column);
    if (!was) continue;
    const is = readerOf(now, column);
    const [changed] = pairs.find(([before, after]) => after < 0 || was(before) !== is(after)) ?? [];
    if (changed === undefined) continue;
    const key = keyOf(name, columns, old, changed);
    fault(columns.indexOf(column) < (KEYS[name] ?? 1) ? `${key} is not in its place` : described(key, column));
  }
}

function described(key: string, column: string): string {
  return column === "value" ? key : `${key}: ${column}`;
}

/** A figure is named by its series and period, every other row by its table as well. */
function keyOf(name: string, columns: readonly string[], table: Table, row: number): string {
  const key = columns.slice(0, KEYS[name] ?? 1).map((column) => readerOf(table, column)(row));
  return (name === "observations" ? key : [name, ...key]).join(" ");
}

function rowsById(table: Table): Map<string, number> {
  const id = readerOf(table, "id");
  return new Map(Array.from({ length: table.rows }, (_, row) => [id(row), row]));
}

/** A word that has been published is never given to another code. */
function requireSameWords(list: string, before: Tables, after: Tables, fault: Fault): void {
  const known = grouped(wordsOf(tableOf(before, `codes/${list}`)), ([word]) => word);
  for (const [word, code] of wordsOf(tableOf(after, `codes/${list}`)))
    if (known.get(word)?.every(([, other]) => other !== code)) fault(`${list} "${word}" means ${code}`);
}

function wordsOf(table: Table): (readonly [word: string, code: string])[] {
  const id = readerOf(table, "id");
  const columns = ["id", "label", "label_zh", "aliases"].map((column) => readerOf(table, column));
  const words = (row: number) => columns.flatMap((cell) => cell(row).toLowerCase().split("|")).filter((word) => word);
  return Array.from({ length: table.rows }, (_, row) => words(row).map((word) => [word, id(row)] as const)).flat();
}
