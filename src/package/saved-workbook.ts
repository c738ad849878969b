import { rectangleOf } from "../sheets/notation/reference";
import { SheetScan, WorkbookScan, type SheetFacts } from "../sheets/scan";
import { SheetPatch, type CellFormula } from "./cells/patch";
import { readSheet } from "./cells/read-sheet";
import { SheetText } from "./cells/sheet-text";
import { readSharedStrings } from "./cells/strings";
import { shownFormula } from "./formulas/shown";
import { Spreadsheet } from "./parts/spreadsheet";
import { readTables } from "./parts/tables";
import { readWorkbookPart, writeNames, type SheetEntry, type WorkbookPart } from "./parts/workbook-part";
import { attributesOf, tagsOf } from "./xml";

/** A workbook read from a file: what Excel would tell of it, and a way to change cells without touching the rest. */
export class SavedWorkbook {
  readonly scan: WorkbookScan;
  readonly dateSystem: 1900 | 1904;
  private readonly sheets = new Map<string, { readonly part: string; readonly text: SheetText }>();
  private readonly patches = new Map<string, SheetPatch>();

  private constructor(readonly file: Spreadsheet) {
    const workbook = readWorkbookPart(file);
    const stringsPart = file.related(file.workbook, "sharedStrings");
    const strings = stringsPart === undefined ? [] : readSharedStrings(file.text(stringsPart));
    const scans = workbook.sheets.map((entry) => this.readSheet(entry, strings));
    const tables = workbook.sheets.flatMap((entry) => readTables(file, entry));
    this.dateSystem = workbook.is1904 ? 1904 : 1900;
    this.scan = new WorkbookScan(scans, namesOf(workbook), tables);
  }

  /** Throws a `PackageFault` for what is no workbook or cannot be written back without hurting it. */
  static read(bytes: Uint8Array): SavedWorkbook {
    return new SavedWorkbook(Spreadsheet.read(bytes));
  }

  /** Collects changes of a sheet; they are carried out by `bytes`. */
  patch(sheetId: string): SheetPatch {
    const known = this.patches.get(sheetId);
    if (known) return known;
    const sheet = this.sheets.get(sheetId);
    if (!sheet) throw new RangeError(`no cells on sheet ${sheetId}`);
    const patch = new SheetPatch(sheet.text);
    this.patches.set(sheetId, patch);
    return patch;
  }

  /** How a formula stands in its cell, for another of its kind: as one that fills cells, and under which mark. */
  formOf(sheetId: string, row: number, column: number): Pick<CellFormula, "area" | "mark"> {
    const text = this.sheets.get(sheetId)?.text;
    const cell = text?.cellAt(row, column);
    if (!text || !cell || cell.formula.start < 0) return {};
    const { ref, t } = attributesOf(text.xml, { start: cell.formula.start, end: cell.formula.end });
    return { area: t === "array" ? rectangleOf(ref ?? "") : undefined, mark: attributesOf(text.xml, cell.tag)["cm"] };
  }

  /** The number of a cell's format; undefined for one that the file does not have. */
  styleAt(sheetId: string, row: number, column: number): number | undefined {
    const text = this.sheets.get(sheetId)?.text;
    const cell = text?.cellAt(row, column);
    return text && cell ? Number(attributesOf(text.xml, cell.tag)["s"] ?? 0) : undefined;
  }

  /** Lets the hidden name by which a sheet marks a table mean these cells, and say this of them. */
  setMark(name: string, sheetId: string, formula: string, comment: string): void {
    const sheet = this.scan.sheets.findIndex(({ id }) => id === sheetId);
    writeNames(this.file, [{ name, sheet, formula, comment, isHidden: true }]);
  }

  /** The file with every change; the very same bytes where there is none. */
  bytes(): Uint8Array {
    this.carryOut();
    return this.file.bytes();
  }

  /** Writes what was collected into the texts of the sheets; what is changed there afterwards is changed there. */
  carryOut(): void {
    for (const [id, patch] of this.patches) this.file.setText(this.sheets.get(id)!.part, patch.text());
    this.patches.clear();
  }

  private readSheet({ id, name, visibility, part }: SheetEntry, strings: readonly string[]): SheetScan {
    if (part === undefined) return new SheetScan({ id, name, visibility, isProtected: false }, undefined, []);
    const text = new SheetText(this.file.text(part));
    this.sheets.set(id, { part, text });
    const { used, blocks, spills, hidesRows } = readSheet(text, strings);
    const facts: SheetFacts = { id, name, visibility, isProtected: isProtected(text), hidesRows };
    return new SheetScan(facts, used, blocks, spills);
  }
}

function isProtected({ xml, data }: SheetText): boolean {
  for (const tag of tagsOf(xml, data.end)) {
    if (tag.name !== "sheetProtection") continue;
    const { sheet } = attributesOf(xml, tag);
    return sheet === "1" || sheet === "true";
  }
  return false;
}

function namesOf({ sheets, names }: WorkbookPart): ConstructorParameters<typeof WorkbookScan>[1] {
  return names.map(({ name, sheet, formula, comment }) => ({
    name,
    sheetId: sheet === undefined ? undefined : sheets[sheet]?.id,
    formula: shownFormula(formula),
    comment,
  }));
}
