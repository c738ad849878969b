import { FormulaSyntaxError, parse, type Node, type Reference } from "../../src/sheets/formula";
import type { Value } from "./cell";

/** The one sheet there is. */
export const SHEET_NAME = "Sheet1";

/** Excel's own limit. */
const MAX_LENGTH = 8192;

/** Stands for a literal in the translated text; no formula can contain it, for it has no meaning in one. */
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
  const formula: Formula = { source, translated: "", literals: [], calls: [], names: [], references: [] };
  formula.translated = `=${translate(parse(source), formula)}`;
  return formula;
}

function translate(node: Node, into: Formula): string {
  const inner = (part: Node) => translate(part, into);
  const list = (args: readonly (Node | undefined)[]) => `(${args.map((arg) => (arg ? inner(arg) : "")).join(",")})`;
  switch (node.kind) {
    case "literal":
      into.literals.push(node.value);
      return `${LITERAL}(${into.literals.length - 1})`;
    case "reference":
      requireOnlySheet(node);
      into.references.push(node.text);
      return node.text;
    case "name":
      into.names.push(node.text);
      return node.text;
    case "call":
      into.calls.push(node.name);
      return node.name + list(node.args);
    case "application":
      return inner(node.callee) + list(node.args);
    case "group":
      return `(${inner(node.inner)})`;
    case "unary":
      return signed(node, inner);
    case "postfix":
      if (node.operator === "#") throw fault("references to a spill (A1#) are not supported", node.at);
      return `(${inner(node.operand)}/100)`;
    case "binary":
      return `(${inner(node.left)}${computing(node, into)}${inner(node.right)})`;
    case "structured":
      throw fault("[ has no meaning here", node.start + node.text.indexOf("["));
  }
}

function requireOnlySheet({ sheet, start }: Reference): void {
  if (sheet === undefined || sheet.toUpperCase() === SHEET_NAME.toUpperCase()) return;
  throw fault(`there is no sheet ${sheet}, only ${SHEET_NAME}`, start);
}

/** A plus sign changes nothing, not even a text. */
function signed({ operator, operand, start }: Extract<Node, { kind: "unary" }>, inner: (part: Node) => string): string {
  if (operator === "@") throw fault("the operator @ is not supported", start);
  return operator === "-" ? `(0-${inner(operand)})` : inner(operand);
}

/** The operator, when it is one that computes. */
function computing({ operator, at, right }: Extract<Node, { kind: "binary" }>, { source }: Formula): string {
  if (operator === ":") throw fault("a range joins two cells, two columns or two rows", at);
  if (operator === ",") throw fault("a comma stands outside a function's parentheses", at);
  if (operator === " ") throw fault(`an operator is missing before ${source.slice(right.start, right.end)}`, at);
  return operator;
}

function fault(reason: string, at: number): FormulaSyntaxError {
  return new FormulaSyntaxError(reason, at + 1);
}
