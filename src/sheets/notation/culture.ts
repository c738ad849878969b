/** How a user's Excel writes numbers and formulas. */
export interface Culture {
  /** BCP 47, such as `de-DE`; undefined where Excel does not say. */
  readonly name: string | undefined;
  readonly decimal: string;
  /** Between the arguments of a formula. */
  readonly list: string;
}

export const ENGLISH: Culture = { name: undefined, decimal: ".", list: "," };

/** Excel separates arguments by a semicolon where the comma is the decimal sign. */
export function cultureOf(name: string, decimal: string): Culture {
  return { name, decimal, list: decimal === "," ? ";" : "," };
}
