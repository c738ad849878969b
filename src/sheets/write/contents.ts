import { TEXT } from "./content";

/** What a range held, enough to put it back. */
export interface Contents {
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Cells that only show what a formula elsewhere spills: they hold nothing of their own. */
  readonly spilled: readonly (readonly boolean[])[];
}

/**
 * The entries that give a range its contents back. A text constant gets Excel's text mark, or Excel would read
 * `2024-06` as a date and `=abc` as a formula; a cell in text format takes every entry as it is.
 */
export function entriesOf(contents: Contents): unknown[][] {
  const { values, valueTypes, numberFormats } = contents;
  return ownFormulas(contents).map((row, r) =>
    row.map((formula, c) => {
      const isText = valueTypes[r]?.[c] === "String" && formula === values[r]?.[c] && formula !== "";
      return isText && numberFormats[r]?.[c] !== TEXT ? `'${String(formula)}` : formula;
    }),
  );
}

/** The formulas and constants a range itself holds; "" where it holds nothing or only shows what spills. */
export function ownFormulas({ formulas, spilled }: Contents): unknown[][] {
  return formulas.map((row, r) => row.map((formula, c) => (spilled[r]?.[c] ? "" : formula)));
}

/** Whether two readings of the formulas of a range agree. */
export function sameEntries(a: readonly (readonly unknown[])[], b: readonly (readonly unknown[])[]): boolean {
  return a.length === b.length && a.every((row, r) => row.every((entry, c) => entry === b[r]?.[c]));
}
