/** What was done to an opened workbook, as an edit of its file: all that nobody touched stays byte for byte. */
import { SavedWorkbook as ExcelFile } from "../../src/package";
import { keptFormula } from "../../src/package/formulas/kept";
import { readSettings, recordParts, writeRecordPart, writeSettings } from "../../src/package/parts/standing";
import { writeNames } from "../../src/package/parts/workbook-part";
import { NAMESPACE } from "../../src/sheets/record/document-record";
import { quoteSheetName, rectangleAddress } from "../host/a1";
import type { Scalar } from "../../src/sheets/formula";
import type { SheetScan } from "../../src/sheets/scan";
import { BUSY } from "../grid/cell-data";
import type { GridWorkbook } from "../grid/grid-workbook";
import type { CellValue, DefinedName } from "../host/workbook-model";
import { cellsOf } from "./sheet";
import { namesOf, type OpenedFile } from "./open";
import { shown } from "./value";

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** What was changed here and cannot be written. */
  readonly left: readonly string[];
}

export function saveFile({ bytes }: OpenedFile, workbook: GridWorkbook): SavedFile {
  const excel = ExcelFile.read(bytes);
  const left: string[] = [];
  const sheets = workbook.sheets.list();
  for (const sheet of excel.scan.sheets) {
    if (sheets.some(({ id }) => id === sheet.id)) saveCells(excel, sheet, workbook, left);
    else if (sheet.used) left.push(`the sheet ${sheet.name} was deleted here and stays`);
  }
  for (const { id, name } of sheets) if (!excel.scan.sheet(id)) left.push(`the sheet ${name} is new`);
  saveNames(excel, workbook);
  saveStanding(excel, workbook);
  const known = new Set(excel.scan.tables.map(({ name }) => name.toLowerCase()));
  for (const { name } of workbook.tables.list())
    if (!known.has(name.toLowerCase())) left.push(`the table ${name} is new; its cells are written`);
  for (const { name } of workbook.charts.list()) left.push(`the chart ${name} is new`);
  return { bytes: excel.bytes(), left };
}

function saveCells(excel: ExcelFile, sheet: SheetScan, { cells, spills }: GridWorkbook, left: string[]): void {
  const patch = excel.patch(sheet.id);
  const now = cells.used(sheet.id, true);
  const rows = Math.max((sheet.used?.row ?? 0) + (sheet.used?.rows ?? 0), now ? now.row + now.rowCount : 0);
  const columns = Math.max(
    (sheet.used?.column ?? 0) + (sheet.used?.columns ?? 0),
    now ? now.column + now.columnCount : 0,
  );
  if (rows === 0) return;
  const all = { sheet: sheet.id, row: 0, column: 0, rowCount: rows, columnCount: columns };
  const [values, formulas] = [cells.values(all), cells.formulas(all)];
  const filled = new Set<string>();
  for (const one of spills.on(sheet.id)) {
    const area = { row: one.row, column: one.column, rows: one.rowCount, columns: one.columnCount };
    for (const cell of cellsOf(area).slice(1)) filled.add(cell);
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = values[row]![column]!;
      const text = formulas[row]![column]!;
      if (isWaiting(value)) continue;
      const at = { row, column };
      const formula =
        typeof text === "string" && text.startsWith("=") && !filled.has(`${row} ${column}`) ? text : undefined;
      const [before, was] = [sheet.formula(row, column), sheet.value(row, column)];
      const spill = formula === undefined ? null : spills.of({ sheet: sheet.id, ...at, rowCount: 1, columnCount: 1 });
      const area = spill && { ...at, rows: spill.rowCount, columns: spill.columnCount };
      if (formula !== undefined && formula !== before) {
        const kept = keptFormula(formula);
        if (kept === undefined) left.push(`the formula ${formula} is beyond what is written here`);
        else patch.enter({ ...at, formula: kept, value: scalarOf(value), area: area ?? undefined });
        continue;
      }
      if (area && before !== undefined) {
        const old = sheet.areaOf(row, column);
        const is = Array.from({ length: area.rows }, (_, r) =>
          Array.from({ length: area.columns }, (__, c) => scalarOf(values[row + r]?.[column + c] ?? "")),
        );
        if (!isSameBlock(is, old, sheet)) patch.spill({ ...at, old, values: is });
        continue;
      }
      if (before === undefined && sheet.spills.some((one) => cellsOf(one).slice(1).includes(`${row} ${column}`)))
        continue;
      if (isSame(shown(was), value)) continue;
      if (before !== undefined && formula === undefined) patch.freeze({ ...at, value: scalarOf(value) });
      else if (!filled.has(`${row} ${column}`) || before === undefined) patch.set({ ...at, value: scalarOf(value) });
    }
}

