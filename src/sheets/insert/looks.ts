import type { Rectangle } from "../notation/reference";
import { WIDEST } from "../text-width";
import type { Block } from "./block";

/** Built-in cell styles of Excel, which follow the workbook's theme. */
export type CellStyle = "Normal" | "Accent1" | "Accent1_20" | "Total";

/** How some cells are set off; what is not said stays as it is. Rows and columns count from a block's first cell. */
export interface Look extends Rectangle {
  readonly style?: CellStyle;
  readonly isBold?: true;
  /** Grey is what is not there, and what stands beside the figures. */
  readonly tone?: "grey" | "black";
  /** Where nobody placed them otherwise. */
  readonly side?: "Left" | "Right" | undefined;
  /** Words beside figures keep their distance. */
  readonly isIndented?: true;
  readonly isTop?: true;
  /** In as many lines as their column makes of them, the rows as high as these. */
  readonly isWrapped?: true;
}

/** Of a whole row of cells. */
export function rowLook(row: number, columns: number, look: Omit<Look, keyof Rectangle>): Look {
  return { row, column: 0, rows: 1, columns, ...look };
}

/** How a block is set off that is header rows, the first a title and the last above the columns, and what stands below. */
export function plainLooks({
  headers,
  rows,
  columns,
  widths,
  figures = [],
}: Omit<Block, "content" | "formats">): Look[] {
  const row = headers - 1;
  const below = { row: headers, rows: rows - headers };
  const wrapped = widths.flatMap((width, column) => (width > WIDEST ? [column] : []));
  return [
    ...(headers > 1
      ? [rowLook(0, columns, { isBold: true }), { ...rowLook(1, columns, { tone: "grey" }), rows: row - 1 }]
      : []),
    ...(headers > 0 ? [rowLook(row, columns, { style: "Accent1", isBold: true })] : []),
    ...figures.flatMap((isOfFigures, column): Look[] =>
      headers > 0
        ? [{ row, rows: 1 }, below].map((part) => ({
            ...part,
            column,
            columns: 1,
            side: isOfFigures ? "Right" : "Left",
          }))
        : [],
    ),
    ...wrapped.map((column): Look => ({ ...below, column, columns: 1, isWrapped: true })),
    ...(wrapped.length > 0 ? [{ ...below, column: 0, columns, isTop: true } as const] : []),
  ].filter((look) => look.rows > 0);
}
