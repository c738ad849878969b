import { functionId, type OrebookCall } from "./calls";
import { operate, toNumber } from "./operators";
import type { Call, Node, Binary, Name, Reference, Structured } from "./read/nodes";
import { isError, oneOf, type Scalar, type Value } from "./value";
import { nodesOf, parsed, chainOf } from "./walk";

/** What LET and LAMBDA name around a place in a formula, the outermost first; undefined: only a call tells its value. */
interface Variable {
  readonly name: string;
  readonly value: Node | undefined;
}

const BINDS = /^(?:_xlfn\.)?(LET|LAMBDA)$/i;
/** How a file writes the names of variables. */
const MARK = /^_xlpm\./i;

function variableKey(word: string): string {
  return word.replace(MARK, "").toLowerCase();
}

/** The variables that a part of a formula sees which begins at a place of the formula's text. */
function variablesAt(formula: string, position: number): Variable[] {
  const node = parsed(formula);
  if (!node) return [];
  return nodesOf(node).flatMap((one) =>
    one.kind === "call" && one.start <= position && position < one.end ? variablesOf(one, position) : [],
  );
}

/** The names that LET gives before a place, each with its value. */
function variablesOf({ name, args }: Call, position = Infinity): Variable[] {
  if (!BINDS.test(name)) return [];
  const givesValues = isLet(name);
  return args.slice(0, -1).flatMap((arg, i): Variable[] => {
    if (arg?.kind !== "name" || (givesValues && i % 2 === 1)) return [];
    const value = givesValues ? args[i + 1] : undefined;
    if (givesValues && (value?.end ?? Infinity) > position) return [];
    return [{ name: variableKey(arg.text), value }];
  });
}

function isLet(name: string): boolean {
  return BINDS.exec(name)?.[1]?.toUpperCase() === "LET";
}

/** What a formula looks at outside itself. */
export interface Scope {
  /** What stands in the cells a reference or a name means, seen from the formula's own cell; undefined when that cannot be told. */
  read(reference: Reference | Name | Structured): Value | undefined;
  /** Calls one of Orebook's functions; undefined for one that this version does not have. */
  call(id: string, args: readonly Value[]): Value | undefined;
  /** Computes one of Excel's functions; undefined where only Excel can. Without it none is computed. */
  compute?(name: string, args: readonly (Value | undefined)[]): Value | undefined;
}

/**
 * The value of a formula as far as it can be told without Excel: literals, references, variables, Orebook's own
 * functions and operators. Undefined where anything else takes part.
 */
export function evaluate(formula: string, scope: Scope): Value | undefined {
  const node = parsed(formula);
  return node && valueOf(node, scope);
}

/**
 * The arguments of a call as Excel would hand them over: one value or rows of values each, null for an omitted one.
 * Undefined where only Excel can tell. `formula`: the one in which the call stands, with the variables it sees there.
 */
export function resolveArguments(call: OrebookCall, outside: Scope, formula = ""): Value[] | undefined {
  const scope = withVariables(outside, formula === "" ? [] : variablesAt(formula, call.start));
  const values = call.args.map(({ text }) => (text === "" ? null : evaluate(`=${text}`, scope)));
  return values.every((value) => value !== undefined) ? values : undefined;
}

function valueOf(node: Node, scope: Scope): Value | undefined {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "reference":
    case "name":
    case "structured":
      return scope.read(node);
    case "group":
      return valueOf(node.inner, scope);
    case "call":
      return isLet(node.name) ? letIn(node, scope) : called(node.name, node.args, scope);
    case "unary":
      return signed(node.operator, cell(node.operand, scope));
    case "postfix":
      return node.operator === "%" ? map(cell(node.operand, scope), (value) => operate("/", value, 100)) : undefined;
    case "binary":
      return chained(node, scope);
    case "application":
      return undefined;
  }
}

function called(name: string, nodes: readonly (Node | undefined)[], scope: Scope): Value | undefined {
  const id = functionId(name);
  if (!id && !scope.compute) return undefined;
  const args = nodes.map((node) => (node ? valueOf(node, scope) : null));
  if (!id) return scope.compute?.(name, args);
  return args.every((value) => value !== undefined) ? scope.call(id, args) : undefined;
}

function letIn(node: Call, scope: Scope): Value | undefined {
  const body = node.args.at(-1);
  return body && valueOf(body, withVariables(scope, variablesOf(node)));
}

/** The scope in which names stand for what LET gives them; each sees those before it. */
function withVariables(scope: Scope, variables: readonly Variable[]): Scope {
  return variables.reduce<Scope>((outer, { name, value }) => {
    const known = value && valueOf(value, outer);
    return {
      ...outer,
      read: (node) => (node.kind === "name" && variableKey(node.text) === name ? known : outer.read(node)),
    };
  }, scope);
}

/** The operand of an operator; operators on several cells are left to Excel. */
function cell(node: Node, scope: Scope): Scalar | undefined {
  return oneOf(valueOf(node, scope));
}

/** A plus sign changes nothing, not even a text. */
function signed(operator: "+" | "-" | "@", operand: Scalar | undefined): Scalar | undefined {
  if (operator !== "-") return operand;
  return map(operand, (value) => {
    if (isError(value)) return value;
    const number = toNumber(value);
    return number === undefined ? undefined : 0 - number;
  });
}

function chained(node: Binary, scope: Scope): Scalar | undefined {
  const { first, links } = chainOf(node);
  return links.reduce((left, { operator, right }) => computed(operator, left, cell(right, scope)), cell(first, scope));
}

function computed(operator: string, left: Scalar | undefined, right: Scalar | undefined): Scalar | undefined {
  if (left === undefined || right === undefined || [":", ",", " "].includes(operator)) return undefined;
  return operate(operator, left, right);
}

function map(value: Scalar | undefined, to: (value: Scalar) => Scalar | undefined): Scalar | undefined {
  return value === undefined ? undefined : to(value);
}
