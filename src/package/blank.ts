import { zipSync } from "fflate";
import { BLANK_STYLES } from "./looks/blank-styles";
import { MAIN, PACKAGE, SPREADSHEET_TYPE, XML_HEAD } from "./parts/formats";
import { relationshipsMarkup } from "./parts/relationships";
import { encode } from "./xml";

const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET_TYPE}.styles+xml"/></Types>`,
  "_rels/.rels": relationshipsMarkup({ officeDocument: "xl/workbook.xml" }),
  "xl/workbook.xml": `<workbook xmlns="${MAIN}"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": relationshipsMarkup({ styles: "styles.xml" }),
};

/** As the clock on the wall shows it, as zip has it: the same bytes in every time zone. */
const EARLIEST = new Date(1980, 0, 1);

/** A workbook without sheets, to which sheets are added before anybody opens it. */
export function blankWorkbook(): Uint8Array {
  const entries = Object.entries(PARTS).map(([part, xml]): [string, Uint8Array] => [part, encode(XML_HEAD + xml)]);
  const parts = Object.fromEntries([...entries, ["xl/styles.xml", encode(BLANK_STYLES)]]);
  return zipSync(parts, { mtime: EARLIEST });
}
