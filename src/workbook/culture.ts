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

/** Reads the culture; where Excel is too old to tell (before ExcelApi 1.11), the English one. */
export async function readCulture(): Promise<Culture> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.11")) return ENGLISH;
  return Excel.run(async (context) => {
    const culture = context.application.cultureInfo;
    culture.load("name");
    culture.numberFormat.load("numberDecimalSeparator");
    await context.sync();
    return cultureOf(culture.name, culture.numberFormat.numberDecimalSeparator);
  });
}
