/** The release file: every table of the dataset, column by column, each column a dictionary and an index into it, or plain text. */
export interface ReleaseFile {
  /** Version of this layout. A reader refuses one it does not know. */
  readonly schema: 1;
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

/** Distinct texts with one index per row; a column of mostly distinct texts has no dictionary. */
export type EncodedColumn =
  { readonly d: readonly string[]; readonly i: readonly number[] } | { readonly t: readonly string[] };

/** A table as texts: what a CSV file holds. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Below this share of distinct texts a dictionary is smaller. */
const DICTIONARY_SHARE = 0.5;

export function encodeTable(table: TextTable): EncodedTable {
  const columns: Record<string, EncodedColumn> = {};
  table.columns.forEach((name, position) => {
    columns[name] = encodeColumn(table.rows.map((row) => row[position] ?? ""));
  });
  return { rows: table.rows.length, columns };
}

function encodeColumn(texts: readonly string[]): EncodedColumn {
  const indexed = index(texts);
  return indexed.d.length > texts.length * DICTIONARY_SHARE && texts.length > 1 ? { t: texts } : indexed;
}

function index(texts: readonly string[]): { d: string[]; i: number[] } {
  const dictionary = new Map<string, number>();
  const i = texts.map((text) => {
    const known = dictionary.get(text);
    if (known !== undefined) return known;
    dictionary.set(text, dictionary.size);
    return dictionary.size - 1;
  });
  return { d: [...dictionary.keys()], i };
}

/** One column as distinct texts and an index per row, whichever way it was stored. */
export function indexedColumn(
  table: EncodedTable,
  name: string,
): { dictionary: readonly string[]; indexes: Int32Array } {
  const column = table.columns[name];
  if (!column) throw new RangeError(`the release has no column "${name}"`);
  const { d, i } = "d" in column ? column : index(column.t);
  return { dictionary: d, indexes: Int32Array.from(i) };
}

/** One column as texts. */
export function textColumn(table: EncodedTable, name: string): readonly string[] {
  const column = table.columns[name];
  if (!column) throw new RangeError(`the release has no column "${name}"`);
  return "t" in column ? column.t : column.i.map((index) => column.d[index] ?? "");
}

/** A whole table as rows keyed by column name. For small tables; observations are read by column. */
export function records(table: EncodedTable): Record<string, string>[] {
  const names = Object.keys(table.columns);
  const texts = names.map((name) => textColumn(table, name));
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(names.map((name, column) => [name, texts[column]?.[row] ?? ""])),
  );
}

export function decodeTable(table: EncodedTable): TextTable {
  const columns = Object.keys(table.columns);
  const texts = columns.map((name) => textColumn(table, name));
  return { columns, rows: Array.from({ length: table.rows }, (_, row) => texts.map((column) => column[row] ?? "")) };
}
