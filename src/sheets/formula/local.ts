import type { Culture } from "../notation/culture";
import { rewrite, type Replacement } from "./rewrite";
import { tokenize } from "./read/tokens";

/** A formula in Excel's English notation as the user's Excel shows it. */
export function localFormula(formula: string, { list, decimal }: Culture): string {
  if (list === "," || !formula.startsWith("=")) return formula;
  // Between the columns of an array constant stands what is neither of the two.
  const column = decimal === "." ? "\\" : ".";
  let depth = 0;
  const replacements: Replacement[] = [];
  for (const { kind, text, start } of tokenize(formula)) {
    if (text === "{") depth++;
    if (text === "}") depth--;
    const local =
      kind === "symbol" && text === ","
        ? depth > 0
          ? column
          : list
        : kind === "number"
          ? text.replace(".", decimal)
          : text;
    if (local !== text) replacements.push({ start, end: start + text.length, text: local });
  }
  return rewrite(formula, replacements);
}
