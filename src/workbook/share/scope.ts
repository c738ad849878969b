import type { Place } from "../place";
import { overlaps } from "../scan";

/** What an operation is to cover. */
export type ScopeKind = "selection" | "sheet" | "workbook";

/** The selected cells, a sheet or everything. */
export type Scope =
  | { readonly kind: "selection"; readonly place: Place }
  | { readonly kind: "sheet"; readonly sheetId: string }
  | { readonly kind: "workbook" };

/** What is to be covered now; undefined when what is selected is not one block of cells. One round trip. */
export async function readScope(context: Excel.RequestContext, kind: ScopeKind): Promise<Scope | undefined> {
  if (kind === "workbook") return { kind };
  if (kind === "selection") return readSelection(context);
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load("id");
  await context.sync();
  return { kind, sheetId: sheet.id };
}

async function readSelection(context: Excel.RequestContext): Promise<Scope | undefined> {
  const selected = context.workbook.getSelectedRange();
  selected.load("rowIndex,columnIndex,rowCount,columnCount");
  selected.worksheet.load("id,name");
  try {
    await context.sync();
  } catch (error) {
    if (/InvalidSelection|InvalidArgument/.test((error as { code?: string }).code ?? "")) return undefined;
    throw error;
  }
  const { rowIndex, columnIndex, rowCount, columnCount, worksheet } = selected;
  return {
    kind: "selection",
    place: {
      sheetId: worksheet.id,
      sheet: worksheet.name,
      row: rowIndex,
      column: columnIndex,
      rows: rowCount,
      columns: columnCount,
    },
  };
}

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
