import {
  endsOf,
  indexReader,
  packDecimals,
  packIndexes,
  unpackDecimals,
  unpackIndexes,
  unpackRuns,
  type PackedDecimals,
  type PackedIndexes,
} from "./packing";

/** The newest layout of a release file that this code reads; it reads every earlier one as well. */
export const LAYOUT = 3;

/** Whether a file of this layout can be read. */
export function isReadable(layout: unknown): boolean {
  return typeof layout === "number" && layout >= 1 && layout <= LAYOUT;
}

/** The release file: every table of the dataset, column by column. */
export interface ReleaseFile {
  /** Version of this layout. A reader refuses one it does not know. Layout 1 has no packed columns, and before layout 3 labels are written out. */
  readonly schema: number;
  /** Data release id, such as `R1`. */
  readonly release: string;
  /** ISO date of the data release. */
  readonly date: string;
  /** The lowest add-in version that can read this file. */
  readonly minAddin: string;
  readonly tables: Readonly<Record<string, EncodedTable>>;
}

export interface EncodedTable {
  readonly rows: number;
  readonly columns: Readonly<Record<string, EncodedColumn>>;
}

/**
 * A column: distinct texts with one index per row, plain (`i`) or packed (`p`); every text in turn (`t`) where most are
 * distinct; decimals (`n`).
 */
export type EncodedColumn =
  | { readonly d: readonly string[]; readonly i: readonly number[] }
  | { readonly d: readonly string[]; readonly p: PackedIndexes }
  | { readonly t: readonly string[] }
  | { readonly n: PackedDecimals };

/** The column of figures whose dictionary is another column: the ids of the series, each once. */
const [TABLE, COLUMN, OF_TABLE, OF_COLUMN] = ["observations", "series", "series", "id"] as const;

/** The file as it is written: what is in it twice is there once. */
export function compacted(file: ReleaseFile): ReleaseFile {
  const column = file.tables[TABLE]?.columns[COLUMN];
  const ids = idsOf(file);
  const at = new Map(ids.map((id, index) => [id, index]));
  if (!column || !("p" in column) || column.d.some((id) => !at.has(id))) return file;
  const { dictionary, indexes } = indexedColumn(file.tables[TABLE]!, COLUMN);
  const p = packIndexes([...indexes].map((index) => at.get(dictionary[index]!)!));
  return withColumn(file, { d: [], p });
}

/** The file with everything where it belongs. `ids`: those of its series, each once, where they are known already. */
export function expanded(file: ReleaseFile, ids?: readonly string[]): ReleaseFile {
  const column = file.tables[TABLE]?.columns[COLUMN];
  return column && "p" in column && column.d.length === 0 && file.tables[TABLE]!.rows > 0
    ? withColumn(file, { ...column, d: ids ?? idsOf(file) })
    : file;
}

function idsOf({ tables }: ReleaseFile): string[] {
  const table = tables[OF_TABLE];
  return table ? [...new Set(textColumn(table, OF_COLUMN))] : [];
}

function withColumn(file: ReleaseFile, column: EncodedColumn): ReleaseFile {
  const table = file.tables[TABLE]!;
  return {
    ...file,
    tables: { ...file.tables, [TABLE]: { ...table, columns: { ...table.columns, [COLUMN]: column } } },
  };
}

/** A table as texts: what a CSV file holds. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A column as distinct texts and an index per row. */
export interface IndexedColumn {
  readonly dictionary: readonly string[];
  readonly indexes: Int32Array;
}

/** Below this share of distinct texts a dictionary is smaller. */
const DICTIONARY_SHARE = 0.5;

/** @param decimals columns that hold decimals */
export function encodeTable(table: TextTable, decimals: readonly string[] = []): EncodedTable {
  const columns: Record<string, EncodedColumn> = {};
  table.columns.forEach((name, position) => {
    const texts = table.rows.map((row) => row[position] ?? "");
    columns[name] = decimals.includes(name) ? { n: packDecimals(texts) } : encodeColumn(texts);
  });
  return { rows: table.rows.length, columns };
}

