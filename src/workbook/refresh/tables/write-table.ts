import { commentOf, markOf } from "../../../sheets/record";
import { absolute, addressOf } from "../../../sheets/notation/place";
import { applyLook } from "../../insert/looks";
import { runAsOneStep } from "../../one-step";
import { entryOf, GENERAL } from "../../../sheets/write/content";
import type { CellWrite, Shift, TablePlan } from "../../../sheets/tables/plan/plan";

/**
 * Carries a plan out, after a look at fills in one message: either all of it reaches Excel or nothing. Rejects with what Excel says.
 * `takeBack` puts back what was done of it.
 */
export function writeTable(plan: TablePlan, takeBack: () => Promise<void>): Promise<void> {
  return runAsOneStep(async (context) => {
    const { instance, shifts, writes, looks } = plan;
    const { sheet, area } = instance;
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    const own = await filledRows(context, plan);
    for (const shift of shifts) carryOut(worksheet, shift);
    for (const look of looks)
      if (!look.band || !own.has(look.band.from))
        applyLook(
          worksheet.getRangeByIndexes(area.row + look.row, area.column + look.column, look.rows, look.columns),
          look,
        );
    for (const run of runsOf(writes)) {
      const range = worksheet.getRangeByIndexes(area.row + run.row, area.column + run.column, 1, run.cells.length);
      if (run.cells.some(({ format }) => format !== undefined))
        range.numberFormat = [run.cells.map(({ format }) => format ?? null)] as string[][];
      range.formulas = [run.cells.map(({ content, format }) => entryOf(content, format ?? GENERAL))];
    }
    remark(context, plan);
    await context.sync();
  }, takeBack);
}

/** Rows whose band would come or go, in which somebody gave cells a colour of his own: they keep it. */
async function filledRows(context: Excel.RequestContext, { instance, looks }: TablePlan): Promise<ReadonlySet<number>> {
  const { sheet, area } = instance;
  const rows = looks.flatMap(({ band, columns }) => (band ? [{ ...band, columns }] : []));
  if (rows.length === 0) return new Set();
  const fills = rows.map(({ from, columns }) =>
    context.workbook.worksheets
      .getItem(sheet.id)
      .getRangeByIndexes(area.row + from, area.column, 1, columns)
      .format.fill.load("color"),
  );
  await context.sync();
  const colours = (isOn: boolean) => fills.flatMap(({ color }, i) => (rows[i]!.isOn === isOn ? [color] : []));
  const usual = { true: mostFrequent(colours(true)), false: mostFrequent(colours(false)) };
  // Cells of several colours have none together.
  return new Set(rows.flatMap(({ from, isOn }, i) => (fills[i]!.color === (usual[`${isOn}`] ?? "") ? [] : [from])));
}

function mostFrequent(all: readonly string[]): string | undefined {
  const count = (one: string) => all.filter((other) => other === one).length;
  return [...all].filter(Boolean).sort((a, b) => count(b) - count(a))[0];
}

/**
 * Takes back what of a plan's shifts was done before Excel refused. The mark tells: it grew and shrank with the table's
 * rows. What stood in the cells is put back afterwards.
 */
export async function takeBackShifts(
  context: Excel.RequestContext,
  { instance, shifts, window, after }: TablePlan,
): Promise<void> {
  const { sheet, area, table, markSheetId } = instance;
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
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
  if (more > 0)
    worksheet.getRangeByIndexes(end, window.column, more, window.columns).delete(Excel.DeleteShiftDirection.up);
  if (more < 0)
    worksheet
      .getRangeByIndexes(end + more, window.column, -more, window.columns)
      .insert(Excel.InsertShiftDirection.down);
  // There was something in these cells, or no rows would have been pushed in: they are blank when it was pushed down.
  const isPushed = more === 0 && pushed?.formulas.every((row) => row.every((cell) => cell === ""));
  if (push && isPushed) rowsOf(worksheet, push).delete(Excel.DeleteShiftDirection.up);
  const formula = `=${absolute(addressOf({ sheetId: sheet.id, sheet: sheet.name, ...area }))}`;
  if (mark.isNullObject) names.add(markOf(table.id), formula, commentOf(table)).visible = false;
  else mark.formula = formula;
  await context.sync();
}

/** The mark follows the table's extent; a copy gets one of its own. */
function remark(
  context: Excel.RequestContext,
  { instance: { table, sheet, area, markSheetId, isCopy }, after, next }: TablePlan,
): void {
  const { names } = context.workbook.worksheets.getItem(markSheetId);
  const mark = names.getItem(markOf(table.id));
  const formula = `=${absolute(addressOf({ sheetId: sheet.id, sheet: sheet.name, ...area, rows: after.rows.length, columns: after.columns }))}`;
  // Made anew: Excel on the web cannot undo a change of a name's comment.
  const renew = () => (names.add(markOf(next.id), formula, commentOf(next)).visible = false);
  if (isCopy) renew();
  mark.delete();
  if (!isCopy) renew();
}

function carryOut(worksheet: Excel.Worksheet, shift: Shift): void {
  if (shift.kind === "pushRows") {
    rowsOf(worksheet, shift).insert(Excel.InsertShiftDirection.down);
    return;
  }
  const range = worksheet.getRangeByIndexes(shift.row, shift.column, shift.rows, shift.columns);
  if (shift.kind === "insert") range.insert(Excel.InsertShiftDirection.down);
  else range.delete(Excel.DeleteShiftDirection.up);
}

function rowsOf(
  worksheet: Excel.Worksheet,
  { row, count }: { readonly row: number; readonly count: number },
): Excel.Range {
  return worksheet.getRange(`${row + 1}:${row + count}`);
}

interface Run {
  readonly row: number;
  readonly column: number;
  readonly cells: CellWrite[];
}

/** Neighbours in a row, so that a row a filter hides is not written over at once with others. */
function runsOf(writes: readonly CellWrite[]): Run[] {
  const runs: Run[] = [];
  for (const write of writes) {
    const last = runs.at(-1);
    if (last && last.row === write.row && last.column + last.cells.length === write.column) last.cells.push(write);
    else runs.push({ row: write.row, column: write.column, cells: [write] });
  }
  return runs;
}
