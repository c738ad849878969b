import { fileOf, relationships } from "../../package/build";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><color theme="1"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills><borders count="2"><border/><border><bottom style="thin"><color rgb="FF808080"/></bottom></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" applyFont="1"><alignment horizontal="center" wrapText="1"/><protection locked="0"/></xf><xf numFmtId="3" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>`;

const table = (id: number, name: string, ref: string, columns: readonly string[]) =>
  `<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.map((column, i) => `<tableColumn id="${i + 1}" name="${column}"/>`).join("")}</tableColumns></table>`;

/** Two sheets with looks, sizes, names and tables, and things that are not shown. */
export const REPORT = fileOf({
  strings: ["Lithium", "a", "b"],
  sheets: [
    {
      name: "Data",
      before:
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><cols><col min="1" max="1" width="24" customWidth="1"/><col min="4" max="7" width="12" style="2" customWidth="1"/></cols>',
      rows: '<row r="1" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row><row r="2"><c r="A2" s="2"><f>_xldudf_METALS_PRODUCTION("lithium",2024,"World")</f><v>240000</v></c><c r="B2" s="2"><f>A2*2</f><v>480000</v></c><c r="C2"><v>7</v></c></row>',
      after:
        '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><conditionalFormatting sqref="A2"><cfRule type="dataBar" priority="1"/></conditionalFormatting>',
    },
    {
      name: "Notes",
      rows: '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>2</v></c><c r="F1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="F2"><v>1</v></c></row>',
      state: "hidden",
      after: '<tableParts count="2"><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts>',
      relations: [
        ["table", "../tables/table1.xml"],
        ["table", "../tables/table7.xml"],
      ],
    },
  ],
  names:
    '<definedName name="World">Data!$A$2</definedName><definedName name="OfData" localSheetId="0">Data!$B$2</definedName>',
  relations: [["styles", "styles.xml"]],
  parts: {
    "xl/styles.xml": STYLES,
    "xl/tables/table1.xml": table(1, "Kept", "A1:B2", ["a", "b"]),
    "xl/tables/table7.xml": table(7, "Gone", "F1:F2", ["a"]),
    "docProps/extra.rels": relationships([]),
  },
  types: {
    "xl/styles.xml": `${TYPES}.styles+xml`,
    "xl/tables/table1.xml": `${TYPES}.table+xml`,
    "xl/tables/table7.xml": `${TYPES}.table+xml`,
  },
});
