import { extension, fileOf } from "./build";

const NUMBER = "67330000000";
const IMPORTS = `<f>_xldudf_METALS_IMPORTS("copper",2024)</f><v>${NUMBER}</v>`;

/** Workbooks as several programs write them, each made by hand. */
export const CORPUS: Readonly<Record<string, Uint8Array>> = {
  "Excel's own: shared formulas, shared strings, a calculation chain": fileOf({
    strings: ["metal", "copper", "iron ore"],
    sheets: [
      {
        name: "Data",
        before:
          '<dimension ref="A1:B4"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="2" max="2" width="18" style="3" customWidth="1"/></cols>',
        rows: `<row r="1" spans="1:2"><c r="A1" s="1" t="s"><v>0</v></c></row><row r="2" spans="1:2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f t="shared" ref="B2:B4" si="0">_xldudf_METALS_IMPORTS(A2,2024)</f><v>${NUMBER}</v></c></row><row r="3" spans="1:2"><c r="A3" t="s"><v>2</v></c><c r="B3"><f t="shared" si="0"/><v>132430000000</v></c></row><row r="4" spans="1:2"><c r="A4" t="s"><v>1</v></c><c r="B4"><f t="shared" si="0"/><v>${NUMBER}</v></c></row>`,
      },
    ],
    relations: [["calcChain", "calcChain.xml"]],
    parts: { "xl/calcChain.xml": '<calcChain xmlns="x"><c r="B2" i="1"/></calcChain>' },
    types: { "xl/calcChain.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml" },
    ...{},
  }),
  "LibreOffice's: formulas with aca, styles on every cell": fileOf({
    sheets: [
      {
        name: "Sheet1",
        rows: `<row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="A1" s="0" t="n"><f aca="false">_xldudf_METALS_IMPORTS(&quot;copper&quot;,2024)</f><v>${NUMBER}</v></c><c r="B1" s="0" t="str"><f aca="false">"a"&amp;"b"</f><v>ab</v></c></row>`,
      },
    ],
  }),
  "exceljs': no spans, inline texts, prefixes of its own": fileOf({
    sheets: [
      {
        name: "Blatt",
        rows: `<?xml version="1.0" encoding="UTF-8"?>\n<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve"> copper</x:t></x:is></x:c><x:c r="B1">${IMPORTS.replaceAll("<", "<x:").replaceAll("<x:/", "</x:")}</x:c></x:row></x:sheetData></x:worksheet>`,
      },
    ],
  }),
  "Google's: cells and rows without places": fileOf({
    sheets: [
      {
        name: "Sheet1",
        rows: `<row><c t="inlineStr"><is><t>copper</t></is></c><c>${IMPORTS}</c></row><row><c><v>1</v></c></row>`,
      },
    ],
  }),
  "dates from 1904": fileOf({
    is1904: true,
    sheets: [
      {
        name: "Sheet1",
        rows: `<row r="1"><c r="A1" s="1"><v>44742</v></c><c r="B1"><f>_xldudf_REE_EXPORTS("magnets",A1)</f><v>5238</v></c></row>`,
      },
    ],
  }),
  "Chinese and quoted names of sheets, one hidden": fileOf({
    sheets: [
      { name: "铜 进口", rows: `<row r="1"><c r="A1">${IMPORTS}</c></row>` },
      {
        name: "Q1 ’24 &amp; more",
        rows: `<row r="1"><c r="A1"><f>'铜 进口'!A1*2</f><v>134660000000</v></c></row>`,
        state: "hidden",
      },
    ],
    names: `<definedName name="Metal">'铜 进口'!$A$1</definedName><definedName name="_orebook_1" localSheetId="1" hidden="1" comment="{}">'Q1 ’24 &amp;amp; more'!$A$1</definedName>`,
  }),
  "spills and functions younger than the format": fileOf({
    sheets: [
      {
        name: "Sheet1",
        rows: `<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B3">_xldudf_METALS_SERIES("imports","copper",2019,2024)</f><v>2019</v></c><c r="B1"><v>1</v></c><c r="D1" cm="1"><f t="array" ref="D1">SUM(_xlfn.ANCHORARRAY(A1))</f><v>6</v></c><c r="E1" cm="1"><f t="array" ref="E1:E2">_xlfn._xlws.SORT(_xlfn.LET(_xlpm.x,A1:A2,_xlpm.x))</f><v>2019</v></c></row><row r="2"><c r="A2"><v>2020</v></c><c r="B2"><v>2</v></c><c r="E2"><v>2020</v></c></row><row r="3"><c r="A3"><v>2021</v></c><c r="B3"><v>3</v></c></row>`,
      },
    ],
    relations: [["sheetMetadata", "metadata.xml"]],
    parts: { "xl/metadata.xml": '<metadata xmlns="x"><cellMetadata count="1"/></metadata>' },
  }),
  "a chart": fileOf({
    sheets: [
      {
        name: "Sheet1",
        rows: `<row r="1"><c r="A1">${IMPORTS}</c></row>`,
        after: '<drawing r:id="rId1"/>',
        relations: [["drawing", "../drawings/drawing1.xml"]],
      },
    ],
    parts: {
      "xl/drawings/drawing1.xml": "<wsDr/>",
      "xl/charts/chart1.xml": "<chartSpace><c:f>Sheet1!$A$1</c:f></chartSpace>",
    },
  }),
  "a pivot table": fileOf({
    sheets: [
      {
        name: "Sheet1",
        rows: `<row r="1"><c r="A1">${IMPORTS}</c></row>`,
        relations: [["pivotTable", "../pivotTables/pivotTable1.xml"]],
      },
    ],
    relations: [["pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"]],
    parts: {
      "xl/pivotTables/pivotTable1.xml": "<pivotTableDefinition/>",
      "xl/pivotCache/pivotCacheDefinition1.xml":
        '<pivotCacheDefinition><cacheSource type="worksheet"><worksheetSource ref="A1:B2" sheet="Sheet1"/></cacheSource></pivotCacheDefinition>',
    },
  }),
  "comments, validation, conditional formats, protection": fileOf({
    sheets: [
      {
        name: "Sheet1",
        rows: `<row r="1" hidden="1"><c r="A1">${IMPORTS}</c></row>`,
        after:
          '<sheetProtection sheet="1"/><conditionalFormatting sqref="A1"><cfRule type="dataBar" priority="1"/></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B1"><formula1>"a,b"</formula1></dataValidation></dataValidations><legacyDrawing r:id="rId2"/>',
        relations: [
          ["comments", "../comments1.xml"],
          ["vmlDrawing", "../drawings/vmlDrawing1.vml"],
        ],
      },
    ],
    parts: { "xl/comments1.xml": "<comments/>", "xl/drawings/vmlDrawing1.vml": "<xml/>" },
  }),
  macros: fileOf({
    type: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    sheets: [{ name: "Sheet1", rows: `<row r="1"><c r="A1">${IMPORTS}</c></row>` }],
    relations: [["http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"]],
    parts: { "xl/vbaProject.bin": Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256) },
  }),
  "a table, and Orebook's settings": fileOf({
    sheets: [
      {
        name: "Sheet1",
        rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>Metal</t></is></c><c r="B1" t="inlineStr"><is><t>USD</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>copper</t></is></c><c r="B2"><f>_xldudf_METALS_IMPORTS(T[[#This Row],[Metal]],2024)</f><v>${NUMBER}</v></c></row>`,
        relations: [["table", "../tables/table1.xml"]],
      },
    ],
    ...withTable(),
  }),
  "entries that are not packed": fileOf({
    stored: true,
    sheets: [{ name: "Sheet1", rows: `<row r="1"><c r="A1">${IMPORTS}</c></row>` }],
  }),
  "nothing on its sheet": fileOf({
    sheets: [
      {
        name: "Sheet1",
        rows: '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
      },
    ],
  }),
};

function withTable(): ReturnType<typeof extension> {
  const { parts, rootRelations } = extension({ orebook: { version: 1, release: "R1" } });
  return {
    ...(rootRelations ? { rootRelations } : {}),
    parts: {
      ...parts,
      "xl/tables/table1.xml":
        '<table xmlns="x" id="1" name="T" displayName="T" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="Metal"/><tableColumn id="2" name="USD"/></tableColumns></table>',
    },
  };
}
