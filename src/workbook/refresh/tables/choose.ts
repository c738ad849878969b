import { areaOf } from "../../ranges";
import { overlaps } from "../../../sheets/scan";
import type { Rectangle } from "../../../sheets/notation/reference";
import type { TableInstance } from "../../../sheets/tables/find/find-tables";
import type { TableScope } from "../../../sheets/tables/find/scope";

interface Selected extends Rectangle {
  readonly sheetId: string;
}

/** The tables within a scope. One round trip where the selection matters. */
export async function chosenTables(
  context: Excel.RequestContext,
  instances: readonly TableInstance[],
  scope: TableScope,
): Promise<TableInstance[]> {
  if (scope === "none") return [];
  if (scope === "workbook") return [...instances];
  if (typeof scope !== "string") return instances.filter(({ table }) => scope.includes(table.id));
  const selected = await readSelection(context);
  return instances.filter(
    ({ sheet, area }) => sheet.id === selected.sheetId && (scope === "sheet" || overlaps(area, selected)),
  );
}

async function readSelection(context: Excel.RequestContext): Promise<Selected> {
  const range = context.workbook.getSelectedRange();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  const { worksheet } = range;
  worksheet.load("id");
  await context.sync();
  return { sheetId: worksheet.id, ...areaOf(range) };
}
