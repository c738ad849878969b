/** The part of a sheet that was looked at, from a block's first row down, in the block's columns. */
export interface Looked {
  /** Per row: whether any cell of the block's columns is filled. */
  readonly filled: readonly boolean[];
  /** Rows from the first row down to the last that holds anything on the sheet; what lies beyond `filled` is not known. */
  readonly inUse: number;
  /** Rows a spill must keep clear of, counted from the first row: `end` is the first row after them. */
  readonly closed: readonly { readonly start: number; readonly end: number }[];
}

/**
 * How many rows further down a block of `height` rows finds its first free place.
 * Rows in use that were not looked at count as filled.
 */
export function firstFreeOffset(looked: Looked, height: number): number {
  const isFree = (row: number) =>
    looked.filled[row] !== true &&
    !(row >= looked.filled.length && row < looked.inUse) &&
    !looked.closed.some(({ start, end }) => row >= start && row < end);
  const last = Math.max(looked.filled.length, looked.inUse, ...looked.closed.map(({ end }) => end));
  let free = 0;
  for (let row = 0; row < last; row++) {
    free = isFree(row) ? free + 1 : 0;
    if (free === height) return row - height + 1;
  }
  return last - free;
}
