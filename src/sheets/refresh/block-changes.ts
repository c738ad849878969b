import type { Scalar, Value } from "../formula";

/** How what a formula fills differs, counted from its own cell: a cell that shows another value, or rows that only stand elsewhere. */
export type BlockChange =
  | { readonly kind: "cell"; readonly row: number; readonly column: number; readonly old: Scalar; readonly now: Scalar }
  | {
      readonly kind: "moved";
      readonly row: number;
      readonly rows: number;
      readonly columns: number;
      readonly by: number;
    };

type Rows = readonly (readonly Scalar[])[];

/**
 * The changes between two answers, from the top. Rows are known again by their first cell, so that a new one at the top is
 * told as itself and as one move of all others, not as another value in every cell.
 */
export function blockChanges(old: Value, now: Value): BlockChange[] {
  const [left, right] = [rowsOf(old), rowsOf(now)];
  const [before, after] = [placesOf(left), placesOf(right)];
  const from = after && before && [...after.keys()].map((key) => before.get(key));
  if (!from?.some((place, row) => place !== undefined && place !== row)) {
    const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, row) => row);
    return rows.flatMap((row) => cellsOf(row, left[row], right[row]));
  }
  const gone = left.flatMap((cells, row) => (after!.has(keyOf(cells)) ? [] : cellsOf(row, cells, undefined)));
  return [
    ...gone,
    ...right.flatMap((cells, row) => [...moveAt(row, from, cells), ...cellsOf(row, left[from[row]!], cells)]),
  ];
}

/** The move that begins at a row, if one does: of all that follow it and come from as far. */
function moveAt(row: number, from: readonly (number | undefined)[], { length }: readonly Scalar[]): BlockChange[] {
  const by = (at: number) => (from[at] === undefined ? 0 : at - from[at]);
  if (by(row) === 0 || (row > 0 && by(row - 1) === by(row))) return [];
  let rows = 1;
  while (row + rows < from.length && by(row + rows) === by(row)) rows++;
  return [{ kind: "moved", row, rows, columns: length, by: by(row) }];
}

function cellsOf(row: number, old: readonly Scalar[] = [], now: readonly Scalar[] = []): BlockChange[] {
  const columns = Array.from({ length: Math.max(old.length, now.length) }, (_, column) => column);
  return columns.flatMap((column) => {
    const [a, b] = [old[column] ?? null, now[column] ?? null];
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ kind: "cell" as const, row, column, old: a, now: b }];
  });
}

function rowsOf(value: Value): Rows {
  return Array.isArray(value) ? value : [[value]];
}

/** Where each row is by its first cell; undefined where that does not tell rows apart, or is all there is of them. */
function placesOf(rows: Rows): ReadonlyMap<string, number> | undefined {
  if (rows.some((row) => row.length < 2 || row[0] === null)) return undefined;
  const places = new Map(rows.map((row, at) => [keyOf(row), at]));
  return places.size === rows.length ? places : undefined;
}

function keyOf([first]: readonly Scalar[]): string {
  return JSON.stringify(first);
}
