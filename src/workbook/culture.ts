import { type Culture, ENGLISH, cultureOf } from "../sheets/notation/culture";

/** Reads the culture; where Excel is too old to tell (before ExcelApi 1.11), the English one. */
export async function readCulture(): Promise<Culture> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.11")) return ENGLISH;
  return Excel.run(async (context) => {
    const culture = context.application.cultureInfo.load("name");
    culture.numberFormat.load("numberDecimalSeparator");
    await context.sync();
    return cultureOf(culture.name, culture.numberFormat.numberDecimalSeparator);
  });
}
