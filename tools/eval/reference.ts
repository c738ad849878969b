import { FormulaSyntaxError, type Reference } from "../../src/sheets/formula";

/** The one sheet there is. */
export const SHEET_NAME = "Sheet1";

/** Throws unless a reference is to the one sheet there is. */
export function requireOnlySheet({ sheet, start }: Reference): void {
  if (sheet === undefined || sheet.toUpperCase() === SHEET_NAME.toUpperCase()) return;
  throw new FormulaSyntaxError(`there is no sheet ${sheet}, only ${SHEET_NAME}`, start + 1);
}
