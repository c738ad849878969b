import { isFormulaContent } from "../../../sheets/write/content";
import { rangeAt } from "../../ranges";
import { entriesOf, ownFormulas, sameEntries, type Contents } from "../../../sheets/write/contents";
import { readContents } from "../../write/contents";
import { runAsOneStep } from "../../one-step";
import { enter, hidesRows } from "../../write/enter";
import { isElsewhere } from "../../write/require-place";
import { around, type Rectangle } from "../../../sheets/notation/reference";
import { packed, bandsOf, CELLS_PER_REQUEST, isFormula, scalarOf, SheetScan } from "../../../sheets/scan";
import { readBands } from "../../scan/read-bands";
import { guarded, WorkbookError } from "../../../sheets/workbook-error";
import { contentAt, shows, signature } from "../../../sheets/tables/cell-content";
import type { TableInstance } from "../../../sheets/tables/find/find-tables";
import type { TableLayout } from "../../../sheets/tables/layout";
import type { Obstacle } from "../../../sheets/tables/plan/obstacle";
import type { TablePlan } from "../../../sheets/tables/plan/plan";
import { putAreaLooksBack, readAreaLooks, type AreaLooks } from "../../insert/cell-looks";
import { isShifted, moveCells, writeTable, rowsOf, type CellsAt } from "./write-table";
import { commentOf, markOf } from "../../../sheets/record";

/** What became of one table. */
export interface TableResult {
  readonly plan: TablePlan;
  /** Wholly as before, wholly new, or not to be told because Excel does not answer: then it is one of the two. */
  readonly state: "old" | "new" | "unsure";
  readonly obstacle: Obstacle | undefined;
  /** What stood in the plan's window before. */
  readonly contents: Contents | undefined;
}

/** Carries a plan out and looks what became of it. Never rejects. `contents`: what is to stand in the window at the end, the user's own cells included. */
export async function refreshTable(plan: TablePlan, contents?: Contents): Promise<TableResult> {
  if (plan.obstacle) return { plan, state: "old", obstacle: plan.obstacle, contents: undefined };
  const { shifts, writes, looks, instance } = plan;
  const isNothing = [shifts, writes, looks].every(({ length }) => length === 0) && !instance.isCopy;
  if (isNothing) return { plan, state: "new", obstacle: undefined, contents: undefined };
  let before: Before | undefined;
  let hasShifted = false;
  try {
    const found = await guarded(() => readBefore(plan));
    if (!isAsPlanned(plan, found.contents)) return hindered(plan, "changed");
    before = found;
    const there = await guarded(() =>
      writeTable(plan, (refused) => takeBack(plan, found, isShifted(refused))).catch((refused: unknown) => {
        hasShifted = isShifted(refused);
        return asChanged(refused);
      }),
    );
    const { spilled } = found.contents;
    // Somebody was there at the last moment: what was overwritten is theirs.
    if (!sameEntries(ownFormulas({ ...there, spilled }), ownFormulas(found.contents))) {
      const theirs = { ...found, contents: { ...there, spilled } };
      await guarded(() => runAsOneStep((context) => takeBackWritten(context, plan, theirs)));
      return hindered(plan, "changed");
    }
    if (contents) await guarded(() => putBack(plan, { contents }));
    return { plan, state: "new", obstacle: undefined, contents: found.contents };
  } catch (error) {
    if (error instanceof WorkbookError && (error.fault === "changed" || error.fault === "claimed"))
      return hindered(plan, error.fault);
    const detail = error instanceof WorkbookError ? error.message : String(error);
    const state = before === undefined ? "old" : await stateOf(plan, before, hasShifted);
    return {
      plan,
      state,
      obstacle: state === "new" ? undefined : { kind: "fault", detail },
      contents: before?.contents,
    };
  }
}

function readBefore(plan: TablePlan): Promise<Before> {
  return Excel.run(async (context) => {
    const area = setOff(plan);
    const looks = area && (await readAreaLooks(context, plan.instance.sheet.id, area));
    const contents = await readContents(context, windowOf(context, plan));
    return { contents, looks: looks?.() };
  });
}

/** The cells of the window that are set off otherwise, and all from the first row that moves. */
function setOff({ instance: { area }, looks, shifts, window }: TablePlan): Rectangle | undefined {
  const own = looks.map((look) => ({ ...look, row: area.row + look.row, column: area.column + look.column }));
  const moved = shifts.map(({ row }) => ({ ...window, row, rows: window.row + window.rows - row }));
  return around([...own, ...moved]);
}

function hindered(plan: TablePlan, kind: "changed" | "claimed"): TableResult {
  return { plan, state: "old", obstacle: { kind }, contents: undefined };
}

function asChanged(error: unknown): never {
  throw isElsewhere(error) ? new WorkbookError("changed") : error;
}

/** Whether the window still holds what the plan was made from. */
function isAsPlanned({ instance: { sheet }, window }: TablePlan, { formulas, values, spilled }: Contents): boolean {
  return formulas.every((cells, r) =>
    cells.every((formula, c) => {
      const planned = contentAt(sheet, window.row + r, window.column + c);
      const value = values[r]![c];
      if (spilled[r]?.[c]) return true;
      if (isFormula(formula, value)) return isFormulaContent(planned) && planned.formula === formula;
      return signature(planned) === signature(scalarOf(value));
    }),
  );
}

