import type { Session } from "../../../functions";
import type { InsertedTable } from "../../record";
import { layoutAt } from "../build-layout";
import { signature, signaturesIn } from "../cell-content";
import type { TableInstance } from "../find/find-tables";
import type { TableLayout } from "../layout";

/** A table with the layout in which it was written. */
export interface Written {
  readonly table: InsertedTable;
  readonly layout: TableLayout;
}

/**
 * Which layout a table was written in. 0.1.0 wrote unit, sources and notes in a row each, and rows without any figure like
 * all others: what stands so is read so, and keeps its rows. In doubt it is the layout of today.
 */
export function asWritten(session: Session, { sheet, area }: TableInstance, today: Written): Written {
  const there = new Set(signaturesIn(sheet, { ...area, columns: 1 }).flat());
  const shown = ({ layout: { rows } }: Written) =>
    rows.filter(({ cells }) => there.has(signature(cells[0] ?? null))).length;
  const isWhole = shown(today) === today.layout.rows.length;
  return (isWhole ? [] : earlier(session, today.table)).reduce(
    (best, one) => (shown(one) - one.layout.rows.length > shown(best) - best.layout.rows.length ? one : best),
    today,
  );
}

function earlier(session: Session, table: InsertedTable): Written[] {
  const whole: InsertedTable = { ...table, arguments: { ...table.arguments, rows: "all" } };
  return [table, whole].flatMap((one) => {
    const built = layoutAt(session, one, one.standing, false);
    return "layout" in built ? [{ table: one, layout: built.layout }] : [];
  });
}
