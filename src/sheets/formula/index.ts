export { callsIn, functionId, namesIn, type Argument, type OrebookCall } from "./calls";
export { evaluate, resolveArguments, type Scope } from "./evaluate";
export { computed, type Compute } from "./library";
export { localFormula } from "./local";
export type { Call, Name, Node, Reference, Structured } from "./read/nodes";
export { parse } from "./read/parse";
export { rewrite, withTypedNames, type Replacement } from "./rewrite";
export { readTableReference, type TableReference } from "./read/structured";
export { FormulaSyntaxError } from "./read/syntax-error";
export {
  isError,
  matches,
  rowsOf,
  showsError,
  single,
  toldOf,
  type ErrorValue,
  type Scalar,
  type Value,
} from "./value";
export { chainOf, nodesOf, parsed } from "./walk";
