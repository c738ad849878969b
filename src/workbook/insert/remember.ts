import { cellsOn } from "../ranges";
import { runAsOneStep } from "../one-step";
import { commentOf, markOf, newTableId, type InsertedTable } from "../../sheets/record";
import { changeRecord } from "../record/part";
import { placeOf } from "../../sheets/scan";
import { guarded } from "../../sheets/workbook-error";
import type { TableInstance } from "../../sheets/tables/find/find-tables";

/** Has the document remember tables. Rejects with a `WorkbookError`. */
export function remember(tables: readonly InsertedTable[]): Promise<void> {
  return changeTables((known) => [...known, ...tables]);
}

/** Has the document forget a table. Rejects with a `WorkbookError`. */
export function forget({ id }: InsertedTable): Promise<void> {
  return changeTables((known) => known.filter((table) => table.id !== id));
}

function changeTables(change: (known: readonly InsertedTable[]) => InsertedTable[]): Promise<void> {
  return guarded(() => changeRecord((record) => ({ ...record, tables: change(record.tables) })));
}

/** Makes pasted copies tables of their own. Gives their ids. Rejects with a `WorkbookError`. */
export async function rememberPasted(copies: readonly TableInstance[]): Promise<string[]> {
  const tables = copies.map(({ table, sheet, area }) => ({
    table: { ...table, id: newTableId() },
    place: placeOf(sheet, area),
  }));
  if (tables.length === 0) return [];
  await remember(tables.map(({ table }) => table));
  const mark = async (context: Excel.RequestContext) => {
    for (const { table, place } of tables) {
      const sheet = context.workbook.worksheets.getItem(place.sheetId);
      const cells = cellsOn(sheet, place);
      sheet.names.add(markOf(table.id), cells, commentOf(table)).visible = false;
    }
    await context.sync();
  };
  const unmark = async (context: Excel.RequestContext) => {
    const marks = tables.map(({ table, place: { sheetId } }) =>
      context.workbook.worksheets.getItem(sheetId).names.getItemOrNullObject(markOf(table.id)),
    );
    for (const one of marks) one.load("name");
    await context.sync();
    for (const one of marks) if (!one.isNullObject) one.delete();
    await context.sync();
  };
  await guarded(() => runAsOneStep(mark, () => Excel.run(unmark)));
  return tables.map(({ table }) => table.id);
}
