import type { Session } from "../../functions";
import { auditScan } from "../../sheets/audit/audit";
import type { Scalar } from "../../sheets/formula";
import type { Job } from "../../sheets/job";
import { addressOfCell } from "../../sheets/notation/place";
import { layOut, type SheetCell, type SheetContent } from "../../sheets/own-sheet/content";
import { freeSheetName } from "../../sheets/own-sheet/sheet-name";
import { planShare, type SharePlan } from "../../sheets/share/plan";
import { sourcesContent } from "../../sheets/sources/content";
import { sourcesTexts } from "../../sheets/sources/texts";
import { sourceUses } from "../../sheets/sources/uses";
import { isFormulaContent, type Content } from "../../sheets/write/content";
import { Stylesheet } from "../looks/stylesheet";
import { addSheetPart, worksheet } from "../parts/sheets";
import type { Spreadsheet } from "../parts/spreadsheet";
import type { SavedWorkbook } from "../saved-workbook";
import { recordIn } from "../standing";
import { escapeCellText } from "../xml";

/** Adds a sheet with a title, lines and tables behind the others, bold where it is a heading and wrapped where it is long. */
function addSheet(file: Spreadsheet, name: string, content: SheetContent): void {
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

/**
 * Puts values in place of every formula that asks Orebook and adds a sheet of sources, so that the workbook reads well
 * without the add-in; the original keeps the formulas. Nothing is changed where the plan has obstacles.
 */
export async function shareSaved(
  workbook: SavedWorkbook,
  session: Session,
  now: Date,
  job: Job = {},
): Promise<SharePlan> {
  const { scan, file } = workbook;
  const { entries } = await auditScan(session, scan, recordIn(file).tables, job);
  const plan = planShare(scan, entries, { kind: "workbook" });
  if (plan.obstacles.length > 0) return plan;
  for (const { entry, values } of plan.conversions) {
    const { sheetId, row, column } = entry.place;
    const patch = workbook.patch(sheetId);
    values.forEach((line, r) =>
      line.forEach((content, c) => patch.freeze({ row: row + r, column: column + c, value: scalarOf(content) })),
    );
  }
  file.forgetCalculationOrder();
  const taken = scan.sheets.map((sheet) => sheet.name);
  const name = freeSheetName(sourcesTexts[session.language].sheet, taken);
  addSheet(file, name, sourcesContent(session, sourceUses(session, entries), now));
  return plan;
}

function scalarOf(content: Content): Scalar {
  if (isFormulaContent(content)) throw new RangeError("a value was to take the place of a formula");
  return content;
}
