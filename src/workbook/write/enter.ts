/** What cells are to hold, row by row. */
export interface Entries {
  readonly entries: readonly (readonly unknown[])[];
  /** Their number formats; undefined: they stay. */
  readonly formats?: readonly (readonly string[])[] | undefined;
}

/** `hides`: rows of the range may be hidden; Excel misplaces what is written at once over rows that a filter hides. */
export function enter(range: Excel.Range, hides: boolean, { entries, formats }: Entries): void {
  const parts = hides
    ? entries.map((_, row) => ({ part: range.getRow(row), from: row, to: row + 1 }))
    : [{ part: range, from: 0, to: entries.length }];
  for (const { part, from, to } of parts) {
    if (formats) part.numberFormat = formats.slice(from, to).map((row) => [...row]);
    part.formulas = entries.slice(from, to).map((row) => [...row]);
  }
}

/** Enters contents and waits for them: for what is too much for one request. */
export function enterNow(
  context: Excel.RequestContext,
  range: Excel.Range,
  hides: boolean,
  entries: Entries,
): Promise<void> {
  enter(range, hides, entries);
  return context.sync();
}

/** Whether rows of a range are hidden, once its `rowHidden` was read; null: some are. */
export function hidesRows({ rowHidden }: Excel.Range): boolean {
  return rowHidden !== false;
}
