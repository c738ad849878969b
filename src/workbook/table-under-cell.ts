import { rectangleOf, splitSheet } from "./formula";
import { idOfMark, readRecord, type InsertedTable } from "./record";

/** The inserted table that a cell belongs to, and where in it the cell is, counted from 0. */
export interface TableUnderCell {
  readonly table: InsertedTable;
  readonly row: number;
  readonly column: number;
}

/** The inserted table around a cell of a sheet, if there is one. One round trip, three where the sheet has inserted tables. */
export async function tableUnder(context: Excel.RequestContext, sheet: Excel.Worksheet, cell: { readonly row: number; readonly column: number }): Promise<TableUnderCell | undefined> {
  sheet.names.load("items/name,items/formula");
  await context.sync();
  const around = sheet.names.items.flatMap(({ name, formula }) => {
    const id = idOfMark(name);
    const area = id === undefined ? undefined : rectangleOf(splitSheet(String(formula).replace(/^=/, "")).rest);
    const place = area && { id, row: cell.row - area.row, column: cell.column - area.column };
    return place && place.row >= 0 && place.row < area.rows && place.column >= 0 && place.column < area.columns ? [place] : [];
  });
  if (around.length === 0) return undefined;
  const { tables } = await readRecord(context);
  const [found] = around.flatMap(({ id, row, column }) => {
    const table = tables.find((one) => one.id === id);
    return table ? [{ table, row, column }] : [];
  });
  return found;
}
