import { WIDEST } from "../text-width";
import type { Block } from "./block";
import { rowLook, type Look } from "./looks";

/** Rows or columns by which a spill may grow until somebody inserts it anew: a year of months. */
const GROWTH = 12;

/** How a block is set off that is header rows, the first a title and the last above the columns, and what stands below. */
export function plainLooks({
  content,
  headers,
  rows,
  columns,
  widths,
  figures = [],
  rowFormats,
}: Omit<Block, "formats">): Look[] {
  const row = headers - 1;
  const below = { row: headers, rows: rows - headers };
  const [down, across] = rowFormats ? [0, GROWTH] : [GROWTH, 0];
  const grown = { ...below, rows: below.rows + down, column: 0, columns: columns + across };
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
    ...(content.length < rows && figures.includes(true) ? [{ ...grown, greysMissing: true } as const] : []),
    ...wrapped.map((column): Look => ({ ...below, column, columns: 1, isWrapped: true })),
    ...(wrapped.length > 0 ? [{ ...below, column: 0, columns, isTop: true } as const] : []),
  ].filter((look) => look.rows > 0);
}
