import { rectangleOf } from "../../sheets/notation/reference";
import type { TableScan } from "../../sheets/scan";
import { attributesOf, tagsOf } from "../xml";
import type { SheetEntry } from "./workbook-part";
import type { Spreadsheet } from "./spreadsheet";

export function readTables(file: Spreadsheet, { id, part }: SheetEntry): TableScan[] {
  if (part === undefined) return [];
  return file.allRelated(part, "table").flatMap((target) => {
    const xml = file.text(target);
    const tag = [...tagsOf(xml)].find(({ name }) => name === "table");
    const said = tag ? attributesOf(xml, tag) : {};
    const { displayName, name = "", ref = "", headerRowCount = "1", totalsRowCount = "0" } = said;
    const area = rectangleOf(ref);
    const [hasHeaders, hasTotals] = [headerRowCount !== "0", totalsRowCount !== "0"];
    return area ? [{ name: displayName ?? name, sheetId: id, area, hasHeaders, hasTotals }] : [];
  });
}
