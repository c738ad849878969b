import { cellKey, type CellPlace } from "../notation/place";
import { rectangleOf, splitSheet } from "../notation/reference";
import { tokenize } from "../formula/read/tokens";
import type { SheetScan } from "./sheet-scan";
import type { WorkbookScan } from "./workbook-scan";

/** The cells whose spills matter: Orebook's formulas, and those that one of them refers to as `A1#`. */
export function anchorsOf(scan: WorkbookScan, spilling: ReadonlySet<string>): Anchor[] {
  const anchors = new Map<string, Anchor>();
  const add = (sheet: SheetScan, row: number, column: number) => {
    const at = { sheetId: sheet.id, row, column };
    const formula = sheet.formula(row, column);
    if (spilling.has(sheet.id) && formula !== undefined) anchors.set(cellKey(at), { ...at, formula });
  };
  if (spilling.size === 0) return [];
  for (const { sheet, row, column, formula } of scan.orebookFormulas()) {
    add(sheet, row, column);
    for (const { on, at } of spillReferences(formula)) {
      const referred = on === undefined ? sheet : scan.sheetNamed(on);
      const cell = rectangleOf(at);
      if (referred && cell) add(referred, cell.row, cell.column);
    }
  }
  return [...anchors.values()];
}

/** References of the form `A1#`. */
function spillReferences(formula: string): { on: string | undefined; at: string }[] {
  if (!formula.includes("#")) return [];
  const tokens = tokenize(formula);
  return tokens.flatMap(({ kind, text }, i) => {
    if (kind !== "word" || tokens[i + 1]?.text !== "#") return [];
    const { sheet, rest } = splitSheet(text);
    return [{ on: sheet, at: rest }];
  });
}

/** A cell whose formula may fill more than its own cell. */
export interface Anchor extends CellPlace {
  readonly formula: string;
}
