export type { FormulaChange, FormulaChanges, FormulaPlace } from "./changes";
export type { RefreshOutcome, TableOutcome } from "./outcome";
export type { Reason } from "./reason";
export { Refresher, type Comparison, type RefresherOptions, type RefreshWishes } from "./refresher";
