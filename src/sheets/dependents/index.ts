export { FormulaGraph, type GraphNode } from "./graph";
export {
  recalculate,
  type FormulaEngine,
  type Recalculated,
  type Recalculation,
  type Stale,
  type StaleReason,
  type Start,
} from "./recalculate";
