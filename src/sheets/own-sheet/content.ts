import { entryOf, GENERAL } from "../write/content";

/** What goes into a cell of a sheet that Orebook writes: "" is blank, a text stays a text whatever it looks like. */
export type SheetCell = string | number | boolean | { readonly formula: string };

/** A number format for figures of any size: large ones in groups of three digits. */
export const FIGURES = "[>=1000]#,##0;[<=-1000]-#,##0;General";

export interface SheetColumn {
  readonly header: string;
  /** Width in characters. */
  readonly width: number;
  /** Number format in Excel's en-US codes; without one, General. */
  readonly format?: string;
  /** Not for people. */
  readonly isHidden?: boolean;
}

export interface SheetTable {
  readonly heading?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A sheet that Orebook writes: a title, some lines, one table below the other. */
export interface SheetContent {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tables: readonly SheetTable[];
}

export function layOut({ title, lines, tables }: SheetContent) {
  const columns = Math.max(1, ...tables.map((table) => table.columns.length));
  const cells: SheetCell[][] = [];
  const add = (row: readonly SheetCell[]) =>
    cells.push([...row, ...Array<SheetCell>(columns - row.length).fill("")]) - 1;
  const titleRow = add([title]);
  for (const line of lines) add([line]);
  const headingRows: number[] = [];
  const placed = tables.map((table) => {
    add([]);
    if (table.heading !== undefined) headingRows.push(add([table.heading]));
    const headerRow = add(table.columns.map(({ header }) => header));
    for (const row of table.rows) add(row);
    return { headerRow, rows: table.rows.length, columns: table.columns };
  });
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...tables.map((table) => table.columns[column]?.width ?? 0)),
  );
  return {
    /** Every cell, row by row, all rows of one length. */
    cells,
    titleRow,
    headingRows,
    tables: placed,
    /** In characters, per column. */
    widths,
  };
}

/** Where the parts of a sheet come to stand. Rows count from 0. */
export type Layout = ReturnType<typeof layOut>;

/** What Excel holds in a cell, less the mark that keeps a text a text. */
const LONGEST_TEXT = 32_766;

/** What is entered into a cell of a new sheet: `=HYPERLINK(…)`, `+1`, `@x` and `2024-06` stay what they are. */
export function cellEntry(cell: SheetCell): string | number | boolean {
  if (cell === "") return "";
  return entryOf(
    typeof cell === "string" && cell.length > LONGEST_TEXT ? `${cell.slice(0, LONGEST_TEXT - 1)}…` : cell,
    GENERAL,
  );
}
