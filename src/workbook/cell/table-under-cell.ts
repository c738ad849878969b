import { covers, rectangleOf, splitSheet, type Rectangle } from "../../sheets/notation/reference";
import { idOfMark, tableOfComment, type InsertedTable } from "../../sheets/record";
import { readRecord } from "../record/part";
import { bandsOf, SheetScan } from "../../sheets/scan";
import { readBands } from "../scan/read-bands";

/** The inserted table that a cell belongs to, with what its cells hold now: its rows may have been sorted since. */
export interface TableUnderCell {
  readonly table: InsertedTable;
  /** The sheet, read as far as the table goes. */
  readonly sheet: SheetScan;
  readonly area: Rectangle;
  /** Where in the table the cell is, counted from 0. */
  readonly row: number;
  readonly column: number;
}

/** The inserted table around a cell of a sheet, if there is one. One round trip, a few more where the cell lies in one. */
export async function tableUnder(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cell: { readonly row: number; readonly column: number },
): Promise<TableUnderCell | undefined> {
  sheet.load("id,name");
  sheet.names.load("items/name,items/formula,items/comment");
  await context.sync();
  const around = sheet.names.items.flatMap(({ name, formula, comment }) => {
    const id = idOfMark(name);
    const area = id === undefined ? undefined : rectangleOf(splitSheet(String(formula).replace(/^=/, "")).rest);
    return id !== undefined && area && covers(area, cell.row, cell.column) ? [{ id, area, comment }] : [];
  });
  if (around.length === 0) return undefined;
  const { tables } = await readRecord(context);
  const [found] = around.flatMap(({ id, area: of, comment }) => {
    const table = tables.find((one) => one.id === id) ?? tableOfComment(id, comment);
    return table ? [{ table, area: of }] : [];
  });
  if (!found) return undefined;
  const { area } = found;
  const read = [];
  for (const band of bandsOf(sheet.id, area)) read.push(...(await readBands(context, [band])));
  const facts = { id: sheet.id, name: sheet.name, visibility: "Visible", isProtected: false } as const;
  return {
    ...found,
    sheet: new SheetScan(facts, area, read),
    row: cell.row - area.row,
    column: cell.column - area.column,
  };
}
