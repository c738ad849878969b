import type { Session } from "../../../functions";
import { newTableId, type InsertedTable, type Standing } from "../../record";
import type { WorkbookScan } from "../../scan";
import { layoutAt } from "../build-layout";
import type { TableInstance } from "../find/find-tables";
import type { TableLayout } from "../layout";
import { planTable, type TablePlan } from "./plan";

/**
 * Plans how an inserted table comes to stand where the workbook will. It goes on beginning where it begins: history that a
 * release brings would push every figure to another place than the one that formulas and charts look at.
 */
export function planRefresh(scan: WorkbookScan, instance: TableInstance, session: Session, to: Standing): TablePlan {
  const table: InsertedTable = { ...instance.table, mode: instance.mode };
  const before = layoutAt(session, table, table.standing);
  if (!("layout" in before)) return blocked(instance, before.refusal);
  const { from } = before.block;
  const asked = { ...table.arguments, ...(from === undefined ? {} : { from }) };
  const after = layoutAt(session, { ...table, arguments: asked }, to);
  if (!("layout" in after)) return blocked(instance, after.refusal);
  const next = { ...nextRecord(instance, after.layout, to), arguments: asked };
  return planTable(scan, instance, before.layout, after.layout, next);
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
  { rows, columns }: TableLayout,
  standing: Standing,
): InsertedTable {
  return { ...table, id: isCopy ? newTableId() : table.id, standing, rows: rows.length, columns };
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
