import type { Block, CellContent } from "../insert/block";
import type { InsertedTable } from "../record";
import { textWidth } from "../text-width";
import type { TableBlock } from "../../tables";
import { GENERAL } from "../write/content";
import type { TableLayout } from "./layout";
import { columnWidths } from "./widths";

/** A table as it is asked for. */
export type TableRequest = Pick<InsertedTable, "recipe" | "arguments" | "mode" | "language">;

/** What is written of a table; `built` says what its formulas will show. */
export function blockOf({ rows, columns, formats }: TableLayout, built: TableBlock): Block {
  const content = rows.map(({ cells }) =>
    cells.map((cell): CellContent => (cell === null || typeof cell === "boolean" ? "" : cell)),
  );
  const headers = rows.findIndex(({ isBody }) => isBody);
  const body = rows.slice(headers, headers + built.rows.length);
  return {
    content,
    rows: rows.length,
    columns,
    headers,
    formats: formats.map((format) => format ?? GENERAL),
    cellFormats: rows.map((row) => row.formats),
    figures: formats.map((format) => format !== undefined),
    widths: wrapping(
      built,
      columnWidths(
        built,
        body.map((row) => row.formats),
      ),
    ),
  };
}

/** A column with a longer text is as wide as any is made, and its texts are wrapped. */
function wrapping({ rows }: TableBlock, widths: readonly number[]): number[] {
  return widths.map((width, column) =>
    Math.max(
      width,
      ...rows.map((cells) => (typeof cells[column]!.value === "string" ? textWidth(cells[column]!.value) : 0)),
    ),
  );
}
