import type { Block, CellContent } from "../insert/block";
import type { InsertedTable } from "../record";
import { headerWidth, numberWidth, textWidth } from "../text-width";
import type { TableBlock, TableCell } from "../../tables";
import { GENERAL } from "../write/content";
import type { TableLayout } from "./layout";

/** A table as it is asked for. */
export type TableRequest = Pick<InsertedTable, "recipe" | "arguments" | "mode" | "language">;

/** What is written of a table; `built` says what its formulas will show. */
export function blockOf({ rows, columns, formats }: TableLayout, built: TableBlock): Block {
  const content = rows.map(({ cells }) =>
    cells.map((cell): CellContent => (cell === null || typeof cell === "boolean" ? "" : cell)),
  );
  const headers = rows.findIndex(({ isBody }) => isBody);
  const header = rows[headers - 1]?.cells ?? [];
  const body = rows.slice(headers, headers + built.rows.length);
  const longest = (column: number) =>
    Math.max(
      headerWidth(String(header[column] ?? "")),
      ...body.map((row, i) => widthOf(built.rows[i]![column]!, row.formats[column]!)),
    );
  return {
    content,
    rows: rows.length,
    columns,
    headers,
    formats: formats.map((format) => format ?? GENERAL),
    cellFormats: rows.map((row) => row.formats),
    figures: formats.map((format) => format !== undefined),
    widths: Array.from({ length: columns }, (_, column) => longest(column)),
  };
}

/** Room for the error of a missing figure. */
const MISSING_WIDTH = 5;

function widthOf({ value, isDate }: TableCell, format: string): number {
  if (typeof value === "object") return MISSING_WIDTH;
  if (isDate) return format.length + 1;
  return typeof value === "number" ? numberWidth(value, format) : textWidth(value);
}
