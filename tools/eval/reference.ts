import { FormulaSyntaxError, type Token } from "./tokens";

/** The one sheet there is. */
export const SHEET_NAME = "Sheet1";

/** Excel's sheet. */
const MAX_ROW = 1_048_576;
const LAST_COLUMN = "XFD";

/** What a token can refer to: one cell, or one end of a range of columns or rows; undefined when it is a name. */
export function referenceKind(token: Token): "cell" | "column" | "row" | undefined {
  const [, sheet, rest = ""] = /^(?:(.*)!)?(.*)$/s.exec(token.text)!;
  const parts = /^\$?([A-Z]{0,3})\$?(\d{0,7})$/i.exec(rest);
  if (!parts || !isColumn(parts[1]!) || !isRow(parts[2]!)) return undefined;
  if (sheet !== undefined && sheet.replace(/^'|'$/g, "").toUpperCase() !== SHEET_NAME.toUpperCase()) {
    throw new FormulaSyntaxError(`there is no sheet ${sheet}, only ${SHEET_NAME}`, token.at);
  }
  if (parts[1] && parts[2]) return "cell";
  return parts[1] ? "column" : parts[2] ? "row" : undefined;
}

/** A reference to the one sheet there is, without its name: `A1` for `Sheet1!A1`. */
export function withoutSheet(reference: string): string {
  return reference.slice(reference.lastIndexOf("!") + 1);
}

function isColumn(letters: string): boolean {
  return letters.length < LAST_COLUMN.length || letters.toUpperCase() <= LAST_COLUMN;
}

function isRow(digits: string): boolean {
  return digits === "" || (Number(digits) >= 1 && Number(digits) <= MAX_ROW);
}