export function encodeColumn(texts: readonly string[]): EncodedColumn {
  const { dictionary, indexes } = index(texts);
  return dictionary.length > texts.length * DICTIONARY_SHARE && texts.length > 1
    ? { t: texts }
    : { d: dictionary, p: packIndexes([...indexes]) };
}

function index(texts: readonly string[]): IndexedColumn {
  const dictionary = new Map<string, number>();
  const indexes = Int32Array.from(texts, (text) => {
    const known = dictionary.get(text);
    if (known !== undefined) return known;
    dictionary.set(text, dictionary.size);
    return dictionary.size - 1;
  });
  return { dictionary: [...dictionary.keys()], indexes };
}

/** One column as distinct texts and an index per row, whichever way it was stored. */
export function indexedColumn(table: EncodedTable, name: string): IndexedColumn {
  const column = columnOf(table, name);
  if ("p" in column) return { dictionary: column.d, indexes: unpackIndexes(column.p, table.rows) };
  return "i" in column ? { dictionary: column.d, indexes: Int32Array.from(column.i) } : index(textColumn(table, name));
}

/** The same by runs of rows: of each the index and the row behind it, in turn. */
export function columnRuns(table: EncodedTable, name: string): { dictionary: readonly string[]; ends: Int32Array } {
  const column = columnOf(table, name);
  if ("p" in column && "runs" in column.p) return { dictionary: column.d, ends: endsOf(column.p, table.rows) };
  const { dictionary, indexes } = indexedColumn(table, name);
  return {
    dictionary,
    ends: Int32Array.from({ length: 2 * indexes.length }, (_, i) => (i & 1 ? (i + 1) / 2 : indexes[i / 2]!)),
  };
}

/** A column as one number per row: what its text stands for. */
export function numberColumn(table: EncodedTable, name: string, numberOf: (text: string) => number): Int32Array {
  const column = columnOf(table, name);
  if ("p" in column && "runs" in column.p) return unpackRuns(column.p, table.rows, column.d.map(numberOf));
  const { dictionary, indexes } = indexedColumn(table, name);
  const numbers = dictionary.map(numberOf);
  return indexes.map((index) => numbers[index]!);
}

/** Reads single cells of a column. */
export function cellReader(table: EncodedTable, name: string): (row: number) => string {
  const column = columnOf(table, name);
  if ("n" in column) return unpackDecimals(column.n, table.rows);
  if ("t" in column) return (row) => column.t[row] ?? "";
  const { d } = column;
  const indexOf = "i" in column ? (row: number) => column.i[row]! : indexReader(column.p, table.rows);
  return (row) => d[indexOf(row)] ?? "";
}

export function textColumn(table: EncodedTable, name: string): readonly string[] {
  const column = columnOf(table, name);
  if ("t" in column) return column.t;
  const texts = new Array<string>(table.rows);
  if ("n" in column) {
    const cell = cellReader(table, name);
    for (let row = 0; row < table.rows; row++) texts[row] = cell(row);
  } else {
    const { dictionary, indexes } = indexedColumn(table, name);
    for (let row = 0; row < table.rows; row++) texts[row] = dictionary[indexes[row]!] ?? "";
  }
  return texts;
}

/** Throws RangeError for a column that is not there. */
export function columnOf(table: EncodedTable, name: string): EncodedColumn {
  const column = table.columns[name];
  if (!column) throw new RangeError(`the release has no column "${name}"`);
  return column;
}

/** A whole table as rows keyed by column name. For small tables; observations are read by column. */
export function records(table: EncodedTable): Record<string, string>[] {
  const names = Object.keys(table.columns);
  const texts = names.map((name) => textColumn(table, name));
  return Array.from({ length: table.rows }, (_, row) => {
    const record: Record<string, string> = {};
    for (let column = 0; column < names.length; column++) record[names[column]!] = texts[column]![row] ?? "";
    return record;
  });
}

export function decodeTable(table: EncodedTable): TextTable {
  const columns = Object.keys(table.columns);
  const texts = columns.map((name) => textColumn(table, name));
  return { columns, rows: Array.from({ length: table.rows }, (_, row) => texts.map((column) => column[row] ?? "")) };
}
