import { layOut, type SheetCell, type SheetContent } from "../../sheets/own-sheet/content";
import { addressOfCell } from "../../sheets/notation/place";
import { Stylesheet } from "../looks/stylesheet";
import { addSheetPart, worksheet } from "../parts/sheets";
import type { Spreadsheet } from "../parts/spreadsheet";
import { escapeCellText } from "../xml";

/** Adds a sheet with a title, lines and tables behind the others, bold where it is a heading and wrapped where it is long. */
export function addSheet(file: Spreadsheet, name: string, content: SheetContent): void {
  const { cells, titleRow, headingRows, tables, widths } = layOut(content);
  const styles = new Stylesheet(file);
  const heading = styles.derived(0, { font: { bold: true }, alignment: { vertical: "top" } });
  const wrapped = styles.derived(0, { alignment: { vertical: "top", wrapText: true } });
  const bold = new Set([titleRow, ...headingRows, ...tables.map(({ headerRow }) => headerRow)]);
  const first = Math.min(...tables.map(({ headerRow }) => headerRow));
  const rows = cells.map((row, r) => {
    const style = bold.has(r) ? heading : r > first ? wrapped : undefined;
    return `<row r="${r + 1}">${row.map((cell, c) => cellMarkup(cell, r, c, style)).join("")}</row>`;
  });
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width || 12}" customWidth="1"/>`,
  );
  styles.write();
  addSheetPart(file, name, worksheet(`<cols>${columns.join("")}</cols><sheetData>${rows.join("")}</sheetData>`));
}

function cellMarkup(cell: SheetCell, row: number, column: number, style: number | undefined): string {
  if (cell === "") return "";
  const open = `<c r="${addressOfCell(row, column)}"${style === undefined ? "" : ` s="${style}"`}`;
  if (typeof cell === "number") return `${open}><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `${open} t="b"><v>${cell ? 1 : 0}</v></c>`;
  const text = typeof cell === "object" ? cell.formula : cell;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(text)}</t></is></c>`;
}
