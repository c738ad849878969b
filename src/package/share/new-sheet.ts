import { layOut, type SheetCell, type SheetContent } from "../../sheets/own-sheet/content";
import { addressOfCell } from "../../sheets/notation/place";
import { edited, elements, escapeCellText, escapeXml } from "../xml";
import type { Spreadsheet } from "../parts/spreadsheet";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const WORKSHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Adds a sheet with a title, lines and tables behind the others, bold where it is a heading and wrapped where it is long. */
export function addSheet(file: Spreadsheet, name: string, content: SheetContent): void {
  const { cells, titleRow, headingRows, tables, widths } = layOut(content);
  const styles = stylesFor(file);
  const bold = new Set([titleRow, ...headingRows, ...tables.map(({ headerRow }) => headerRow)]);
  const first = Math.min(...tables.map(({ headerRow }) => headerRow));
  const rows = cells.map((row, r) => {
    const style = bold.has(r) ? styles.bold : r > first ? styles.wrapped : undefined;
    return `<row r="${r + 1}">${row.map((cell, c) => cellMarkup(cell, r, c, style)).join("")}</row>`;
  });
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width || 12}" customWidth="1"/>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><cols>${columns.join("")}</cols><sheetData>${rows.join("")}</sheetData></worksheet>`;
  let number = 1;
  while (file.has(`xl/worksheets/orebook${number}.xml`)) number++;
  const id = file.add(`xl/worksheets/orebook${number}.xml`, xml, file.workbook, WORKSHEET, WORKSHEET_TYPE);
  list(file, name, id);
}

function cellMarkup(cell: SheetCell, row: number, column: number, style: string | undefined): string {
  if (cell === "") return "";
  const open = `<c r="${addressOfCell(row, column)}"${style === undefined ? "" : ` s="${style}"`}`;
  if (typeof cell === "number") return `${open}><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `${open} t="b"><v>${cell ? 1 : 0}</v></c>`;
  const text = typeof cell === "object" ? cell.formula : cell;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(text)}</t></is></c>`;
}

/** Puts a sheet at the end of the workbook's list. */
function list(file: Spreadsheet, name: string, relationship: string): void {
  const xml = file.text(file.workbook);
  const [sheets] = elements(xml, "sheets");
  const sheet = elements(xml, "sheet");
  const id = Math.max(0, ...sheet.map(({ attributes }) => Number(attributes["sheetId"]))) + 1;
  const prefix = /^<(\w+:)?/.exec(xml.slice(sheets!.tag.start))?.[1] ?? "";
  const markup = `<${prefix}sheet xmlns:orebook="${RELATIONSHIPS}" name="${escapeXml(name)}" sheetId="${id}" orebook:id="${relationship}"/>`;
  const at = sheets!.content.end;
  file.setText(file.workbook, edited(xml, [{ start: at, end: at, text: markup }]));
}

/** Formats for headings and for wrapped text, added behind those that the workbook has; none where it has no formats. */
function stylesFor(file: Spreadsheet): { readonly bold?: string; readonly wrapped?: string } {
  const part = file.related(file.workbook, "styles");
  if (part === undefined) return {};
  const xml = file.text(part);
  const [fonts] = elements(xml, "fonts");
  const [formats] = elements(xml, "cellXfs");
  const [first] = fonts ? elements(xml, "font", fonts.content.start, fonts.content.end) : [];
  if (!fonts || !formats || !first) return {};
  const count = (within: typeof fonts, name: string) =>
    elements(xml, name, within.content.start, within.content.end).length;
  const [fontCount, formatCount] = [count(fonts, "font"), count(formats, "xf")];
  const prefix = /^<(\w+:)?/.exec(xml.slice(fonts.tag.start))?.[1] ?? "";
  const font = xml.slice(first.tag.start, first.end);
  const boldFont =
    first.content.start === first.content.end
      ? `<${prefix}font><${prefix}b/></${prefix}font>`
      : font.replace(">", `><${prefix}b/>`);
  const xf = (fontId: number, alignment: string) =>
    `<${prefix}xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0" xfId="0"${fontId > 0 ? ' applyFont="1"' : ""} applyAlignment="1"><${prefix}alignment vertical="top"${alignment}/></${prefix}xf>`;
  const edits = [
    { start: fonts.content.end, end: fonts.content.end, text: boldFont },
    { start: formats.content.end, end: formats.content.end, text: xf(fontCount, "") + xf(0, ' wrapText="1"') },
    ...counted(xml, fonts.tag, fontCount + 1),
    ...counted(xml, formats.tag, formatCount + 2),
  ];
  file.setText(part, edited(xml, edits));
  return { bold: String(formatCount), wrapped: String(formatCount + 1) };
}

function counted(
  xml: string,
  tag: { start: number; end: number },
  count: number,
): { start: number; end: number; text: string }[] {
  const at = /\scount="(\d+)"/.exec(xml.slice(tag.start, tag.end));
  if (!at) return [];
  const start = tag.start + at.index + ' count="'.length;
  return [{ start, end: start + at[1]!.length, text: String(count) }];
}
