import { nearest } from "../../src/query/words/nearest";
import type { Failure } from "./calls";
import { meaning } from "./cell";
import type { Formula } from "./formula";

/** The functions there are. */
export interface FunctionTable {
  has(name: string): boolean;
  names(): string[];
}

/** Why a formula ended in an error: an unknown name, what the first of our functions with this error said, or its meaning. */
export function explain(
  error: string,
  formula: Formula,
  failures: readonly Failure[],
  functions: FunctionTable,
): string {
  const unknown = error === "#NAME?" ? unknownName(formula, functions) : undefined;
  const said = failures.find((failure) => failure.error === error && failure.message !== "");
  return unknown ?? said?.message ?? meaning(error);
}

function unknownName({ calls, names }: Formula, functions: FunctionTable): string | undefined {
  if (calls.some((call) => /^(let|lambda)$/i.test(call))) return undefined;
  const call = calls.find((name) => !functions.has(name));
  if (call !== undefined)
    return `there is no function ${call}; nearest: ${[...new Set([...sameLastPart(call, functions.names()), ...nearest(call, functions.names())])].slice(0, 3).join(", ")}`;
  return names[0] && `${names[0]} is not a name; a text stands between quotation marks: "${names[0]}"`;
}

/** Functions of ours with another first part, or written without one: QUOTA and METALS.QUOTA are REE.QUOTA. */
function sameLastPart(call: string, names: readonly string[]): string[] {
  const last = (name: string) => name.toUpperCase().split(".").at(-1);
  return names.filter((name) => name.includes(".") && last(name) === last(call));
}
