import { cellReader, expanded, type EncodedTable, type ReleaseFile } from "../../dataset/format/codec";
import {
  unpackDecimals,
  unpackIndexes,
  unpackNumbers,
  type PackedDecimals,
  type PackedIndexes,
} from "../../dataset/format/packing";
import { frequencyOf } from "../../dataset/period";
import { FACTS } from "./deciding";

type Fields = Readonly<Record<string, unknown>>;

/** Far above what a release has, far below what would fill the memory. */
const MOST = { releases: 1000, tables: 200, columns: 100, rows: 2_000_000, text: 20_000 };

const FORMS = {
  release: /^[A-Za-z0-9][\w.+-]{0,39}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  minAddin: /^\d+\.\d+\.\d+$/,
};

/** Columns that a later layout or edition brought. */
const LATER = /^(defaults basis|events items_in_part|corrections (expected|instead)|codes\/units factor)$/;

/** What words are read by. */
const NAMES = ["id", "label", "label_zh", "aliases"];

/** What no release can do without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  ...FACTS,
  observations: [...FACTS.observations, "also", "note"],
  tables: ["id", "json"],
  ...Object.fromEntries(["indicators", "items", "areas", "units"].map((list) => [`codes/${list}`, NAMES])),
};

/** Columns, where they are there, whose every cell that is not blank names a row of another table. */
const REFERENCES = [
  ["series", "indicator", "codes/indicators"],
  ["series", "item", "codes/items"],
  ["series", "unit", "codes/units"],
  ["observations", "unit", "codes/units"],
  ["observations", "source", "sources"],
  ["absences", "source", "sources"],
  ["events", "source", "sources"],
  ...["sources", "absences", "events"].flatMap((table) =>
    (["added", "withdrawn"] as const).map((column) => [table, column, "releases"] as const),
  ),
] as const;

const DECIMAL = String.raw`[+-]?\d+(?:\.\d+)?`;

/** Columns, where their table is there, of whose cells each is a number, or for a unit a fraction of two, or blank for one. */
const NUMBERS = [
  ["observations", "value", new RegExp(`^${DECIMAL}$`)],
  ["codes/units", "factor", new RegExp(`^(?:(?:${DECIMAL})?(?:/${DECIMAL})?)$`)],
  ["codes/units", "scale", /^-?\d{1,3}$/],
  ["codes/factors", "metal_mass", new RegExp(`^${DECIMAL}$`)],
  ["codes/factors", "mass", new RegExp(`^${DECIMAL}$`)],
] as const;

/**
 * Throws RangeError, with one sentence on what is wrong and where, for JSON that is not a release: what it lets through
 * can be opened and asked.
 */
export function requireShape(file: unknown): asserts file is ReleaseFile {
  const { tables, ...head } = fieldsOf(file, "the file");
  for (const [name, form] of Object.entries(FORMS))
    if (typeof head[name] !== "string" || !form.test(head[name])) fault(`"${name}" is not as it must be`);
  const all = fieldsOf(tables, '"tables"');
  requireAtMost(Object.keys(all).length, MOST.tables, "the file", "tables");
  for (const [name, table] of Object.entries(all)) requireTable(name, table);
  for (const [name, columns] of Object.entries(NEEDED)) {
    const table = (all[name] as EncodedTable | undefined) ?? fault(`the release has no ${name}`);
    requireColumns(name, table, columns);
  }
  const release = expanded(file as ReleaseFile);
  requireTable("observations", release.tables["observations"]);
  requireReleases(release);
  requireCells(release);
}

function requireColumns(name: string, table: EncodedTable, columns: readonly string[]): void {
  const isMissing = (column: string) => !(column in table.columns) && !LATER.test(`${name} ${column}`);
  const missing = columns.find(isMissing);
  if (missing !== undefined) fault(`${name} has no column "${missing}"`);
}

function requireTable(name: string, table: unknown): void {
  const { rows, columns } = fieldsOf(table, `table "${name}"`);
  if (!Number.isInteger(rows) || (rows as number) < 0) fault(`${name} does not say how many rows it has`);
  requireAtMost(rows as number, MOST.rows, name, "rows");
  const all = fieldsOf(columns, `"columns" of ${name}`);
  requireAtMost(Object.keys(all).length, MOST.columns, name, "columns");
  for (const [column, content] of Object.entries(all)) {
    const place = `column "${column}" of ${name}`;
    const count = countOf(
      fieldsOf(content, place),
      rows as number,
      place,
      name === "observations" && column === "series",
    );
    if (count !== rows) fault(`${place} has ${count} cells for ${rows as number} rows`);
  }
}

