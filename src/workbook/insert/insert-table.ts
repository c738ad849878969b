import type { Session } from "../../functions";
import type { Place } from "../../sheets/notation/place";
import type { Target } from "../../sheets/insert/block";
import { insert, inspect, type Undoing } from "./insert";
import { commentOf, markOf, newTableId, type InsertedTable } from "../../sheets/record";
import { tableChart } from "../../sheets/tables/table-chart";
import { buildLayout, indicatorOf } from "../../sheets/tables/build-layout";
import { forget, remember } from "./remember";
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
  const block = {
    ...blockOf(built.layout, request.mode),
    chart: withChart ? tableChart(indicatorOf(session, request), built.block, built.layout) : undefined,
  };
  const table: InsertedTable = {
    ...request,
    id: newTableId(),
    standing: { release: standing.release, day: standing.day },
    rows: block.rows,
    columns: block.columns,
  };
  const target = await inspect(block, at);
  if (target.filled > 0 && !overwrite) return { kind: "notFree", target };
  // Before its cells, for Excel can undo nothing that came before; an entry whose cells are not there is of no meaning.
  await remember([table]);
  const insertion = await insert(block, at, overwrite, { name: markOf(table.id), comment: commentOf(table) }).catch(
    async (error: unknown) => {
      await forget(table).catch(() => undefined);
      throw error;
    },
  );
  if (insertion.kind === "notFree") {
    await forget(table);
    return insertion;
  }
  const { place, undo } = insertion;
  const takeBack = async (): Promise<Undoing> => {
    const undone = await undo();
    if (undone === "undone") await forget(table);
    return undone;
  };
  return { kind: "inserted", place, table, undo: takeBack };
}
