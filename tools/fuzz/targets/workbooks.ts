import { MAIN, PACKAGE, RELATIONSHIPS, SPREADSHEET_TYPE, XML_HEAD } from "../../../src/package/parts/formats";
import { relationshipsMarkup } from "../../../src/package/parts/relationships";

const relations = (all: Readonly<Record<string, string>>): string => XML_HEAD + relationshipsMarkup(all);

function workbook(
  rows: string,
  more: Readonly<Record<string, string>> = {},
  after = "",
  names = "",
): Record<string, string> {
  return {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET_TYPE}.sheet.main+xml"/></Types>`,
    "_rels/.rels": relations({ officeDocument: "xl/workbook.xml" }),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr date1904="1"/><sheets><sheet name="Data" sheetId="5" r:id="rId1"/></sheets><definedNames>${names}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": relations({
      worksheet: "worksheets/sheet1.xml",
      sharedStrings: "sharedStrings.xml",
    }),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"><si><t>metal</t></si><si><r><t xml:space="preserve"> cop</t></r><r><t>per_x000D_</t></r></si></sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><dimension ref="A1:B4"/><sheetData>${rows}</sheetData>${after}</worksheet>`,
    ...more,
  };
}

/** Small workbooks as several programs write them. */
export const WORKBOOKS: readonly Readonly<Record<string, string>>[] = [
  workbook(
    '<row r="1" spans="1:2"><c r="A1" s="1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f t="shared" ref="B2:B4" si="0">_xldudf_METALS_IMPORTS(A2,2024)</f><v>6.7E10</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row><row r="4" hidden="1"><c r="B4" t="e"><f t="shared" si="0"/><v>#N/A</v></c></row>',
    {},
    '<sheetProtection sheet="1"/>',
    '<definedName name="Metal">Data!$A$1</definedName><definedName name="_orebook_1" localSheetId="0" hidden="1" comment="{}">Data!$A$1:$B$4</definedName>',
  ),
  workbook(
    '<row><c t="inlineStr"><is><t>copper &amp; &#x94DC;</t></is></c><c><f>SUM(A1:A2)*"a"&amp;"b"</f><v>ab</v></c></row><row r="7"><c r="C7" cm="1"><f t="array" ref="C7:D9">_xldudf_METALS_SERIES("imports","copper",2019,2024)</f><v>2019</v></c><c r="D7" t="b"><v>1</v></c></row>',
  ),
  workbook(
    '<row r="1"><c r="A1" t="str"><v>Year</v></c><c r="B1" t="str"><v>Metal</v></c></row><row r="2"><c r="A2"><v>2024</v></c><c r="B2"><f>_xldudf_METALS_IMPORTS(T[[#This Row],[Metal]],T[[#This Row],[Year]])</f><v/></c></row>',
    {
      "xl/worksheets/_rels/sheet1.xml.rels": relations({ table: "../tables/table1.xml" }),
      "xl/tables/table1.xml": `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="A1:B2" totalsRowShown="0"><tableColumns count="2"><tableColumn id="1" name="Year"/><tableColumn id="2" name="Metal"/></tableColumns></table>`,
    },
    '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
  ),
];
