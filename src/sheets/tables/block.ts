import type { Block, CellContent } from "../insert/block";
import type { InsertedTable } from "../record";
import { headerWidth, textWidth } from "../text-width";
import { GENERAL } from "../write/content";
import type { TableLayout } from "./layout";

/** A table as it is asked for. */
export type TableRequest = Pick<InsertedTable, "recipe" | "arguments" | "mode" | "language">;

export function blockOf({ rows, columns, formats }: TableLayout): Block {
  const content = rows.map(({ cells }) =>
    cells.map((cell): CellContent => (cell === null || typeof cell === "boolean" ? "" : cell)),
  );
  const body = rows.filter(({ isBody }) => isBody);
  const headers = rows.findIndex(({ isBody }) => isBody);
  const header = rows[headers - 1]?.cells ?? [];
  const longest = (column: number) =>
    Math.max(headerWidth(String(header[column] ?? "")), ...body.map(({ cells }) => widthOf(cells[column] ?? null)));
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

/** A formula's cell is as wide as a number of its column, which is not known here. */
const FORMULA_WIDTH = 14;

function widthOf(content: TableLayout["rows"][number]["cells"][number]): number {
  return typeof content === "object"
    ? content === null
      ? 0
      : FORMULA_WIDTH
    : typeof content === "number"
      ? content.toLocaleString("en-US").length
      : textWidth(String(content));
}
