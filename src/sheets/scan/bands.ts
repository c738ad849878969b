import type { Rectangle } from "../notation/reference";

/** Cells of one sheet that are read in one go. */
export interface Band extends Rectangle {
  readonly sheetId: string;
}

/** With their formulas and values these cells stay far below the 5 MB that an answer of Excel on the web may have, unless their texts are long. */
export const CELLS_PER_REQUEST = 20_000;

export function cellCount({ rows, columns }: Pick<Rectangle, "rows" | "columns">): number {
  return rows * columns;
}

/** Cuts an area into bands of at most `most` cells: whole rows where they fit. */
export function bandsOf(sheetId: string, area: Rectangle, most: number = CELLS_PER_REQUEST): Band[] {
  const columns = Math.min(area.columns, most);
  const rows = Math.max(1, Math.floor(most / columns));
  const bands: Band[] = [];
  for (let row = 0; row < area.rows; row += rows) {
    for (let column = 0; column < area.columns; column += columns) {
      bands.push({
        sheetId,
        row: area.row + row,
        column: area.column + column,
        rows: Math.min(rows, area.rows - row),
        columns: Math.min(columns, area.columns - column),
      });
    }
  }
  return bands;
}

/** Puts neighbouring things together so that no group is larger than `most`, except for a single thing that is. */
export function packed<T>(things: readonly T[], sizeOf: (thing: T) => number, most: number): T[][] {
  const groups: T[][] = [];
  let size = Infinity;
  for (const thing of things) {
    const next = sizeOf(thing);
    if (size + next > most) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)!.push(thing);
    size += next;
  }
  return groups;
}

/** Two halves of a group of bands, for one that proved too large; undefined when it is a single cell. */
export function halved(bands: readonly Band[]): [Band[], Band[]] | undefined {
  const [only] = bands;
  if (bands.length > 1 || !only) {
    const middle = Math.ceil(bands.length / 2);
    return [bands.slice(0, middle), bands.slice(middle)];
  }
  const { rows, columns } = only;
  if (rows > 1) {
    const upper = Math.ceil(rows / 2);
    return [[{ ...only, rows: upper }], [{ ...only, row: only.row + upper, rows: rows - upper }]];
  }
  if (columns === 1) return undefined;
  const left = Math.ceil(columns / 2);
  return [[{ ...only, columns: left }], [{ ...only, column: only.column + left, columns: columns - left }]];
}
