import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { PackageFault, SavedWorkbook } from "../../../../src/package";
import { nearest } from "../../../../src/query/words/nearest";
import { addressOfCell } from "../../../../src/sheets/notation/place";
import type { SheetScan } from "../../../../src/sheets/scan";
import { ShapeFault } from "../reading";

export function readWorkbook(path: string) {
  const file = basename(path);
  try {
    return { file, sheets: SavedWorkbook.read(readFileSync(path)).scan.sheets };
  } catch (error) {
    if (!(error instanceof PackageFault)) throw error;
    throw new ShapeFault(file, `cannot be read as a workbook (.xlsx): ${error.message}`);
  }
}

export type Workbook = ReturnType<typeof readWorkbook>;

export function sheetOf({ file, sheets }: Workbook, name: string): SheetScan {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found) return found;
  const names = sheets.map((sheet) => sheet.name);
  const near = nearest(name, names, 1)[0];
  const hint = near === undefined ? "" : ` (renamed to "${near}"?)`;
  throw new ShapeFault(file, `has no sheet "${name}"${hint}; it has ${names.join(", ")}`);
}

/** A cell in words: file, sheet and address. */
export function placeIn(file: string, { name }: SheetScan, row: number, column: number): string {
  return `${file}, sheet ${name}, cell ${addressOfCell(row, column)}`;
}
