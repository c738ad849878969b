import symbols from "./symbols.json";

/** What a cell that has a figure shows. */
export const HELD = symbols.held;

/** What a cell without a figure shows: the reason. The first five are absences that a source or this release states. */
export const EMPTY = symbols.empty;

export type HeldKind = keyof typeof HELD;
export type EmptyKind = keyof typeof EMPTY;
export type CellKind = HeldKind | EmptyKind;

/** Cells of another kind are counts. */
export function symbolOf(kind: CellKind): string {
  return kind in HELD ? HELD[kind as HeldKind].symbol : EMPTY[kind as EmptyKind].symbol;
}
