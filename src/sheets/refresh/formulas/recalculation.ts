import { isBusy, type Scalar, type Value } from "../../formula";
import type { WorkbookScan, Band } from "../../scan";
import { cellsIn } from "../../notation/areas";
import { cellKey, type CellPlace } from "../../notation/place";
import type { FormulaChanges, FormulaPlace } from "./formula-changes";
import { isShown } from "./shown";
import { keyOf } from "./dependence";

/** A formula to be recalculated, and what is to be seen then. */
export interface Recalculation extends FormulaPlace {
  /** What its cells must show; undefined: that only Excel can tell. */
  readonly expected: Value | undefined;
  /** The cells it fills, before or after. */
  readonly area: Band;
  /** What these cells showed before, by `cellKey`. */
  readonly before: ReadonlyMap<string, Scalar>;
}

/** What has to be recalculated for a change of standing; a formula that Excel does not recognise would not follow. */
export function recalculationsOf(scan: WorkbookScan, { changed, untold, stale }: FormulaChanges): Recalculation[] {
  const filled = new Map([...scan.orebookFormulas()].map((formula) => [keyOf(formula), formula.area]));
  const target = (place: FormulaPlace, expected: Value | undefined): Recalculation => {
    const own = filled.get(cellKey(place)) ?? { rows: 1, columns: 1 };
    const [rows, columns] = Array.isArray(expected) ? [expected.length, expected[0]!.length] : [1, 1];
    const area: Band = {
      sheetId: place.sheetId,
      row: place.row,
      column: place.column,
      rows: Math.max(own.rows, rows),
      columns: Math.max(own.columns, columns),
    };
    const sheet = scan.sheet(place.sheetId)!;
    return {
      ...place,
      expected,
      area,
      before: new Map(cellsIn(area).map((cell) => [cellKey(cell), sheet.value(cell.row, cell.column)])),
    };
  };
  return [
    ...changed
      .filter(({ isUnrecognised }) => !isUnrecognised)
      .map((change) =>
        target(change, change.part !== undefined ? undefined : change.blocked ? { error: "#SPILL!" } : change.new),
      ),
    ...[...untold, ...stale].map((place) => target(place, undefined)),
  ];
}

/** Whether the cells of a target show what they must, or at least are no longer being computed. */
export function hasFollowed(
  { row, column, sheetId, expected }: Recalculation,
  shown: (cell: CellPlace) => Scalar,
): boolean {
  if (isBusy(shown({ sheetId, row, column }))) return false;
  if (expected === undefined) return true;
  return isShown(expected, (r, c) => shown({ sheetId, row: row + r, column: column + c }));
}
