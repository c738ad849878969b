import { cellsOn, rangeAt } from "../../ranges";
import { commentOf, markOf } from "../../../sheets/record";
import { applyLook } from "../../insert/looks";
import { runAsOneStep } from "../../one-step";
import { requirePlace } from "../../write/require-place";
import { entryOf, GENERAL } from "../../../sheets/write/content";
import type { Contents } from "../../../sheets/write/contents";
import type { CellWrite, Shift, TablePlan } from "../../../sheets/tables/plan/plan";

/**
 * Carries a plan out, after a look at fills in one message: either all of it reaches Excel or nothing. Excel stops before the
 * first of it where the table stands elsewhere by then, or is larger or smaller. Gives what stood in the plan's window when
 * the message came. Rejects with what Excel says. `takeBack` puts back what was done of it.
 */
export function writeTable(plan: TablePlan, takeBack: (error: unknown) => Promise<void>): Promise<Contents> {
  return runAsOneStep(async (context) => {
    const { instance, shifts, writes, looks, window } = plan;
    const { sheet, area } = instance;
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    const own = await filledRows(context, plan);
    const { names } = context.workbook.worksheets.getItem(instance.markSheetId);
    requirePlace(context, names.getItem(markOf(instance.table.id)), { sheetId: sheet.id, ...area });
    const found = cellsOn(worksheet, window).load("formulas,values,valueTypes,numberFormat");
    for (const shift of shifts) moveCells(worksheet, shift, false, (...at) => worksheet.getRangeByIndexes(...at));
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
    const { formulas, values, valueTypes } = found;
    return { formulas, values, valueTypes, numberFormats: found.numberFormat as string[][], spilled: [] };
  }, takeBack);
}

/** Whether Excel refused something that comes after all shifts. */
export function isShifted(error: unknown): boolean {
  const { debugInfo } = (error ?? {}) as { debugInfo?: { errorLocation?: string } };
  return /^Range(?:\.(?:formulas|numberFormat|style)$|F)|^NamedItem(?:Collection\.add|\.(?:delete|visible))$/.test(
    debugInfo?.errorLocation ?? "",
  );
}

/** Rows whose band would come or go, in which somebody gave cells a colour of their own: they keep it. */
async function filledRows(context: Excel.RequestContext, { instance, looks }: TablePlan): Promise<ReadonlySet<number>> {
  const { sheet, area } = instance;
  const rows = looks.flatMap(({ band, columns }) => (band ? [{ ...band, columns }] : []));
  if (rows.length === 0) return new Set();
  const fills = rows.map(({ from, columns }) => {
    const cells = { sheetId: sheet.id, row: area.row + from, column: area.column, rows: 1, columns };
    return rangeAt(context, cells).format.fill.load("color");
  });
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

/** The mark follows the table's extent; a copy gets one of its own. Made anew: Excel on the web cannot undo a change of a name's comment. */
function remark(
  context: Excel.RequestContext,
  { instance: { table, sheet, area, markSheetId, isCopy }, after, next }: TablePlan,
): void {
  const { worksheets } = context.workbook;
  const { names } = worksheets.getItem(markSheetId);
  const cells = worksheets.getItem(sheet.id).getRangeByIndexes(area.row, area.column, after.rows.length, after.columns);
  const renew = () => (names.add(markOf(next.id), cells, commentOf(next)).visible = false);
  const mark = names.getItem(markOf(table.id));
  if (isCopy) renew();
  mark.delete();
  if (!isCopy) renew();
}

export type CellsAt = (row: number, column: number, rows: number, columns: number) => Excel.Range;

/** Carries a shift out, or back; `down`: how many rows further down the table stands by then. */
export function moveCells(worksheet: Excel.Worksheet, shift: Shift, isBack: boolean, cellsAt: CellsAt, down = 0): void {
  const range =
    shift.kind === "pushRows"
      ? rowsOf(worksheet, { ...shift, row: shift.row + down })
      : cellsAt(shift.row, shift.column, shift.rows, shift.columns);
  if ((shift.kind === "delete") === isBack) range.insert(Excel.InsertShiftDirection.down);
  else range.delete(Excel.DeleteShiftDirection.up);
}

export function rowsOf(
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
