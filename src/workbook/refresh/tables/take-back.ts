import { commentOf, markOf } from "../../../sheets/record";
import type { Shift, TablePlan } from "../../../sheets/tables/plan/plan";
import { entriesOf, type Contents } from "../../../sheets/write/contents";
import { enter } from "../../write/enter";
import { type AreaLooks, putAreaLooksBack } from "../../insert/cell-looks";
import { rowsOf } from "./write-table";

/** What a plan's window held before it was carried out. */
export interface Before {
  readonly contents: Contents;
  /** Of the cells that are set off or moved; undefined where none is. */
  readonly looks?: readonly AreaLooks[] | undefined;
}

/**
 * Takes back what of a plan's shifts was done before Excel refused: all of it, or as far as the mark tells, which grew and
 * shrank with the table's rows. What stood in the cells is put back afterwards.
 */
export async function takeBackShifts(
  context: Excel.RequestContext,
  { instance, shifts, window, after }: TablePlan,
  areAllDone: boolean,
): Promise<void> {
  const { sheet, area, table, markSheetId } = instance;
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const cellsAt: CellsAt = (...at) => worksheet.getRangeByIndexes(...at);
  const { names } = context.workbook.worksheets.getItem(markSheetId);
  const mark = names.getItemOrNullObject(markOf(table.id));
  const marked = mark.getRangeOrNullObject();
  marked.load("rowCount");
  const push = shifts.find((shift) => shift.kind === "pushRows");
  const pushed = push ? worksheet.getRangeByIndexes(push.row, window.column, push.count, window.columns) : undefined;
  pushed?.load("formulas");
  await context.sync();
  // The mark goes last of all: without it everything was done.
  const more = (marked.isNullObject ? after.rows.length : marked.rowCount) - area.rows;
  const end = area.row + area.rows;
  if (areAllDone) for (const shift of [...shifts].reverse()) reverse(worksheet, shift, cellsAt, 0);
  else {
    if (more > 0) cellsAt(end, window.column, more, window.columns).delete(Excel.DeleteShiftDirection.up);
    if (more < 0) cellsAt(end + more, window.column, -more, window.columns).insert(Excel.InsertShiftDirection.down);
    // There was something in these cells, or no rows would have been pushed in: they are blank when it was pushed down.
    const isPushed = more !== 0 || pushed?.formulas.every((row) => row.every((cell) => cell === ""));
    if (push && isPushed) rowsOf(worksheet, push).delete(Excel.DeleteShiftDirection.up);
  }
  if (!mark.isNullObject) mark.delete();
  const cells = cellsAt(area.row, area.column, area.rows, area.columns);
  names.add(markOf(table.id), cells, commentOf(table)).visible = false;
  await context.sync();
}

/**
 * Takes back a plan that was carried out as a whole, wherever its table stands by now, to what stood in its window when it
 * was carried out.
 */
export async function takeBackWritten(
  context: Excel.RequestContext,
  { instance, shifts, window, next }: TablePlan,
  { contents, looks }: Before,
): Promise<void> {
  const { sheet, area, table, markSheetId } = instance;
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const { names } = context.workbook.worksheets.getItem(markSheetId);
  const mark = names.getItem(markOf(next.id));
  const marked = mark.getRange();
  marked.load("rowIndex,columnIndex");
  await context.sync();
  const [down, right] = [marked.rowIndex - area.row, marked.columnIndex - area.column];
  const cells: CellsAt = (row, column, rows, columns) =>
    worksheet.getRangeByIndexes(row + down, column + right, rows, columns);
  for (const shift of [...shifts].reverse()) reverse(worksheet, shift, cells, down);
  const range = cells(window.row, window.column, window.rows, window.columns);
  if (looks) await putAreaLooksBack(context, looks, cells);
  enter(range, sheet.hidesRows, { entries: entriesOf(contents), formats: contents.numberFormats });
  mark.delete();
  names.add(markOf(table.id), cells(area.row, area.column, area.rows, area.columns), commentOf(table)).visible = false;
  await context.sync();
}

type CellsAt = (row: number, column: number, rows: number, columns: number) => Excel.Range;

function reverse(worksheet: Excel.Worksheet, shift: Shift, cells: CellsAt, down: number): void {
  if (shift.kind === "pushRows") {
    rowsOf(worksheet, { ...shift, row: shift.row + down }).delete(Excel.DeleteShiftDirection.up);
    return;
  }
  const range = cells(shift.row, shift.column, shift.rows, shift.columns);
  if (shift.kind === "insert") range.delete(Excel.DeleteShiftDirection.up);
  else range.insert(Excel.InsertShiftDirection.down);
}
