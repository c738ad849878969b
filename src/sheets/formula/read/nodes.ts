import type { Scalar } from "../value";

/** A part of a formula as it was read. `start` and `end` are its place in the formula's text. */
export type Node = Literal | Reference | Name | Structured | Call | Application | Unary | Postfix | Binary | Group;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A number, text, boolean, error or array constant. */
export interface Literal extends Span {
  readonly kind: "literal";
  readonly value: Scalar | Scalar[][];
}

/** Cells: `text` is `A1`, `$A$1:B2`, `A:A` or `1:3`, without its sheet. */
export interface Reference extends Span {
  readonly kind: "reference";
  readonly sheet: string | undefined;
  readonly text: string;
}

/** A word that is neither a function nor a reference. */
export interface Name extends Span {
  readonly kind: "name";
  readonly text: string;
}

/** Cells of a table: `Table1[Year]`, `[@Metal]`. */
export interface Structured extends Span {
  readonly kind: "structured";
  readonly text: string;
}

/** A function by its name, as written. An argument left out is undefined. */
export interface Call extends Span {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly (Node | undefined)[];
}

/** What another call gave, called in its turn: `LAMBDA(x,x)(3)`. */
export interface Application extends Span {
  readonly kind: "application";
  readonly callee: Node;
  readonly args: readonly (Node | undefined)[];
}

export interface Unary extends Span {
  readonly kind: "unary";
  readonly operator: "+" | "-" | "@";
  readonly operand: Node;
}

export interface Postfix extends Span {
  readonly kind: "postfix";
  readonly operator: "%" | "#";
  /** Where the operator stands. */
  readonly at: number;
  readonly operand: Node;
}

/** `:` joins to a range, a blank intersects, a comma in parentheses unites; the rest compute. */
export interface Binary extends Span {
  readonly kind: "binary";
  readonly operator: string;
  readonly at: number;
  readonly left: Node;
  readonly right: Node;
}

export interface Group extends Span {
  readonly kind: "group";
  readonly inner: Node;
}
