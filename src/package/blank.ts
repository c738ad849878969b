import { zipSync } from "fflate";
import { blankStyles } from "./looks/blank-styles";
import { encode } from "./xml";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
};

/** As the clock on the wall shows it, as zip has it: the same bytes in every time zone. */
const EARLIEST = new Date(1980, 0, 1);

/** A workbook without sheets, to which sheets are added before anybody opens it. */
export function blankWorkbook(): Uint8Array {
  const parts = Object.entries(PARTS).map(([part, xml]): [string, string] => [part, HEAD + xml]);
  const entries = [...parts, ["xl/styles.xml", blankStyles()] as const];
  return zipSync(
    Object.fromEntries(entries.map(([part, xml]) => [part, [encode(xml), { mtime: EARLIEST }] as const])) as never,
  );
}
