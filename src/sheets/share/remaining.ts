import type { AuditEntry } from "../audit/entry";
import { cellKey, type Place } from "../notation/place";
import { placeOf, readsOf, type Reads, type WorkbookScan } from "../scan";
import { isTracker } from "./ledger/tracker";

/** A formula of the workbook that stays when others are replaced. */
export interface RemainingFormula {
  readonly place: Place;
  readonly reads: Reads;
}

/** The formulas that stay when some are replaced. */
export function formulasLeft(scan: WorkbookScan, chosen: readonly AuditEntry[]): RemainingFormula[] {
  const gone = new Set(chosen.map(({ place }) => cellKey(place)));
  return scan.sheets.flatMap((sheet) =>
    [...sheet.formulaCells()]
      .filter(
        ({ row, column, formula }) => !gone.has(cellKey({ sheetId: sheet.id, row, column })) && !isTracker(formula),
      )
      .map(({ row, column, formula }) => ({
        place: placeOf(sheet, { row, column, rows: 1, columns: 1 }),
        reads: readsOf(scan, sheet, formula),
      })),
  );
}

/** Those that refer to a spill as one, which ends when its formula is replaced. */
export function spillReaders(remaining: readonly RemainingFormula[], replaced: readonly AuditEntry[]): Place[] {
  const ending = new Set(replaced.map(({ place }) => cellKey(place)));
  return remaining
    .filter(({ reads }) => reads.spills.some((cell) => ending.has(cellKey(cell))))
    .map(({ place }) => place);
}
