import type { Dataset } from "../../dataset/dataset";
import { cellReader, type EncodedTable } from "../../dataset/format/codec";

/** A table in whatever form: its rows, and what reads the cells of a column, if there is such a column. */
export interface Table {
  readonly rows: number;
  readonly reader: (column: string) => ((row: number) => string) | undefined;
}
export type Tables = (name: string) => Table | undefined;

/**
 * The columns that decide numbers, sources and the states of events, by table; the first ones name a row. Labels, notes,
 * translations and addresses are not among them: they may be improved.
 */
export const FACTS = lists({
  releases: "id date",
  sources: "id title creator publisher published accessed licence",
  series:
    "id indicator item reporter partner stage group batch holder measure basis freq transformation unit rank lineage additive",
  defaults: "indicator item stage measure basis",
  observations: "series period value unit relation status conf flag source locator published known formula inputs",
  absences: "series from to reason source locator published",
  events:
    "id type date items items_in_part actors announcement destination announced due in_force until suspended_from suspended_to related figures source locator published",
  corrections: "id series period published expected instead corrected",
});

/** The columns of code lists that decide: of which kind a code is and what it is counted with. */
export const CODES = lists({
  indicators: "id key unit measure item reporter basis transformation additive",
  items: "id kind metal",
  areas: "id kind",
  measures: "id unit_kind",
  units: "id kind base scale factor content",
  factors: "id element metal_mass mass arithmetic rare_earth_oxide",
  event_types: "id control",
});

/** Columns that name codes, with the list these are in. */
const NAMED: Readonly<Record<string, string>> = {
  indicator: "indicators",
  item: "items",
  items: "items",
  items_in_part: "items",
  reporter: "areas",
  partner: "areas",
  measure: "measures",
  unit: "units",
  type: "event_types",
};

/** Code lists in which words are looked up. */
export const WORDS = [
  ...Object.keys(CODES),
  ..."stages groups batches holders bases transformations lineages".split(" "),
];

/** How many of the columns name a row of a table; one elsewhere. */
export const KEYS: Readonly<Record<string, number>> = { defaults: 2, observations: 2, absences: 3 };

const NO_TABLE: Table = { rows: 0, reader: () => undefined };
const NO_CELL = () => "";

export function tableOf(tables: Tables, name: string): Table {
  return tables(name) ?? NO_TABLE;
}

export function tablesOf(dataset: Dataset): Tables {
  return (name) => encodedTable(dataset.table(name));
}

function encodedTable(table: EncodedTable | undefined): Table | undefined {
  return table && { rows: table.rows, reader: (name) => (name in table.columns ? cellReader(table, name) : undefined) };
}

export function readerOf(table: Table, column: string): (row: number) => string {
  return table.reader(column) ?? NO_CELL;
}

/** The data releases from which and until before which each row of a table counts; "" for no end. */
export function spansOf(tables: Tables, name: string): (row: number) => readonly [from: string, until: string] {
  const table = tableOf(tables, name);
  const from = readerOf(table, { releases: "id", corrections: "release" }[name] ?? "added");
  const until = readerOf(table, "withdrawn");
  return (row) => [from(row), until(row)];
}

/**
 * Everything that decides what a data release answers, whatever later ones have added and withdrawn: the rows that count
 * in it in their order, then what is to be known of the codes they name. The SHA-256 of this seals a release.
 */
export function decidingText(tables: Tables, counts: (from: string, until: string) => boolean): string {
  const lines: string[] = [];
  const named = new Set<string>();
  for (const [name, columns] of Object.entries(FACTS)) {
    const table = tableOf(tables, name);
    const span = spansOf(tables, name);
    const cells = columns.map((column) => readerOf(table, column));
    const lists = columns.map((column) => NAMED[column]);
    for (let row = 0; row < table.rows; row++) {
      if (!counts(...span(row))) continue;
      const line = cells.map((cell) => cell(row));
      lines.push(JSON.stringify([name, ...line]));
      lists.forEach((list, i) => list && line[i]!.split("|").forEach((code) => named.add(`${list} ${code}`)));
    }
  }
  return [...lines, ...codeLines(tables, named)].join("\n");
}

function codeLines(tables: Tables, named: ReadonlySet<string>): string[] {
  const lines = Object.entries(CODES).flatMap(([list, columns]) => {
    const table = tableOf(tables, `codes/${list}`);
    const cells = columns.map((column) => readerOf(table, column));
    const rows = Array.from({ length: table.rows }, (_, row) => cells.map((cell) => cell(row)));
    return rows.filter(([id]) => named.has(`${list} ${id}`)).map((line) => JSON.stringify([list, ...line]));
  });
  return lines.sort((a, b) => (a < b ? -1 : 1));
}

function lists<K extends string>(texts: Readonly<Record<K, string>>): Readonly<Record<K, readonly string[]>> {
  return Object.fromEntries(Object.entries<string>(texts).map(([name, text]) => [name, text.split(" ")])) as Record<
    K,
    string[]
  >;
}
