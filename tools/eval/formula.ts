import type { Scalar, Value } from "./cell";
import { referenceKind, withoutSheet } from "./reference";
import { FormulaSyntaxError, tokenize, type Token } from "./tokens";

/** Excel's own limits. */
const MAX_LENGTH = 8192;
const MAX_NESTING = 64;

/** Operators by precedence, the loosest first; all of them are left-associative in Excel. */
const OPERATORS = [["=", "<>", "<", "<=", ">", ">="], ["&"], ["+", "-"], ["*", "/"], ["^"]];


/** Stands for a literal in the translated text; no formula can contain it, for the tokenizer refuses it. */
export const LITERAL = "§";

/** A formula that was understood. */
export interface Formula {
  source: string;
  /**
   * The same for the engine: literals taken out (`§(0)`), compound expressions in parentheses. So the engine's own
   * lexer decides nothing: it would read the text "2024-06" as a date, and refuse 1+{1;2} and 5%%.
   */
  translated: string;
  literals: Value[];
  /** Functions called, as written. */
  calls: string[];
  /** Words that are neither functions nor references. */
  names: string[];
  /** References: `A1`, `$A$1:B2`, `A:A`, `1:3`. */
  references: string[];
}

/** A formula as it is shown: with its equals sign and without surrounding blanks. */
export function withEquals(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith("=") ? trimmed : `=${trimmed}`;
}

/** Reads a formula by Excel's grammar. The equals sign may be missing. Throws a `FormulaSyntaxError`. */
export function parseFormula(text: string): Formula {
  const source = withEquals(text);
  if (source.length > MAX_LENGTH) throw new FormulaSyntaxError(`it is longer than ${MAX_LENGTH} characters`);
  return new Parser(source).parse();
}

class Parser {
  private readonly tokens: Token[];
  private readonly formula: Formula;
  private next = 0;
  private depth = 0;

  constructor(source: string) {
    this.tokens = tokenize(source.slice(1));
    this.formula = { source, translated: "", literals: [], calls: [], names: [], references: [] };
  }

  parse(): Formula {
    this.formula.translated = `=${this.expression()}`;
    if (this.token.kind !== "end") throw new FormulaSyntaxError(leftOver(this.token.text), this.token.at);
    return this.formula;
  }

  private get token(): Token {
    return this.tokens[this.next]!;
  }

  private take(): Token {
    return this.tokens[this.next++]!;
  }

  private sees(symbol: string): boolean {
    return this.token.kind === "symbol" && this.token.text === symbol;
  }

  private skip(symbol: string): boolean {
    const seen = this.sees(symbol);
    if (seen) this.next++;
    return seen;
  }

  private expression(): string {
    if (++this.depth > MAX_NESTING) throw new FormulaSyntaxError(`more than ${MAX_NESTING} levels are nested`, this.token.at);
    const text = this.binary(0);
    this.depth--;
    return text;
  }

  private binary(level: number): string {
    const operators = OPERATORS[level];
    if (!operators) return this.signed();
    let text = this.binary(level + 1);
    while (this.token.kind === "symbol" && operators.includes(this.token.text)) {
      const operator = this.take().text;
      text = `(${text}${operator}${this.binary(level + 1)})`;
    }
    return text;
  }

  /** Signs bind tighter than powers in Excel: -2^2 is 4. A plus sign changes nothing, not even a text. */
  private signed(): string {
    let minuses = 0;
    while (this.sees("+") || this.sees("-")) if (this.take().text === "-") minuses++;
    let text = this.percent();
    for (; minuses > 0; minuses--) text = `(0-${text})`;
    return text;
  }

  private percent(): string {
    let text = this.operand();
    while (this.skip("%")) text = `(${text}/100)`;
    if (this.sees("#")) throw new FormulaSyntaxError("references to a spill (A1#) are not supported", this.token.at);
    return text;
  }

