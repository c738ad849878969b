export { build } from "./build";
export type { TableArguments } from "./arguments";
export type { Bound, ColumnKind, Provenance, TableBlock, TableCell } from "./block";
export type { TableSession } from "./context";
export { eventIds, figureOf } from "./provenance";
export type { Recipe } from "./recipe/recipe";
export { findRecipe, mainName, recipesOf } from "./recipe/recipes";
export { turned } from "./turned";
export type { FormulaWriter } from "./cells/requests";
