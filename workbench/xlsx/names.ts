/** The names that a file defines, as the workbook model has them. */
import type { WorkbookScan } from "../../src/sheets/scan";
import { parseRectangle, splitSheet } from "../host/a1";
import type { DefinedName } from "../host/workbook-model";

export function namesOf({ names, sheets }: WorkbookScan): DefinedName[] {
  // Names that Excel made for itself, such as areas to print, are no names to a person.
  const ours = names.all.filter(({ name }) => !name.startsWith("_xlnm."));
  return ours.map(({ name, sheetId, formula, comment }) => {
    const { sheet, rest } = splitSheet(formula.replace(/^=/, ""));
    const on = sheets.find((one) => one.name.toLowerCase() === sheet?.toLowerCase());
    const area = parseRectangle(rest);
    return {
      name,
      scope: sheetId ?? null,
      comment: comment ?? "",
      visible: !name.startsWith("_"),
      refersTo: on && area ? { sheet: on.id, ...area } : formula,
    };
  });
}
