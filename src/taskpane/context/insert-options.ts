import type { PaneStorage } from "./storage";

/** How things were inserted last, in whatever panel: the next one begins so. */
export interface InsertOptionsChoice {
  /** Whether the options stand open; closed where nobody opened them. */
  areOpen(): boolean;
  keep(areOpen: boolean): void;
  /** Whether values are inserted instead of formulas; formulas where nobody chose. */
  areValues(): boolean;
  keepValues(areValues: boolean): void;
}

const OPEN = "insert-options";
const VALUES = "insert-values";

export function insertOptionsChoice(storage: PaneStorage): InsertOptionsChoice {
  return {
    areOpen: () => storage.get(OPEN) === "open",
    keep: (areOpen) => storage.set(OPEN, areOpen ? "open" : undefined),
    areValues: () => storage.get(VALUES) === "yes",
    keepValues: (areValues) => storage.set(VALUES, areValues ? "yes" : undefined),
  };
}
