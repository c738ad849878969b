import type { Rectangle } from "./reference";
import { cellKey, type CellPlace } from "./place";
import type { Band } from "../scan";

/** Every cell of an area. */
export function cellsIn({ sheetId, row, column, rows, columns }: Band): CellPlace[] {
  return Array.from({ length: rows * columns }, (_, i) => ({
    sheetId,
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));
}

/** The fewest areas that are easily found which hold exactly these cells: neighbours below, then beside each other, are put together. */
export function areasOf(cells: readonly CellPlace[]): Band[] {
  const distinct = [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()];
  const single = distinct.map(({ sheetId, row, column }): Band => ({ sheetId, row, column, rows: 1, columns: 1 }));
  const order = (first: keyof Rectangle, second: keyof Rectangle) => (a: Band, b: Band) =>
    a.sheetId < b.sheetId ? -1 : a.sheetId > b.sheetId ? 1 : a[first] - b[first] || a[second] - b[second];
  const columns = joined(
    single.sort(order("column", "row")),
    (a, b) => a.column === b.column && a.row + a.rows === b.row,
    (a, b) => ({ ...a, rows: a.rows + b.rows }),
  );
  return joined(
    columns.sort(order("row", "column")),
    (a, b) => a.row === b.row && a.rows === b.rows && a.column + a.columns === b.column,
    (a, b) => ({ ...a, columns: a.columns + b.columns }),
  );
}

function joined(areas: readonly Band[], fit: (a: Band, b: Band) => boolean, join: (a: Band, b: Band) => Band): Band[] {
  const result: Band[] = [];
  for (const area of areas) {
    const last = result.at(-1);
    if (last && last.sheetId === area.sheetId && fit(last, area)) result[result.length - 1] = join(last, area);
    else result.push(area);
  }
  return result;
}
