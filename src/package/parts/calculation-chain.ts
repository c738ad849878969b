import type { Spreadsheet } from "./spreadsheet";

/** Takes out the part that lists the cells with formulas, for when they come or go; Excel makes it anew. */
export function forgetCalculationOrder(file: Spreadsheet): void {
  const chain = file.related(file.workbook, "calcChain");
  if (chain !== undefined) file.remove(chain, file.workbook);
}