/** How many cells a column has that can be read. The ids of the series of figures may stand in the table of series. */
function countOf({ d, i, p, t, n }: Fields, rows: number, place: string, isElsewhere: boolean): number {
  if (t !== undefined) return textsIn(t, place).length;
  if (n !== undefined) return decimalsIn(n as PackedDecimals, rows, place);
  const size = textsIn(d, place).length || (isElsewhere ? MOST.rows : 0);
  const indexes = Array.isArray(i) ? (i as number[]) : attempt(() => unpackIndexes(p as PackedIndexes, rows), place);
  const isThere = (index: number) => Number.isInteger(index) && index >= 0 && index < size;
  return indexes.every(isThere) ? indexes.length : fault(`${place} refers to a text that is not there`);
}

function decimalsIn(packed: PackedDecimals, rows: number, place: string): number {
  let count = 0;
  attempt(() => {
    count = unpackNumbers(packed.digits).length;
    unpackDecimals(packed, rows);
    return textsIn(Object.values(packed.odd), place);
  }, place);
  return count;
}

/** What reads packed columns expects them to be well-formed. */
function attempt<T>(read: () => T, place: string): T {
  try {
    return read();
  } catch {
    return fault(`${place} cannot be read`);
  }
}

function textsIn(texts: unknown, place: string): readonly string[] {
  if (!Array.isArray(texts) || !texts.every((text) => typeof text === "string")) fault(`${place} is not made of texts`);
  for (const { length } of texts as string[]) requireAtMost(length, MOST.text, `a text in ${place}`, "characters");
  return texts as string[];
}

function requireReleases({ release, tables }: ReleaseFile): void {
  const ids = textsOf(tables, "releases", "id");
  const dates = textsOf(tables, "releases", "date");
  requireAtMost(ids.length, MOST.releases, "the file", "releases");
  if (new Set(ids).size < ids.length) fault("releases has an id twice");
  if (ids.at(-1) !== release) fault(`releases does not end with ${release}`);
  const place = dates.findIndex((day, i) => !FORMS.date.test(day) || day <= (dates[i - 1] ?? ""));
  if (place >= 0) fault(`releases: the date of ${ids[place]} does not follow the one before`);
}

function requireCells({ tables }: ReleaseFile): void {
  for (const [table, column, target] of REFERENCES) {
    if (!(column in tables[table]!.columns)) continue;
    const known = new Set(textsOf(tables, target, "id"));
    const unknown = textsOf(tables, table, column).find((id) => id !== "" && !known.has(id));
    if (unknown !== undefined) fault(`${table}: "${unknown}" is not in ${target}`);
  }
  const period = textsOf(tables, "observations", "period").find((text) => !frequencyOf(text));
  if (period !== undefined) fault(`observations: "${period}" is not a period`);
  for (const [table, column, form] of NUMBERS) {
    if (!tables[table]) continue;
    requireColumns(table, tables[table], [column]);
    if (!(column in tables[table].columns)) continue;
    const odd = textsOf(tables, table, column).find((text) => !form.test(text));
    if (odd !== undefined) fault(`${table}: "${odd}" is not a number`);
  }
  for (const json of textsOf(tables, "tables", "json"))
    fieldsOf(
      attempt(() => JSON.parse(json) as unknown, "a recipe of tables"),
      "a recipe of tables",
    );
}

function textsOf(tables: ReleaseFile["tables"], name: string, column: string): string[] {
  const table = tables[name]!;
  const cell = cellReader(table, column);
  return Array.from({ length: table.rows }, (_, row) => cell(row));
}

function fieldsOf(value: unknown, name: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) fault(`${name} is not an object`);
  return value as Fields;
}

function requireAtMost(count: number, most: number, name: string, what: string): void {
  if (count > most) fault(`${name} has ${count} ${what}; at most ${most} are taken`);
}

function fault(what: string): never {
  throw new RangeError(what);
}
