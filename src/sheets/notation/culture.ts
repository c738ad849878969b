import type { Notation } from "../../functions/messages/notation";

/** How a user's Excel writes numbers and formulas. */
export interface Culture extends Notation {
  /** BCP 47, such as `de-DE`; undefined where Excel does not say. */
  readonly name: string | undefined;
}

export const ENGLISH: Culture = { name: undefined, decimal: ".", list: "," };

/** Switzerland and Liechtenstein, whichever sign they have for decimals. */
const SEMICOLON_REGIONS = /-(?:CH|LI)$/i;

/** Excel separates arguments by a semicolon where the comma is the decimal sign, and in some countries anyway. */
export function cultureOf(name: string, decimal: string): Culture {
  return { name, decimal, list: decimal === "," || SEMICOLON_REGIONS.test(name) ? ";" : "," };
}
