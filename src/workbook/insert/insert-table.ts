import type { Session } from "../../functions";
import { runAsOneStep } from "../one-step";
import type { Place } from "../../sheets/notation/place";
import type { Target } from "../../sheets/insert/block";
import { type Undoing, insert } from "./insert";
import { markOf, newTableId, type InsertedTable } from "../../sheets/record";
import { readRecord, writeRecord } from "../record/part";
import { guarded } from "../../sheets/workbook-error";
import { tableChart } from "../../sheets/tables/table-chart";
import { buildLayout } from "../../sheets/tables/build-layout";
import { remember } from "./remember";
import { type TableRequest, blockOf } from "../../sheets/tables/block";

export type TableInsertion =
  | { readonly kind: "inserted"; readonly place: Place; readonly table: InsertedTable; undo(): Promise<Undoing> }
  | { readonly kind: "notFree"; readonly target: Target }
  /** The table cannot be built; the reason in words. */
  | { readonly kind: "refused"; readonly reason: string };

/** Writes a table and has the document remember how it was asked for. Rejects with a `WorkbookError`; then nothing was written. */
export async function insertTable(
  session: Session,
  request: TableRequest,
  at: Place,
  overwrite: boolean,
  withChart = false,
): Promise<TableInsertion> {
  const { standing } = session;
  const built = buildLayout(session, request, standing);
  if ("refusal" in built) return { kind: "refused", reason: built.refusal };
  const insertion = await insert(
    { ...blockOf(built.layout), chart: withChart ? tableChart(session.dataset, built.block) : undefined },
    at,
    overwrite,
  );
  if (insertion.kind === "notFree") return insertion;
  const { place, undo } = insertion;
  const table: InsertedTable = {
    ...request,
    id: newTableId(),
    standing: { release: standing.release, day: standing.day },
    rows: place.rows,
    columns: place.columns,
  };
  try {
    await remember([{ table, place }]);
  } catch (error) {
    await undo().catch(() => undefined);
    throw error;
  }
  const takeBack = async (): Promise<Undoing> => {
    const undone = await undo();
    if (undone === "undone") await guarded(() => forget(table, place));
    return undone;
  };
  return { kind: "inserted", place, table, undo: takeBack };
}

function forget({ id }: InsertedTable, { sheetId }: Place): Promise<void> {
  return runAsOneStep(async (context) => {
    const record = await readRecord(context);
    await writeRecord(context, { ...record, tables: record.tables.filter((table) => table.id !== id) });
    context.workbook.worksheets.getItem(sheetId).names.getItem(markOf(id)).delete();
    await context.sync();
  });
}
