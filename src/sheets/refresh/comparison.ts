import type { Session } from "../../functions";
import { addressOf } from "../notation/place";
import { standingsIn, type DocumentRecord, type Way, type Standing } from "../record";
import { placeOf, type WorkbookScan } from "../scan";
import type { Job } from "../job";
import { findChanges, type FormulaChanges } from "./formulas/formula-changes";
import type { TableInstance } from "../tables/find/find-tables";
import type { Obstacle } from "../tables/plan/obstacle";
import type { TablePlan } from "../tables/plan/plan";
import { tableChanges, type TableCellChange } from "../tables/plan/table-changes";
import { planRefresh } from "../tables/plan/plan-refresh";

/** What a move to another standing would change, for people. */
export interface Comparison extends FormulaChanges, Way {
  readonly tables: readonly TableComparison[];
}

export interface TableComparison {
  readonly title: string;
  /** With its sheet. */
  readonly address: string;
  /** Copied and pasted: a table of its own once it is refreshed. */
  readonly isPasted: boolean;
  readonly changes: readonly TableCellChange[];
  /** Why it could not be written. */
  readonly obstacle: Obstacle | undefined;
}

/** The workbook as it is, and what the document remembers of it. */
export interface Found {
  readonly scan: WorkbookScan;
  readonly record: DocumentRecord;
  /** Every inserted table that is still there. */
  readonly instances: readonly TableInstance[];
  /** Those within the scope. */
  readonly chosen: readonly TableInstance[];
}

/** What a move would change. `session` knows every release concerned. */
export async function compare(
  { scan, record, chosen }: Found,
  session: Session,
  { from, to }: Way,
  job: Job,
): Promise<Comparison> {
  const at = (standing: Standing): Session => ({ ...session, standing });
  const changes = await findChanges(scan, at(from), at(to), job);
  const tables = chosen.map((instance) => {
    const plan = planRefresh(scan, instance, session, to, [from, ...standingsIn(record.log)]);
    return comparisonOf(plan, at(instance.table.standing), at(to));
  });
  return { ...changes, from, to, tables };
}

function comparisonOf(plan: TablePlan, from: Session, to: Session): TableComparison {
  const { instance, title, obstacle } = plan;
  // Where nobody can tell which cell is which, none is named.
  const changes = obstacle?.kind === "refused" || obstacle?.kind === "reshaped" ? [] : tableChanges(plan, from, to);
  return {
    title,
    address: addressOf(placeOf(instance.sheet, instance.area)),
    isPasted: instance.isPasted === true,
    changes,
    obstacle,
  };
}
