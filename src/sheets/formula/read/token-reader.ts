import { FormulaSyntaxError } from "./syntax-error";
import { tokenize, type Token } from "./tokens";

/** Hands out the tokens of a formula one by one. Throws a `FormulaSyntaxError` for a character without a meaning. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(formula: string) {
    this.tokens = tokenize(formula);
    const stray = this.tokens.find(({ kind }) => kind === "stray");
    if (stray) throw this.fault(strayReason(stray.text), stray);
  }

  get next(): Token {
    return this.tokens[this.position]!;
  }

  /** Where the last token taken ends. */
  get end(): number {
    const last = this.tokens[this.position - 1];
    return last ? last.start + last.text.length : 0;
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== "end") this.position++;
    return token;
  }

  sees(symbol: string): boolean {
    return this.next.kind === "symbol" && this.next.text === symbol;
  }

  skip(symbol: string): boolean {
    const seen = this.sees(symbol);
    if (seen) this.position++;
    return seen;
  }

  fault(reason: string, { start }: Token): FormulaSyntaxError {
    return new FormulaSyntaxError(reason, start + 1);
  }
}

export function numberOf(tokens: TokenReader, token: Token): number {
  const value = Number(token.text);
  if (!Number.isFinite(value)) throw tokens.fault(`${token.text} is too large for a number`, token);
  return value;
}

export function textOf(token: Token): string {
  return token.text.slice(1, -1).replaceAll('""', '"');
}

export function isTruth(token: Token): boolean {
  return token.kind === "word" && /^(?:true|false)$/i.test(token.text);
}

export function truthOf(token: Token): boolean {
  return token.text.toLowerCase() === "true";
}

function strayReason(character: string): string {
  if (character === '"') return "a text has no closing quotation mark";
  if (character === "“" || character === "”") return 'texts stand between straight quotation marks ("…")';
  return `${character} has no meaning here`;
}
