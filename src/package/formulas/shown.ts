import { functionId, rewrite, type Replacement } from "../../sheets/formula";
import { tokenize, type Token } from "../../sheets/formula/read/tokens";

/** Functions that Excel shows as a mark behind or before their argument. */
const MARKS: Readonly<Record<string, { readonly before: string; readonly behind: string }>> = {
  ANCHORARRAY: { before: "", behind: "#" },
  SINGLE: { before: "@", behind: "" },
};

const PREFIX = /^(?:_xlfn\.|_xlws\.|_xlpm\.|_xlop\.)+/i;

/**
 * A formula as Excel shows it, with its equals sign, from what a file keeps: without the prefixes of functions that are
 * younger than the format and of variables, `A1#` for ANCHORARRAY, `@` for SINGLE, Orebook's functions by their own names.
 * One that another program has tied to a file that is gone (`[2]!_xldudf_…`) stays so: Excel shows it so too.
 */
export function shownFormula(kept: string): string {
  const formula = `=${kept}`;
  if (!/_xl(?:(?:fn|ws|pm|op)\.|dudf_)/i.test(formula)) return formula;
  const tokens = tokenize(formula);
  return rewrite(
    formula,
    tokens.flatMap((token, index) => replacementsFor(tokens, token, index)),
  );
}

function replacementsFor(tokens: readonly Token[], token: Token, index: number): Replacement[] {
  if (token.kind !== "word") return [];
  const end = token.start + token.text.length;
  const id = /^_xldudf_/i.test(token.text) ? functionId(token.text) : undefined;
  if (id !== undefined) return [{ start: token.start, end, text: id }];
  const prefix = PREFIX.exec(token.text)?.[0];
  if (prefix === undefined) return [];
  const name = token.text.slice(prefix.length);
  const mark = MARKS[name.toUpperCase()];
  const close = mark && tokens[index + 1]?.text === "(" ? closing(tokens, index + 1) : undefined;
  if (!mark || !close) return [{ start: token.start, end, text: name }];
  return [
    { start: token.start, end: tokens[index + 1]!.start + 1, text: mark.before },
    { start: close.start, end: close.start + 1, text: mark.behind },
  ];
}

/** The parenthesis that closes the one at a place. */
function closing(tokens: readonly Token[], open: number): Token | undefined {
  let depth = 0;
  for (const token of tokens.slice(open)) {
    if (token.kind !== "symbol") continue;
    if (token.text === "(") depth++;
    else if (token.text === ")" && --depth === 0) return token;
  }
  return undefined;
}
