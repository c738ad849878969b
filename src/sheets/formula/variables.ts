import type { Call, Node } from "./read/nodes";
import { nodesOf, parsed } from "./walk";

/** What LET and LAMBDA name around a place in a formula, the outermost first; undefined: only a call tells its value. */
export interface Variable {
  readonly name: string;
  readonly value: Node | undefined;
}

const BINDS = /^(?:_xlfn\.)?(LET|LAMBDA)$/i;
/** How a file writes the names of variables. */
const MARK = /^_xlpm\./i;

export function variableKey(word: string): string {
  return word.replace(MARK, "").toLowerCase();
}

/** The variables that a part of a formula sees which begins at a place of the formula's text. */
export function variablesAt(formula: string, position: number): Variable[] {
  const node = parsed(formula);
  if (!node) return [];
  return nodesOf(node).flatMap((one) =>
    one.kind === "call" && one.start <= position && position < one.end ? variablesOf(one, position) : [],
  );
}

/** The names that LET gives before a place, each with its value. */
export function variablesOf({ name, args }: Call, position = Infinity): Variable[] {
  const [, binder] = BINDS.exec(name) ?? [];
  if (!binder) return [];
  const isLet = binder.toUpperCase() === "LET";
  return args.slice(0, -1).flatMap((arg, i): Variable[] => {
    if (arg?.kind !== "name" || (isLet && i % 2 === 1)) return [];
    const value = isLet ? args[i + 1] : undefined;
    if (isLet && (value?.end ?? Infinity) > position) return [];
    return [{ name: variableKey(arg.text), value }];
  });
}

export function isLet({ name }: Call): boolean {
  return BINDS.exec(name)?.[1]?.toUpperCase() === "LET";
}
