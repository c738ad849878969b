import { readConstant } from "./constant";
import type { Binary, Name, Node, Postfix, Reference } from "./nodes";
import { referenceKind, splitSheet } from "../../notation/reference";
import { isTruth, numberOf, textOf, TokenReader, truthOf } from "./token-reader";
import type { Token } from "./tokens";

/** Excel's own limit. */
const MAX_NESTING = 64;

/** Operators by precedence, the loosest first; all of them are left-associative in Excel. */
const OPERATORS = [["=", "<>", "<", "<=", ">", ">="], ["&"], ["+", "-"], ["*", "/"], ["^"]];

const CELLS: readonly Node["kind"][] = [
  "reference",
  "name",
  "structured",
  "call",
  "application",
  "group",
  "binary",
  "postfix",
];

/** Reads a formula, with its equals sign, by Excel's grammar. Throws a `FormulaSyntaxError`. */
export function parse(formula: string): Node {
  return new Parser(new TokenReader(formula)).parse();
}

class Parser {
  private depth = 0;

  constructor(private readonly tokens: TokenReader) {}

  parse(): Node {
    const node = this.expression();
    const { next } = this.tokens;
    if (next.kind !== "end") throw this.tokens.fault(leftOver(next.text), next);
    return node;
  }

  private expression(): Node {
    this.within(++this.depth);
    const node = this.binary(0);
    this.depth--;
    return node;
  }

  private within(levels: number): void {
    if (levels > MAX_NESTING) throw this.tokens.fault(`more than ${MAX_NESTING} levels are nested`, this.tokens.next);
  }

  private binary(level: number): Node {
    const operators = OPERATORS[level];
    if (!operators) return this.signed();
    let left = this.binary(level + 1);
    while (this.tokens.next.kind === "symbol" && operators.includes(this.tokens.next.text)) {
      const operator = this.tokens.take();
      left = join(operator.text, operator.start, left, this.binary(level + 1));
    }
    return left;
  }

  /** Signs bind tighter than powers in Excel: -2^2 is 4. */
  private signed(levels = 1): Node {
    const { start, text } = this.tokens.next;
    const operator = (["+", "-", "@"] as const).find((sign) => this.tokens.sees(sign) && sign === text);
    if (!operator) return this.marked("%", this.intersection());
    this.within(levels);
    this.tokens.take();
    const operand = this.signed(levels + 1);
    return { kind: "unary", operator, operand, start, end: operand.end };
  }

  /** With the marks behind it. */
  private marked(mark: Postfix["operator"], operand: Node): Node {
    let node = operand;
    for (let levels = 1; this.tokens.sees(mark); levels++) {
      this.within(levels);
      const { start } = this.tokens.take();
      node = { kind: "postfix", operator: mark, at: start, operand: node, start: operand.start, end: start + 1 };
    }
    return node;
  }

  private intersection(): Node {
    let left = this.range();
    while (this.tokens.next.spaced && this.tokens.next.kind === "word" && CELLS.includes(left.kind)) {
      const at = this.tokens.next.start;
      left = join(" ", at, left, this.range());
    }
    return left;
  }

  private range(): Node {
    let left = this.spill();
    while (this.tokens.sees(":")) {
      const colon = this.tokens.take();
      const right = this.spill();
      left = joinCells(left, right) ?? join(":", colon.start, left, right);
    }
    return left;
  }

  private spill(): Node {
    return this.marked("#", this.operand());
  }

  private operand(): Node {
    const token = this.tokens.take();
    const { start } = token;
    const end = start + token.text.length;
    switch (token.kind) {
      case "number":
        return { kind: "literal", value: numberOf(this.tokens, token), start, end };
      case "text":
        return { kind: "literal", value: textOf(token), start, end };
      case "error":
        return { kind: "literal", value: { error: token.text.toUpperCase() }, start, end };
      case "word":
        return this.word(token);
      default:
        return this.group(token);
    }
  }

  private group(token: Token): Node {
    const { start } = token;
    if (token.text === "{") return { kind: "literal", value: readConstant(this.tokens), start, end: this.tokens.end };
    if (token.text !== "(") throw this.tokens.fault(missing(token), token);
    let inner = this.expression();
    while (this.tokens.sees(",")) {
      const comma = this.tokens.take();
      inner = join(",", comma.start, inner, this.expression());
    }
    this.close();
    return { kind: "group", inner, start, end: this.tokens.end };
  }

  private close(): void {
    if (this.tokens.skip(")")) return;
    const { next } = this.tokens;
    throw this.tokens.fault(next.kind === "end" ? "a closing parenthesis is missing" : leftOver(next.text), next);
  }

  private word(token: Token): Node {
    const { start, text } = token;
    if (!this.tokens.sees("(")) return wordNode(token);
    let node: Node = { kind: "call", name: text, args: this.args(), start, end: this.tokens.end };
    for (let levels = 1; this.tokens.sees("("); levels++) {
      this.within(levels);
      node = { kind: "application", callee: node, args: this.args(), start, end: this.tokens.end };
    }
    return node;
  }

  private args(): (Node | undefined)[] {
    this.tokens.take();
    if (this.tokens.skip(")")) return [];
    const list: (Node | undefined)[] = [];
    do list.push(this.tokens.sees(",") || this.tokens.sees(")") ? undefined : this.expression());
    while (this.tokens.skip(","));
    this.close();
    return list;
  }
}

function wordNode(token: Token): Node {
  const { start, text } = token;
  const span = { start, end: start + text.length };
  if (text.endsWith("]")) return { kind: "structured", text, ...span };
  if (isTruth(token)) return { kind: "literal", value: truthOf(token), ...span };
  const { sheet, rest } = splitSheet(text);
  return referenceKind(rest) === "cell"
    ? { kind: "reference", sheet, text: rest, ...span }
    : { kind: "name", text, ...span };
}

function join(operator: string, at: number, left: Node, right: Node): Binary {
  return { kind: "binary", operator, at, left, right, start: left.start, end: right.end };
}

/** Two cells, two columns or two rows with a colon between them are one reference. */
function joinCells(left: Node, right: Node): Reference | undefined {
  const [from, to] = [endOf(left), endOf(right)];
  if (!from || !to || referenceKind(from.rest) === undefined || referenceKind(from.rest) !== referenceKind(to.rest))
    return undefined;
  if (to.sheet !== undefined && to.sheet !== from.sheet) return undefined;
  return { kind: "reference", sheet: from.sheet, text: `${from.rest}:${to.rest}`, start: left.start, end: right.end };
}

function endOf(node: Node): { sheet: string | undefined; rest: string } | undefined {
  if (node.kind === "reference") return { sheet: node.sheet, rest: node.text };
  if (node.kind === "name") return splitSheet((node satisfies Name).text);
  return node.kind === "literal" && typeof node.value === "number"
    ? { sheet: undefined, rest: String(node.value) }
    : undefined;
}

function missing(token: Token): string {
  return token.kind === "end" ? "it ends where a value belongs" : `a value is missing before ${token.text}`;
}

/** Why a token cannot stand where it stands. */
export function leftOver(text: string): string {
  if (text === ")") return "a closing parenthesis has no opening one";
  if (text === ";") return "arguments are separated by commas";
  if (text === ",") return "a comma stands outside a function's parentheses";
  return `an operator is missing before ${text}`;
}
