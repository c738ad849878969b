export type TokenKind = "number" | "text" | "error" | "word" | "symbol" | "stray" | "end";

/**
 * A piece of a formula. A `word` is a name of any kind with the sheet and workbook before it and a table's columns behind
 * it: `SUM`, `Sheet1!A1`, `'Q2 data'!$B$3`, `[1]!_xldudf_METALS_IMPORTS`, `Table1[[#This Row],[Year]]`, `[@Metal]`.
 * A `stray` is a character that has no meaning in a formula.
 */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Characters before it in the formula. */
  readonly start: number;
  /** Whether blanks stand before it: between two references they are an operator. */
  readonly spaced: boolean;
}

const SPACE = /\s+/y;

const SHEET = String.raw`'(?:[^']|'')*'!|\[[^[\]]*\][\p{L}\p{M}\p{N}_.$\\?]*!`;
const NAME = String.raw`[\p{L}_$\\][\p{L}\p{M}\p{N}_.$\\?!]*`;
/** In a column's name an apostrophe takes the meaning from the character behind it. */
const COLUMNS = String.raw`\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]`;

/** In the order in which they are tried. */
const PATTERNS: readonly (readonly [Exclude<TokenKind, "end">, RegExp])[] = [
  ["text", /"(?:[^"]|"")*"/y],
  [
    "error",
    /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)/iy,
  ],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy],
  [
    "word",
    new RegExp(
      `(?:${SHEET})(?:[\\p{L}\\p{N}_$\\\\][\\p{L}\\p{M}\\p{N}_.$\\\\?]*)?(?:${COLUMNS})?|${NAME}(?:${COLUMNS})?|${COLUMNS}`,
      "uy",
    ),
  ],
  ["symbol", /<>|<=|>=|[-+*/^&=<>%:,;(){}@#]/y],
  ["stray", /[^]/uy],
];

/** Cuts a formula, with its equals sign, into tokens; the equals sign is left out and the last token is of kind `end`. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let start = 1;
  for (;;) {
    const blanks = match(SPACE, formula, start).length;
    start += blanks;
    const spaced = blanks > 0;
    if (start >= formula.length) return [...tokens, { kind: "end", text: "", start: Math.max(start, 1), spaced }];
    for (const [kind, pattern] of PATTERNS) {
      const text = match(pattern, formula, start);
      if (text === "") continue;
      tokens.push({ kind, text, start, spaced });
      start += text.length;
      break;
    }
  }
}

function match(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? "";
}
