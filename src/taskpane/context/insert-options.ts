import type { PaneStorage } from "./storage";

const OPEN = "insert-options";
const VALUES = "insert-values";

/** How things were inserted last, in whatever panel: the next one begins so. */
export function insertOptionsChoice(storage: PaneStorage) {
  return {
    /** Whether the options stand open; closed where nobody opened them. */
    areOpen: () => storage.get(OPEN) === "open",
    keep: (areOpen: boolean) => storage.set(OPEN, areOpen ? "open" : undefined),
    /** Whether values are inserted instead of formulas; formulas where nobody chose. */
    areValues: () => storage.get(VALUES) === "yes",
    keepValues: (areValues: boolean) => storage.set(VALUES, areValues ? "yes" : undefined),
  };
}