  private operand(): string {
    const token = this.take();
    switch (token.kind) {
      case "number":
        return this.sees(":") && Number.isInteger(Number(token.text)) ? this.range(token) : this.literal(number(token));
      case "text":
        return this.literal(unquote(token));
      case "error":
        return this.literal({ error: token.text.toUpperCase() });
      case "word":
        return this.word(token);
      default:
        return this.group(token);
    }
  }

  private group(token: Token): string {
    if (token.text === "{") return this.literal(this.constant());
    if (token.text === "@") throw new FormulaSyntaxError("the operator @ is not supported", token.at);
    if (token.text !== "(") throw new FormulaSyntaxError(missing(token), token.at);
    const text = this.expression();
    this.close();
    return `(${text})`;
  }

  private close(): void {
    if (this.skip(")")) return;
    throw new FormulaSyntaxError(this.token.kind === "end" ? "a closing parenthesis is missing" : leftOver(this.token.text), this.token.at);
  }

  private word(token: Token): string {
    if (this.sees("(")) {
      this.formula.calls.push(token.text);
      let text = token.text;
      while (this.skip("(")) text += this.callArguments();
      return text;
    }
    if (this.sees(":")) return this.range(token);
    if (isTruth(token)) return this.literal(truth(token));
    if (referenceKind(token) === "cell") return this.reference(withoutSheet(token.text));
    this.formula.names.push(token.text);
    return token.text;
  }

  private callArguments(): string {
    if (this.skip(")")) return "()";
    const list: string[] = [];
    do list.push(this.sees(",") || this.sees(")") ? "" : this.expression());
    while (this.skip(","));
    this.close();
    return `(${list.join(",")})`;
  }

  private range(first: Token): string {
    const colon = this.take();
    const last = this.take();
    const kind = referenceKind(first);
    if (kind === undefined || referenceKind(last) !== kind) {
      throw new FormulaSyntaxError("a range joins two cells, two columns or two rows", colon.at);
    }
    return this.reference(`${withoutSheet(first.text)}:${withoutSheet(last.text)}`);
  }

  private reference(text: string): string {
    this.formula.references.push(text);
    return text;
  }

  private literal(value: Value): string {
    this.formula.literals.push(value);
    return `${LITERAL}(${this.formula.literals.length - 1})`;
  }

  private constant(): Scalar[][] {
    const rows: Scalar[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(this.constantCell());
      const token = this.take();
      if (token.text === ";") rows.push([]);
      else if (token.text === "}") break;
      else if (token.text !== ",") throw new FormulaSyntaxError("an array constant holds values between commas, semicolons and a closing brace", token.at);
    }
    if (rows.some((row) => row.length !== rows[0]!.length)) throw new FormulaSyntaxError("the rows of an array constant differ in length");
    return rows;
  }

  private constantCell(): Scalar {
    const sign = this.skip("-") ? -1 : 1;
    const token = this.take();
    if (token.kind === "number") return sign * number(token);
    if (sign === 1 && token.kind === "text") return unquote(token);
    if (sign === 1 && token.kind === "error") return { error: token.text.toUpperCase() };
    if (sign === 1 && isTruth(token)) return truth(token);
    throw new FormulaSyntaxError("an array constant holds numbers, texts, TRUE, FALSE and errors only", token.at);
  }
}

function number(token: Token): number {
  const value = Number(token.text);
  if (!Number.isFinite(value)) throw new FormulaSyntaxError(`${token.text} is too large for a number`, token.at);
  return value;
}

function unquote(token: Token): string {
  return token.text.slice(1, -1).replaceAll('""', '"');
}

function isTruth(token: Token): boolean {
  return /^(true|false)$/i.test(token.text);
}

function truth(token: Token): boolean {
  return token.text.toLowerCase() === "true";
}

function missing(token: Token): string {
  return token.kind === "end" ? "it ends where a value belongs" : `a value is missing before ${token.text}`;
}

function leftOver(text: string): string {
  if (text === ")") return "a closing parenthesis has no opening one";
  if (text === ";") return "arguments are separated by commas";
  if (text === ",") return "a comma stands outside a function's parentheses";
  return `an operator is missing before ${text}`;
}
