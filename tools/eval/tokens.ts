export type TokenKind = "number" | "text" | "error" | "word" | "symbol" | "end";

/** A piece of a formula. `at` counts characters from the equals sign, which is the first. */
export interface Token {
  kind: TokenKind;
  text: string;
  at: number;
}

/** A text that is not a formula. The message says where and why. */
export class FormulaSyntaxError extends Error {
  override readonly name = "FormulaSyntaxError";

  constructor(reason: string, at?: number) {
    super(`The formula could not be read${at === undefined ? "" : ` at character ${at}`}: ${reason}.`);
  }
}

const SPACE = /\s+/y;

/** In the order in which they are tried. */
const PATTERNS: readonly [Exclude<TokenKind, "end">, RegExp][] = [
  ["text", /"(?:[^"]|"")*"/y],
  ["error", /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)/iy],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy],
  ["word", /(?:'(?:[^']|'')+'!)?[\p{L}_$\\][\p{L}\p{M}\p{N}_.$\\?!]*/uy],
  ["symbol", /<>|<=|>=|[-+*/^&=<>%:,;(){}@#]/y],
];

/** Cuts the part of a formula after its equals sign into tokens; the last one is of kind `end`. */
export function tokenize(body: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while ((position += match(SPACE, body, position).length) < body.length) {
    const at = position + 2;
    const found = PATTERNS.map(([kind, pattern]) => ({ kind, text: match(pattern, body, position), at })).find(
      ({ text }) => text !== "",
    );
    if (!found) throw new FormulaSyntaxError(stray(body.charAt(position)), at);
    tokens.push(found);
    position += found.text.length;
  }
  tokens.push({ kind: "end", text: "", at: body.length + 2 });
  return tokens;
}

function match(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? "";
}

function stray(character: string): string {
  if (character === '"') return "a text has no closing quotation mark";
  if (character === "“" || character === "”") return 'texts stand between straight quotation marks ("…")';
  return `${character} has no meaning here`;
}
