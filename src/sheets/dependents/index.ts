export { FormulaGraph, type GraphNode } from "./graph";
export * from "./recalculate";
