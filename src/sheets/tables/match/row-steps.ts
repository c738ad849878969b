/** What happens to the rows of a table, all in counts from its first row. */
export interface RowSteps {
  /** Rows that go, the last first. */
  readonly removed: readonly number[];
  /** Rows that come, by their place in the new table, the first first. */
  readonly added: readonly number[];
  /** Per new row: the old row it was, or undefined for one that comes. */
  readonly from: readonly (number | undefined)[];
}

/** How the rows of one table become those of another when rows that stay keep their order; undefined when they do not. */
export function rowSteps(before: readonly string[], after: readonly string[]): RowSteps | undefined {
  const old = new Map(before.map((key, row) => [key, row]));
  const kept = new Set(after);
  const from = after.map((key) => old.get(key));
  const staying = from.filter((row) => row !== undefined);
  if (staying.some((row, i) => i > 0 && row < staying[i - 1]!)) return undefined;
  return {
    removed: before.flatMap((key, row) => (kept.has(key) ? [] : [row])).reverse(),
    added: from.flatMap((row, i) => (row === undefined ? [i] : [])),
    from,
  };
}
