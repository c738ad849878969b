import { runAsOneStep } from "../one-step";
import type { Place } from "../../sheets/notation/place";
import { commentOf, markOf, newTableId, type InsertedTable } from "../../sheets/record";
import { readRecord, writeRecord } from "../record/part";
import { placeOf } from "../../sheets/scan";
import { guarded } from "../../sheets/workbook-error";
import type { TableInstance } from "../../sheets/tables/find-tables";

/** Has the document remember tables, and marks their cells. Rejects with a `WorkbookError`. */
export function remember(tables: readonly { readonly table: InsertedTable; readonly place: Place }[]): Promise<void> {
  return guarded(() =>
    runAsOneStep(async (context) => {
      const record = await readRecord(context);
      await writeRecord(context, { ...record, tables: [...record.tables, ...tables.map(({ table }) => table)] });
      for (const {
        table,
        place: { sheetId, row, column, rows, columns },
      } of tables) {
        const sheet = context.workbook.worksheets.getItem(sheetId);
        sheet.names.add(
          markOf(table.id),
          sheet.getRangeByIndexes(row, column, rows, columns),
          commentOf(table),
        ).visible = false;
      }
      await context.sync();
    }),
  );
}

/** Makes pasted copies tables of their own. Gives their ids. Rejects with a `WorkbookError`. */
export async function rememberPasted(copies: readonly TableInstance[]): Promise<string[]> {
  const tables = copies.map(({ table, sheet, area }) => ({
    table: { ...table, id: newTableId() },
    place: placeOf(sheet, area),
  }));
  if (tables.length > 0) await remember(tables);
  return tables.map(({ table }) => table.id);
}
