import type { Files } from "../data/read/files";
import { bytesOf, zip } from "../data/release/bundle";
import { addressOfCell } from "../../src/sheets/notation/place";
import { keptFormula } from "../../src/package/formulas/kept";
import { MAIN, PACKAGE, RELATIONSHIPS, SPREADSHEET_TYPE, XML_HEAD } from "../../src/package/parts/formats";
import { relationshipsMarkup } from "../../src/package/parts/relationships";
import { escapeXml } from "../../src/package/xml";
import { NAMESPACE } from "../../src/sheets/record/document-record";
import { Styles, type CellLook } from "./styles";

/** A cell of a sample: what it shows, and the formula that gives it. */
export interface SampleCell {
  readonly value: string | number | { readonly error: string } | null;
  /** With its equals sign, as people see it. */
  readonly formula?: string | undefined;
  /** Number format; General where there is none. */
  readonly format?: string | undefined;
  readonly look: CellLook;
}

export interface Sample {
  readonly sheet: string;
  readonly title: string;
  readonly rows: readonly (readonly SampleCell[])[];
  /** How many lines of text each row takes. */
  readonly lines: readonly number[];
  readonly widths: readonly number[];
  /** What the document remembers of Orebook, as XML. */
  readonly record: string;
  /** ISO day: the file's own date. */
  readonly day: string;
}

/** The height of a line in points. */
const LINE = 15;

/** All columns on one page. */
const PRINTED = '<pageSetup orientation="landscape" fitToHeight="0"/>';

/** Any GUID serves. */
const ITEM_ID = "{6F0B2C1D-3A54-4E8B-9C77-0E0B00C0DE01}";

/** Of the Excel of today: one that finds an older number, or none, computes everything anew, which without the add-in is `#NAME?`. */
const CALCULATION = 191029;

/** The format is Excel's own: LibreOffice trusts the values of such a file, and computes those of others anew. */
const VERSION = '<fileVersion appName="xl" lastEdited="7" lowestEdited="7"/>';

/**
 * A workbook of one sheet as Excel keeps it, with the functions under the names that Excel stores for those of an add-in, and
 * what they gave: it shows its figures everywhere, and calculates where the add-in is. The same sample gives the same bytes.
 */
export function workbookOf(sample: Sample): Uint8Array {
  const styles = new Styles();
  const sheet = sheetXml(sample, styles);
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET_TYPE}.styles+xml"/><Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`,
    "_rels/.rels": relationshipsMarkup({ officeDocument: "xl/workbook.xml" }),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${VERSION}<sheets><sheet name="${escapeXml(sample.sheet)}" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="${CALCULATION}"/></workbook>`,
    "xl/_rels/workbook.xml.rels": relationshipsMarkup({
      worksheet: "worksheets/sheet1.xml",
      styles: "styles.xml",
      customXml: "../customXml/item1.xml",
    }),
    "xl/worksheets/sheet1.xml": sheet,
    "xl/styles.xml": styles.xml(),
    "customXml/item1.xml": sample.record,
    "customXml/_rels/item1.xml.rels": relationshipsMarkup({ customXmlProps: "itemProps1.xml" }),
    "customXml/itemProps1.xml": `<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  };
  const files: Files = new Map(Object.entries(parts).map(([path, xml]) => [path, bytesOf(`${XML_HEAD}${xml}`)]));
  return zip(files, sample.day);
}

function sheetXml({ rows, lines: high, widths }: Sample, styles: Styles): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const lines = rows.map(
    (cells, r) =>
      `<row r="${r + 1}"${heightOf(high[r]!)}>${cells.map((cell, c) => cellXml(cell, r, c, styles)).join("")}</row>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>${columns.join("")}</cols><sheetData>${lines.join("")}</sheetData>${PRINTED}</worksheet>`;
}

function heightOf(lines: number): string {
  return lines > 1 ? ` ht="${lines * LINE}" customHeight="1"` : "";
}

function cellXml(cell: SampleCell, row: number, column: number, styles: Styles): string {
  const { value, formula } = cell;
  const style = styles.of(cell);
  const open = `<c r="${addressOfCell(row, column)}" s="${style}"`;
  if (value === null) return style === 0 ? "" : `${open}/>`;
  const asked = formula === undefined ? "" : `<f>${escapeXml(keptFormula(formula)!)}</f>`;
  if (typeof value === "number") return `${open}>${asked}<v>${value}</v></c>`;
  if (typeof value === "object") return `${open} t="e">${asked}<v>${value.error}</v></c>`;
  if (asked) return `${open} t="str">${asked}<v>${escapeXml(value)}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}
