import { keptFormula } from "../../src/package/formulas/kept";
import { commentOf, markOf, type InsertedTable, type Standing } from "../../src/sheets/record";
import { toXml } from "../../src/sheets/record/document-record";
import { buildLayout } from "../../src/sheets/tables/build-layout";
import type { TableLayout } from "../../src/sheets/tables/layout";
import { addressOfCell } from "../../src/sheets/notation/place";
import { escapeXml } from "../../src/package/xml";
import type { Content } from "../../src/sheets/write/content";
import { sessionOf } from "../fixtures/seeds";
import { fileOf } from "./build";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** Formats by number: 1 a title, 2 a header, 3 figures, 4 figures on a band, 5 what stands beside. */
const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF636363"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF4472C4"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9E2F3"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="3" borderId="0" xfId="0"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

export interface TableFile {
  readonly bytes: Uint8Array;
  readonly layout: TableLayout;
}

/** A saved workbook with a prebuilt table at B2, as it was inserted when the workbook stood there. */
export function tableFile(recipe: string, mode: InsertedTable["mode"], standing: Standing, below = ""): TableFile {
  const layoutIn = (written: InsertedTable["mode"]): TableLayout => {
    const asked = { recipe, arguments: {}, mode: written, language: "en" } as const;
    const built = buildLayout({ ...sessionOf(), standing }, asked, standing);
    if ("refusal" in built) throw new Error(built.refusal);
    return built.layout;
  };
  const layout = layoutIn(mode);
  const values = layoutIn("values");
  const first = layout.rows.findIndex(({ isBody }) => isBody);
  const styleOf = (r: number) => {
    const { key, isBody } = layout.rows[r]!;
    if (isBody) return mode === "values" && (r - first) % 2 === 1 ? 4 : 3;
    return key === "title" ? 1 : key === "header" ? 2 : 5;
  };
  const rows = layout.rows.map(({ cells }, r) => {
    const markup = cells.map((content, c) => cell(r + 1, c + 1, content, values.rows[r]!.cells[c]!, styleOf(r)));
    return `<row r="${r + 2}">${markup.join("")}</row>`;
  });
  const { rows: height, columns } = { rows: layout.rows.length, columns: layout.columns };
  const table: InsertedTable = { id: "t1", recipe, arguments: {}, mode, standing, rows: height, columns };
  const area = `Report!$B$2:${addressOfCell(height, columns).replace(/^([A-Z]+)/, "$$$1$")}`;
  const comment = commentOf(table).replaceAll('"', "&quot;");
  const bytes = fileOf({
    sheets: [{ name: "Report", rows: rows.join("") + below.replaceAll("ROW", String(height + 4)) }],
    names: `<definedName name="${markOf("t1")}" localSheetId="0" hidden="1" comment="${comment}">${area}</definedName>`,
    relations: [
      ["customXml", "../customXml/item1.xml"],
      ["styles", "styles.xml"],
      ["calcChain", "calcChain.xml"],
    ],
    parts: {
      "customXml/item1.xml": toXml({ tables: [table], log: [], standing }),
      "xl/styles.xml": STYLES,
      "xl/calcChain.xml": '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    },
    types: { "xl/styles.xml": TYPE },
  });
  return { bytes, layout };
}

function cell(row: number, column: number, content: Content, value: Content, style: number): string {
  const formula = isFormula(content) ? `<f>${escapeXml(keptFormula(content.formula)!)}</f>` : "";
  const open = `<c r="${addressOfCell(row, column)}" s="${style}"`;
  if (value === null) return `${open}/>`;
  if (typeof value === "object") return `${open} t="e">${formula}<v>#N/A</v></c>`;
  if (typeof value === "number") return `${open}>${formula}<v>${value}</v></c>`;
  if (formula !== "") return `${open} t="str">${formula}<v>${escapeXml(String(value))}</v></c>`;
  return `${open} t="inlineStr"><is><t>${escapeXml(String(value))}</t></is></c>`;
}

function isFormula(content: Content): content is { readonly formula: string } {
  return content !== null && typeof content === "object" && "formula" in content;
}
