import type { PaneStorage } from "./storage";

/** Whether the options of inserting stand open, as they were left last; closed where nobody opened them. */
export interface InsertOptionsChoice {
  areOpen(): boolean;
  keep(areOpen: boolean): void;
}

const NAME = "insert-options";

export function insertOptionsChoice(storage: PaneStorage): InsertOptionsChoice {
  return {
    areOpen: () => storage.get(NAME) === "open",
    keep: (areOpen) => storage.set(NAME, areOpen ? "open" : undefined),
  };
}