/** Looks which of the two the table is; where it is neither, puts back what was there. */
async function stateOf(plan: TablePlan, before: Before, hasShifted: boolean): Promise<TableResult["state"]> {
  try {
    const { instance, after } = plan;
    if (await isShown(instance, { ...instance.area, rows: after.rows.length, columns: after.columns }, after))
      return "new";
    await takeBack(plan, before, hasShifted);
    return "old";
  } catch {
    return "unsure";
  }
}

/** `hasShifted`: all shifts were done; else nobody knows. */
async function takeBack(plan: TablePlan, found: Before, hasShifted: boolean): Promise<void> {
  const { instance, before } = plan;
  if (plan.shifts.length > 0) await guarded(() => Excel.run((context) => takeBackShifts(context, plan, hasShifted)));
  const area = { ...instance.area, rows: before.rows.length, columns: before.columns };
  if (found.looks || !(await isShown(instance, area, before))) await guarded(() => putBack(plan, found));
}

function isShown({ sheet }: TableInstance, area: Rectangle, layout: TableLayout): Promise<boolean> {
  return guarded(() =>
    Excel.run(async (context) => {
      const read = [];
      for (const bands of packed(bandsOf(sheet.id, area), ({ rows, columns }) => rows * columns, CELLS_PER_REQUEST))
        read.push(...(await readBands(context, bands)));
      return shows(new SheetScan(sheet, area, read), area, layout);
    }),
  );
}

async function putBack(plan: TablePlan, { contents, looks }: Before): Promise<void> {
  await Excel.run(async (context) => {
    const range = windowOf(context, plan).load("rowHidden");
    const now = await readContents(context, range);
    if (looks) await putAreaLooksBack(context, looks, (...at) => range.worksheet.getRangeByIndexes(...at));
    else if (sameEntries(entriesOf(now), entriesOf(contents))) return;
    enter(range, hidesRows(range), { entries: entriesOf(contents), formats: contents.numberFormats });
    await context.sync();
  });
}

function windowOf(context: Excel.RequestContext, { instance: { sheet }, window }: TablePlan): Excel.Range {
  return rangeAt(context, { sheetId: sheet.id, ...window });
}

/** What a plan's window held before it was carried out. */
interface Before {
  readonly contents: Contents;
  /** Of the cells that are set off or moved; undefined where none is. */
  readonly looks?: readonly AreaLooks[] | undefined;
}

/**
 * Takes back what of a plan's shifts was done before Excel refused: all of it, or as far as the mark tells, which grew and
 * shrank with the table's rows. What stood in the cells is put back afterwards.
 */
async function takeBackShifts(
  context: Excel.RequestContext,
  { instance, shifts, window, after }: TablePlan,
  areAllDone: boolean,
): Promise<void> {
  const { sheet, area, table, markSheetId } = instance;
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const cellsAt: CellsAt = (...at) => worksheet.getRangeByIndexes(...at);
  const { names } = context.workbook.worksheets.getItem(markSheetId);
  const mark = names.getItemOrNullObject(markOf(table.id));
  const marked = mark.getRangeOrNullObject().load("rowCount");
  const push = shifts.find((shift) => shift.kind === "pushRows");
  const pushed = push ? worksheet.getRangeByIndexes(push.row, window.column, push.count, window.columns) : undefined;
  pushed?.load("formulas");
  await context.sync();
  // The mark goes last of all: without it everything was done.
  const more = (marked.isNullObject ? after.rows.length : marked.rowCount) - area.rows;
  const end = area.row + area.rows;
  if (areAllDone) for (const shift of [...shifts].reverse()) moveCells(worksheet, shift, true, cellsAt);
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
async function takeBackWritten(
  context: Excel.RequestContext,
  { instance, shifts, window, next }: TablePlan,
  { contents, looks }: Before,
): Promise<void> {
  const { sheet, area, table, markSheetId } = instance;
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const { names } = context.workbook.worksheets.getItem(markSheetId);
  const mark = names.getItem(markOf(next.id));
  const marked = mark.getRange().load("rowIndex,columnIndex");
  await context.sync();
  const [down, right] = [marked.rowIndex - area.row, marked.columnIndex - area.column];
  const cells: CellsAt = (row, column, rows, columns) =>
    worksheet.getRangeByIndexes(row + down, column + right, rows, columns);
  for (const shift of [...shifts].reverse()) moveCells(worksheet, shift, true, cells, down);
  const range = cells(window.row, window.column, window.rows, window.columns);
  if (looks) await putAreaLooksBack(context, looks, cells);
  enter(range, sheet.hidesRows, { entries: entriesOf(contents), formats: contents.numberFormats });
  mark.delete();
  names.add(markOf(table.id), cells(area.row, area.column, area.rows, area.columns), commentOf(table)).visible = false;
  await context.sync();
}