function isSameBlock(
  values: readonly (readonly Scalar[])[],
  old: { row: number; column: number; rows: number; columns: number },
  sheet: SheetScan,
): boolean {
  return (
    values.length === old.rows &&
    values[0]!.length === old.columns &&
    values.every((line, r) =>
      line.every((value, c) => isSame(shown(sheet.value(old.row + r, old.column + c)), shown(value))),
    )
  );
}

const isWaiting = (value: CellValue): boolean => typeof value === "object" && value.error === BUSY;

/** A sum computed in another order is no other value. */
function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a === "object" && typeof b === "object") return a.error === b.error;
  return a === b;
}

function scalarOf(value: CellValue): Scalar {
  return value === "" ? null : typeof value === "object" ? { error: value.error } : value;
}

function saveNames(excel: ExcelFile, workbook: GridWorkbook): void {
  const { sheets } = excel.scan;
  const indexOf = (scope: string | null) => (scope === null ? undefined : sheets.findIndex(({ id }) => id === scope));
  const textOf = ({ refersTo }: DefinedName): string =>
    typeof refersTo === "string"
      ? refersTo.replace(/^=/, "")
      : `${quoteSheetName(workbook.sheets.get(refersTo.sheet)!.name)}!${rectangleAddress(refersTo, true)}`;
  const keyOf = ({ name, scope }: DefinedName) => `${scope ?? ""} ${name.toLowerCase()}`;
  const [was, is] = [namesOf(excel.scan), workbook.names.list()].map(
    (list) => new Map(list.map((one) => [keyOf(one), one])),
  );
  const entry = (one: DefinedName, formula: string | undefined) => ({
    name: one.name,
    sheet: indexOf(one.scope),
    comment: one.comment,
    isHidden: !one.visible,
    formula,
  });
  const isOfFile = ({ scope }: DefinedName) => indexOf(scope) !== -1;
  const changed = [...is!]
    .filter(([key, one]) => isOfFile(one) && JSON.stringify(was!.get(key)) !== JSON.stringify(one))
    .filter(
      ([key, one]) =>
        !was!.has(key) || textOf(was!.get(key)!) !== textOf(one) || was!.get(key)!.comment !== one.comment,
    )
    .map(([, one]) => entry(one, keptFormula(`=${textOf(one)}`) ?? textOf(one)));
  const gone = [...was!].filter(([key]) => !is!.has(key)).map(([, one]) => entry(one, undefined));
  if (changed.length + gone.length > 0) writeNames(excel.file, [...changed, ...gone]);
}

/** Settings of a copy of the add-in that the file knows, and the record, which is every copy's. */
function saveStanding({ file }: ExcelFile, { settings, xmlParts }: GridWorkbook): void {
  const [entry] = readSettings(file);
  const own = settings.get("orebook");
  if (entry && own !== undefined && own !== JSON.stringify(entry.value)) writeSettings(file, entry, JSON.parse(own));
  const record = xmlParts.list().find(({ xml }) => xml.includes(NAMESPACE));
  if (record && record.xml !== recordParts(file)[0]?.xml) writeRecordPart(file, record.xml);
}
