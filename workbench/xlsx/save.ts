/** What was done to an opened workbook, as an edit of its file: all that nobody touched stays byte for byte. */
import type { SavedWorkbook as ExcelFile } from "../../src/package";
import { blankWorkbook } from "../../src/package/blank";
import { Stylesheet } from "../../src/package/looks/stylesheet";
import { readSettings, recordParts, writeRecordPart, writeSettings } from "../../src/package/parts/standing";
import { NAMESPACE } from "../../src/sheets/record/document-record";
import { saveCells } from "./saving/cells";
import { withLooks } from "./saving/looks";
import { saveNames } from "./saving/names";
import { saveSheets } from "./saving/sheets";
import type { Source } from "./saving/source";
import { headersOn, saveTables } from "./saving/tables";
import { readStyles } from "./styles";

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** What was changed here and cannot be written. */
  readonly left: readonly string[];
}

/** @param opened the file that the workbook was opened from; a workbook that began here gets one of its own */
export function saveFile(opened: { readonly bytes: Uint8Array } | undefined, source: Source): SavedFile {
  const listed = saveSheets(opened?.bytes ?? blankWorkbook(), source);
  const { excel, sheets, renamed } = listed;
  const { file } = excel;
  const before = new Map(sheets.map(({ id, part }) => [id, file.text(part)]));
  const saved = sheets.map((sheet) => saveCells(excel, sheet, source, headersOn(sheet.here, source)));
  excel.carryOut();
  saveLooks(excel, sheets, before, source);
  saveTables(excel, source, sheets);
  saveNames(excel, source, sheets, renamed);
  saveStanding(excel, source);
  if ([listed, ...saved].some(({ losesFormulas }) => losesFormulas)) file.forgetCalculationOrder();
  const charts = source.charts.list().map(({ name }) => `the chart ${name} is new`);
  return { bytes: excel.bytes(), left: [...listed.left, ...saved.flatMap(({ left }) => left), ...charts] };
}

function saveLooks(
  excel: ExcelFile,
  sheets: Parameters<typeof saveTables>[2],
  before: ReadonlyMap<string, string>,
  source: Source,
): void {
  const { file } = excel;
  let stylesheet: Stylesheet | undefined;
  const styles = {
    style: readStyles(excel),
    derived: (...of: Parameters<Stylesheet["derived"]>) => (stylesheet ??= new Stylesheet(file)).derived(...of),
  };
  for (const sheet of sheets)
    file.setText(sheet.part, withLooks(before.get(sheet.id)!, file.text(sheet.part), sheet, source, styles));
  stylesheet?.write();
}

/** Settings of a copy of the add-in that the file knows, and the record, which is every copy's. */
function saveStanding({ file }: ExcelFile, { settings, xmlParts }: Source): void {
  const [entry] = readSettings(file);
  const own = settings.get("orebook");
  if (entry && own !== undefined && own !== JSON.stringify(entry.value)) writeSettings(file, entry, JSON.parse(own));
  const record = xmlParts.list().find(({ xml }) => xml.includes(NAMESPACE));
  if (record && record.xml !== recordParts(file)[0]?.xml) writeRecordPart(file, record.xml);
}
