export { callsIn, functionId, namesIn, type Argument, type OrebookCall } from "./calls";
export { evaluate, resolveArguments, type Scope } from "./evaluate";
export type { Call, Name, Node, Reference, Structured } from "./read/nodes";
export { parse } from "./read/parse";
export { rewrite, withTypedNames, type Replacement } from "./rewrite";
export { readTableReference, type TableReference } from "./read/structured";
export { FormulaSyntaxError } from "./read/syntax-error";
export { isError, single, type ErrorValue, type Scalar, type Value } from "./value";
export { nodesOf, parsed } from "./walk";
