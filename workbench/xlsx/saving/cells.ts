/** The contents of a sheet's cells, written where they are others than in the file. */
import type { SavedWorkbook as ExcelFile } from "../../../src/package";
import { keptFormula } from "../../../src/package/formulas/kept";
import { dynamicArrayMark } from "../../../src/package/parts/dynamic-arrays";
import type { Scalar } from "../../../src/sheets/formula";
import type { Rectangle } from "../../../src/sheets/notation/reference";
import type { SheetScan } from "../../../src/sheets/scan";
import { BUSY } from "../../host/busy";
import type { CellValue } from "../../host/workbook-model";
import { cellsOf } from "../sheet-facts";
import { shown } from "../value";
import type { SavedSheet, Source } from "./source";

export interface CellsSaved {
  /** What cannot be written. */
  readonly left: readonly string[];
  /** Whether a cell has no formula any more. */
  readonly losesFormulas: boolean;
}

/** @param headers texts that cells have to hold, whatever they show: `row column` */
export function saveCells(
  excel: ExcelFile,
  { here, id }: SavedSheet,
  { cells }: Source,
  headers: ReadonlyMap<string, string>,
): CellsSaved {
  const sheet = excel.scan.sheet(id)!;
  const patch = excel.patch(id);
  const left: string[] = [];
  let losesFormulas = false;
  const now = cells.used(here, true);
  const [rows, columns] = extent(sheet, now);
  if (rows === 0) return { left, losesFormulas };
  const all = { sheet: here, row: 0, column: 0, rowCount: rows, columnCount: columns };
  const [values, formulas, spilled] = [cells.values(all), cells.formulas(all), cells.spilled(all)];
  const wasFilled = new Set(sheet.spills.flatMap((area) => cellsOf(area).slice(1)));
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const header = headers.get(`${row} ${column}`);
      const value = header ?? values[row]![column]!;
      if (isWaiting(value)) {
        left.push(`a cell of ${sheet.name} still waits for its answer`);
        continue;
      }
      const at = { row, column };
      const text = header ?? formulas[row]![column]!;
      // A text that reads like a formula shows itself.
      const isFormula = typeof text === "string" && text.startsWith("=") && text !== value;
      const spill =
        isFormula && spilled[row]![column]!
          ? cells.spillArea({ sheet: here, ...at, rowCount: 1, columnCount: 1 })
          : null;
      const isFilled = spilled[row]![column]! && !spill && header === undefined;
      const formula = isFormula && !isFilled ? text : undefined;
      const [before, was] = [sheet.formula(row, column), sheet.value(row, column)];
      const area = spill && { ...at, rows: spill.rowCount, columns: spill.columnCount };
      if (formula !== undefined && formula !== before) {
        const kept = keptFormula(formula);
        if (kept === undefined) {
          left.push(`the formula ${formula} is beyond what is written here`);
          continue;
        }

        const mark = area ? { area, mark: dynamicArrayMark(excel.file) } : {};
        patch.enter({ ...at, formula: kept, value: scalarOf(value), ...mark });
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
      if (before === undefined && wasFilled.has(`${row} ${column}`)) continue;
      if (before !== undefined && formula === undefined) {
        losesFormulas = true;
        patch.freeze({ ...at, value: scalarOf(value) });
      } else if (!isSame(shown(was), value)) patch.set({ ...at, value: scalarOf(value) });
    }
  return { left: [...new Set(left)], losesFormulas };
}

function extent({ used }: SheetScan, now: ReturnType<Source["cells"]["used"]>): [rows: number, columns: number] {
  const { row = 0, rows = 0, column = 0, columns = 0 } = used ?? {};
  return [
    Math.max(row + rows, now ? now.row + now.rowCount : 0),
    Math.max(column + columns, now ? now.column + now.columnCount : 0),
  ];
}

function isSameBlock(values: readonly (readonly Scalar[])[], old: Rectangle, sheet: SheetScan): boolean {
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
