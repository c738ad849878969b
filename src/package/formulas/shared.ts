import { columnLetters, SHEET_COLUMNS, SHEET_ROWS } from "../../sheets/notation/place";
import { columnNumber, referenceKind, splitSheet } from "../../sheets/notation/reference";
import { tokenize, type Token } from "../../sheets/formula/read/tokens";

/** A formula that cells share, ready to be read from any of them. */
export type SharedFormula = (rowsDown: number, columnsRight: number) => string;

/** A stretch of the formula as it stands, or a reference that moves along. */
type Piece = string | Part[];

interface Part {
  readonly text: string;
  readonly column: number | undefined;
  readonly row: number | undefined;
}

/** @param formula as the first of the cells shows it */
export function sharedFormula(formula: string): SharedFormula {
  const pieces: Piece[] = [];
  let position = 0;
  for (const { start, end } of movable(formula)) {
    pieces.push(formula.slice(position, start), partsOf(formula.slice(start, end)));
    position = end;
  }
  pieces.push(formula.slice(position));
  if (pieces.length === 1) return () => formula;
  return (rows, columns) =>
    pieces.map((piece) => (typeof piece === "string" ? piece : moved(piece, rows, columns))).join("");
}

/** The places of references, without their sheets. */
function movable(formula: string): { start: number; end: number }[] {
  const tokens = tokenize(formula);
  return tokens.flatMap((token, index) => {
    if (!isReference(tokens, token, index)) return [];
    const { rest } = splitSheet(token.text);
    const end = token.start + token.text.length;
    return [{ start: end - rest.length, end }];
  });
}

/** A cell, or one end of whole columns or rows, which only stand on either side of a colon. */
function isReference(tokens: readonly Token[], token: Token, index: number): boolean {
  if (token.kind !== "word" && token.kind !== "number") return false;
  if (tokens[index + 1]?.text === "(" || token.text.includes("[") || !/[A-Z\d]$/i.test(token.text)) return false;
  const { rest } = splitSheet(token.text);
  const kind = referenceKind(rest);
  if (kind === "cell") return token.kind === "word";
  if (kind === undefined) return false;
  const other =
    tokens[index + 1]?.text === ":"
      ? tokens[index + 2]
      : tokens[index - 1]?.text === ":"
        ? tokens[index - 2]
        : undefined;
  return other !== undefined && referenceKind(splitSheet(other.text).rest) === kind;
}

function partsOf(reference: string): Part[] {
  const [, letters = "", digits = ""] = /^(\$?[A-Z]+)?(\$?\d+)?$/i.exec(reference) ?? [];
  return [letters, digits].map((text) => ({
    text,
    column: /^[A-Z]+$/i.test(text) ? columnNumber(text) + 1 : undefined,
    row: /^\d+$/.test(text) ? Number(text) : undefined,
  }));
}

/** Beyond the edge of a sheet a shared formula goes on at the other one. */
function moved(parts: readonly Part[], rows: number, columns: number): string {
  return parts
    .map(({ text, column, row }) => {
      if (column !== undefined) return columnLetters(around(column + columns, SHEET_COLUMNS) - 1);
      return row !== undefined ? String(around(row + rows, SHEET_ROWS)) : text;
    })
    .join("");
}

function around(number: number, size: number): number {
  return ((((number - 1) % size) + size) % size) + 1;
}
