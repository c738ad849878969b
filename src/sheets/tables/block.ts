import type { Block, CellContent } from "../insert/block";
import type { InsertedTable } from "../record";
import { GENERAL } from "../write/content";
import type { TableLayout } from "./layout";
import { looksOf } from "./looks/looks";

/** A table as it is asked for. */
export type TableRequest = Pick<InsertedTable, "recipe" | "arguments" | "mode" | "language">;

/** What is written of a table. */
export function blockOf(layout: TableLayout, mode: TableRequest["mode"]): Block {
  const { rows, columns, formats, widths } = layout;
  return {
    content: rows.map(({ cells }) =>
      cells.map((cell): CellContent => (cell === null || typeof cell === "boolean" ? "" : cell)),
    ),
    rows: rows.length,
    columns,
    headers: rows.findIndex(({ isBody }) => isBody),
    formats: formats.map((format) => format ?? GENERAL),
    cellFormats: rows.map((row) => row.formats),
    looks: looksOf(layout, mode),
    widths,
  };
}
