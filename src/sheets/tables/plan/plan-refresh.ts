import type { Session } from "../../../functions";
import { newTableId, type InsertedTable, type Standing } from "../../record";
import type { WorkbookScan } from "../../scan";
import { layoutAt } from "../build-layout";
import { asWritten, type Written } from "./as-written";
import type { TableInstance } from "../find/find-tables";
import type { TableLayout } from "../layout";
import { planTable, type TablePlan } from "./plan";
import { evaluate, isError, type Value } from "../../formula";
import { Tracer } from "../../trace/tracer";
import { NOT_AVAILABLE, type Content } from "../../write/content";
import { signature } from "../cell-content";
import { askingCells } from "./asking-cells";

/**
 * Plans how an inserted table comes to stand where the workbook will. It goes on beginning where it begins: history that a
 * release brings would push every figure to another place than the one that formulas and charts look at. `stood`: where the
 * workbook stood before, and what shared tables show may be of.
 */
export function planRefresh(
  scan: WorkbookScan,
  instance: TableInstance,
  session: Session,
  to: Standing,
  stood: readonly Standing[] = [],
): TablePlan {
  const asked: InsertedTable = { ...instance.table, mode: instance.mode };
  const today = layoutAt(session, asked, asked.standing);
  if (!("layout" in today)) return blocked(instance, today.refusal);
  const written = asWritten(session, instance, { table: asked, layout: today.layout });
  const { table } = written;
  const before = asShared(session, instance, written, stood);
  const { from } = today.block;
  const next = { ...table, arguments: { ...table.arguments, ...(from === undefined ? {} : { from }) } };
  const after = layoutAt(session, next, to);
  if (!("layout" in after)) return blocked(instance, after.refusal);
  return planTable(scan, instance, before, after.layout, nextRecord(instance, next, after.layout, to));
}

/** Plans the way back, from what was written to what was there. */
export function planReturn(
  scan: WorkbookScan,
  instance: TableInstance,
  { before, after, instance: { table } }: TablePlan,
): TablePlan {
  return planTable(scan, instance, after, before, { ...table, id: instance.table.id });
}

function nextRecord(
  { table, isCopy }: TableInstance,
  { arguments: given }: InsertedTable,
  { rows, columns }: TableLayout,
  standing: Standing,
): InsertedTable {
  return { ...table, arguments: given, id: isCopy ? newTableId() : table.id, standing, rows: rows.length, columns };
}

function blocked(instance: TableInstance, reason: string): TablePlan {
  const empty: TableLayout = { title: instance.table.recipe, rows: [], columns: 0, widths: [], formats: [] };
  return {
    instance,
    title: instance.table.recipe,
    before: empty,
    after: empty,
    next: instance.table,
    obstacle: { kind: "refused", reason },
    shifts: [],
    writes: [],
    looks: [],
    window: instance.area,
  };
}

/**
 * The layout of a table of formulas that stands as values, with what these show: its formulas answered as of where the
 * workbook stood when they were replaced, which need not be where its rows are of. What a formula of the table gave at one of
 * the standings is Orebook's, and a refresh writes it anew; anything else is somebody's own.
 */
function asShared(
  session: Session,
  instance: TableInstance,
  written: Written,
  standings: readonly Standing[],
): TableLayout {
  const { layout } = written;
  if (instance.table.mode === instance.mode) return layout;
  const answers = standings.map((standing) => answersAt({ ...session, standing }));
  const rows = layout.rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const { formula, index, there } of askingCells(session, instance, written)?.cells ?? [])
    if (answers.some((answer) => answer(formula).some((one) => signature(one) === signature(there))))
      rows[index[0]]!.cells[index[1]] = there;
  return { ...layout, rows };
}

/** What a formula shows within a session: as Excel has it, and as a shared workbook tells it. */
function answersAt(session: Session): (formula: string) => Content[] {
  const tracer = new Tracer(session);
  const call = (id: string, args: readonly Value[]) => tracer.answer(id, args)?.value;
  return (formula) => {
    const value = evaluate(formula, { read: () => undefined, call });
    if (value === undefined || Array.isArray(value)) return [];
    return isError(value) ? [value, NOT_AVAILABLE] : [value as Content];
  };
}
