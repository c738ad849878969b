export type { ErrorReader, KeptError } from "./errors";
export { readLedger, sharedEntries, type Ledger, type SharedFormula } from "./ledger";
export { NOT_AVAILABLE, type ShareObstacle } from "./plan";
export type { Left, LeftReason } from "./plan-restore";
export { restore, type RestoreResult } from "./restore";
export type { ScopeKind } from "./scope";
export {
  inspectShare,
  share,
  type KeptFormulas,
  type ShareInspection,
  type ShareResult,
  type ShareSummary,
} from "./share";
export { replacedWords, tallyOf, type Tally } from "./tally";
export { clearStartup } from "./startup";
