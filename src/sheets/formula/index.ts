export { callsIn, functionId, namesIn, type Argument, type OrebookCall } from "./calls";
export { evaluate, resolveArguments, type Scope } from "./evaluate";
export type { Call, Name, Node, Reference, Structured } from "./nodes";
export { parse } from "./parse";
export { rewrite, withTypedNames, type Replacement } from "./rewrite";
export { readTableReference, type TableReference } from "./structured";
export { FormulaSyntaxError } from "./syntax-error";
export { isError, single, type ErrorValue, type Scalar, type Value } from "./value";
export { nodesOf, parsed } from "./walk";
