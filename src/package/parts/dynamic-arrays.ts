import {
  appended,
  attributesOf,
  childrenOf,
  edited,
  elements,
  inserted,
  elementsIn,
  placeOf,
  prefixOf,
  type Edit,
} from "../xml";
import { MAIN, RELATIONSHIPS, SPREADSHEET_TYPE, XML_HEAD } from "./formats";
import type { Spreadsheet } from "./spreadsheet";

const ARRAYS = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";

const ORDER = "metadataTypes metadataStrings mdxMetadata futureMetadata cellMetadata valueMetadata extLst".split(" ");

const BLANK = `${XML_HEAD}<metadata xmlns="${MAIN}"></metadata>`;

/**
 * The number that marks a formula whose results spill as far as they need; without it, Excel takes it for one that fills the
 * same cells for ever. What the workbook says about such marks is completed where it says nothing yet.
 */
export function dynamicArrayMark(file: Spreadsheet): string {
  const known = file.related(file.workbook, "sheetMetadata");
  const part = known ?? "xl/metadata.xml";
  if (known === undefined)
    file.add(part, BLANK, file.workbook, `${RELATIONSHIPS}/sheetMetadata`, `${SPREADSHEET_TYPE}.sheetMetadata+xml`);
  const xml = file.text(part);
  const p = prefixOf(xml);
  const listed = (list: string, item: string) => elementsIn(xml, elements(xml, list)[0], item);
  const types = listed("metadataTypes", "metadataType");
  const cells = listed("cellMetadata", "bk");
  const type = types.findIndex(({ attributes }) => attributes["name"] === "XLDAPR") + 1;
  const mark = cells.findIndex((cell) =>
    childrenOf(xml, cell).some(({ tag }) => attributesOf(xml, tag)["t"] === String(type)),
  );
  if (type > 0 && mark >= 0) return String(mark + 1);
  const future = `<${p}futureMetadata name="XLDAPR" count="1"><${p}bk><${p}extLst><${p}ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties xmlns:xda="${ARRAYS}" fDynamic="1" fCollapsed="0"/></${p}ext></${p}extLst></${p}bk></${p}futureMetadata>`;
  const described = `<${p}metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>`;
  const number = type > 0 ? type : types.length + 1;
  const edits: Edit[] = [
    ...(type > 0
      ? []
      : [
          ...appended(xml, "metadataTypes", ORDER, described, types.length + 1),
          inserted(placeOf(xml, "futureMetadata", ORDER), future),
        ]),
    ...appended(xml, "cellMetadata", ORDER, `<${p}bk><${p}rc t="${number}" v="0"/></${p}bk>`, cells.length + 1),
  ];
  file.setText(part, edited(xml, edits));
  return String(cells.length + 1);
}
