/** What a cell that has a figure shows. */
export const HELD = {
  published: { symbol: "●", meaning: "published" },
  bound: { symbol: "≥", meaning: "published as a lower or upper bound" },
  about: { symbol: "≈", meaning: "published as about" },
  estimated: { symbol: "e", meaning: "estimated, provisional or of low reliability, as its source says" },
  forecast: { symbol: "f", meaning: "forecast; never the latest value" },
  implied: { symbol: "i", meaning: "the level that a printed growth rate implies" },
  derived: {
    symbol: "d",
    meaning: "derived from printed figures, or computed on asking: a sum of months, a balance, a unit value",
  },
} as const;

/** What a cell without a figure shows: the reason. The first five are absences that a source or this release states. */
export const EMPTY = {
  confidential: { symbol: "C", meaning: "confidential: set, and told to the recipients only" },
  "not-published": { symbol: "N", meaning: "not published as a number" },
  withheld: { symbol: "W", meaning: "withheld by the source" },
  "outside-coverage": { symbol: "O", meaning: "outside what the source covers" },
  "not-held": { symbol: "H", meaning: "not held: looked for, and no document read prints it" },
  basis: { symbol: "B", meaning: "only on another basis, which is never mixed in" },
  measure: { symbol: "M", meaning: "only another measure, such as the weight" },
  partner: { symbol: "P", meaning: "only for single partners, not for the world" },
  growth: { symbol: "G", meaning: "only a rate of change is printed" },
  estimate: { symbol: "X", meaning: "only an estimate of this project, which answers by its id alone" },
  months: { symbol: "m", meaning: "only parts of the year: months, quarters, a half-year or the year so far" },
  running: { symbol: "…", meaning: "the year was not over on the day of the release" },
  none: { symbol: "·", meaning: "no document read for this release prints it" },
} as const;

export type HeldKind = keyof typeof HELD;
export type EmptyKind = keyof typeof EMPTY;
export type CellKind = HeldKind | EmptyKind;

/** Cells of another kind are counts. */
export function symbolOf(kind: CellKind): string {
  return kind in HELD ? HELD[kind as HeldKind].symbol : EMPTY[kind as EmptyKind].symbol;
}
