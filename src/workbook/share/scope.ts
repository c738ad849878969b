import type { Place } from "../place";
import { overlaps } from "../scan";

/** What an operation is to cover. */
export type ScopeKind = "selection" | "sheet" | "workbook";

/** Cells on a sheet, or (without an area) everything. */
export interface Scope {
  readonly kind: ScopeKind;
  /** The selected cells; for a sheet, any place on it. */
  readonly place: Place;
}

/** What is selected now. One round trip. */
export async function readScope(context: Excel.RequestContext, kind: ScopeKind): Promise<Scope> {
  const selected = context.workbook.getSelectedRange();
  selected.load("rowIndex,columnIndex,rowCount,columnCount");
  selected.worksheet.load("id,name");
  await context.sync();
  const { rowIndex, columnIndex, rowCount, columnCount, worksheet } = selected;
  return { kind, place: { sheetId: worksheet.id, sheet: worksheet.name, row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount } };
}

/** Whether any cell of a place lies in the scope: a spill belongs to it as a whole. */
export function isInScope({ kind, place: scope }: Scope, place: Place): boolean {
  if (kind === "workbook") return true;
  return place.sheetId === scope.sheetId && (kind === "sheet" || overlaps(place, scope));
}
