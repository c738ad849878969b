/** Which cells of a table a structured reference means. */
export interface TableReference {
  /** The table's name; undefined: the table the formula stands in. */
  readonly table: string | undefined;
  /** Only the formula's own row. */
  readonly thisRow: boolean;
  /** The column's header; undefined: all columns. */
  readonly column: string | undefined;
}

const WHOLE = /^([^[]*)\[(.*)\]$/s;
const THIS_ROW = /^\[#This Row\]\s*,\s*(.*)$/is;

/**
 * Reads `Table1[Year]`, `Table1[@Year]`, `[@[Unit value]]`, `Table1[[#This Row],[Year]]`. Undefined for what means several
 * columns, headers or totals.
 */
export function readTableReference(text: string): TableReference | undefined {
  const [, name = "", inner = ""] = WHOLE.exec(text) ?? [];
  const table = name === "" ? undefined : name;
  const row = THIS_ROW.exec(inner)?.[1] ?? (inner.startsWith("@") ? inner.slice(1) : undefined);
  const column = columnOf(row ?? inner);
  if (column === undefined) return undefined;
  return { table, thisRow: row !== undefined, column: column === "" ? undefined : column };
}

function columnOf(text: string): string | undefined {
  const trimmed = text.trim();
  const bare = /^\[((?:'.|[^[\]'])*)\]$/s.exec(trimmed)?.[1] ?? trimmed;
  if (/^#|(?:^|[^'])[[\]:,]/.test(bare)) return undefined;
  return bare.replace(/'(.)/gs, "$1");
}
