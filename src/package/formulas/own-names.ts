import type { Token } from "../../sheets/formula/read/tokens";

/** Calls of LET and LAMBDA, and the names that they give to values: from where to where each means one. */
export interface OwnName {
  /** In lower case. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Names that a formula gives by LET and LAMBDA; counted in tokens. */
export function ownNames(tokens: readonly Token[]): OwnName[] {
  return tokens.flatMap((token, index) => {
    const of = token.text.toUpperCase();
    if (token.kind !== "word" || (of !== "LET" && of !== "LAMBDA") || tokens[index + 1]?.text !== "(") return [];
    const { places, to } = argumentsOf(tokens, index + 1);
    // All of LAMBDA's but the last are names, of LET's every other one.
    const names = places.slice(0, -1).filter((_, i) => of === "LAMBDA" || i % 2 === 0);
    return names.flatMap((from) => {
      const name = tokens[from]!;
      return name.kind === "word" ? [{ name: name.text.toLowerCase(), from, to }] : [];
    });
  });
}

/** Where the arguments of a call begin whose parenthesis opens at `open`, and where the call ends. */
function argumentsOf(tokens: readonly Token[], open: number): { places: number[]; to: number } {
  const places = [open + 1];
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind !== "symbol") continue;
    if (text === "(" || text === "{") depth++;
    else if (text === "}") depth--;
    else if (text === ")" && --depth === 0) return { places, to: at };
    else if (text === "," && depth === 1) places.push(at + 1);
  }
  return { places, to: tokens.length };
}

/** Whether a word at a place is such a name, in its call. */
export function isOwn(names: readonly OwnName[], { text }: Token, at: number): boolean {
  const name = text.toLowerCase();
  return names.some((one) => one.name === name && at >= one.from && at <= one.to);
}
