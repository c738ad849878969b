import type { Place } from "../notation/place";
import { overlaps } from "../scan";

/** The selected cells, a sheet or everything. */
export type Scope =
  | { readonly kind: "selection"; readonly place: Place }
  | { readonly kind: "sheet"; readonly sheetId: string }
  | { readonly kind: "workbook" };

/** Whether a place belongs to the scope: a spill and an inserted table (`tables`) do as a whole when any of their cells does. */
export function isInScope(scope: Scope, place: Place, tables: readonly Place[]): boolean {
  return (
    touches(scope, place) ||
    tables.some((table) => table.sheetId === place.sheetId && overlaps(table, place) && touches(scope, table))
  );
}

function touches(scope: Scope, place: Place): boolean {
  if (scope.kind === "workbook") return true;
  if (scope.kind === "sheet") return place.sheetId === scope.sheetId;
  return place.sheetId === scope.place.sheetId && overlaps(place, scope.place);
}

/** What an operation is to cover. */
export type ScopeKind = "selection" | "sheet" | "workbook";
