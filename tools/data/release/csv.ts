import type { TextTable } from "../../../src/dataset/format/codec";

/** A table as CSV: comma, line feed, quotes only where a cell needs them. */
export function csvText({ columns, rows }: TextTable): string {
  return [columns, ...rows].map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
