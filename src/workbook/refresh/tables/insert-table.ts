import type { Session } from "../../../functions";
import { runAsOneStep } from "../../one-step";
import type { Place } from "../../place";
import type { Block, CellContent, Target, Undoing } from "../../port";
import { insert } from "../../insert";
import { markOf, newTableId, readRecord, writeRecord, type InsertedTable } from "../../record";
import { headerWidth, textWidth } from "../../text-width";
import { guarded } from "../../workbook-error";
import { GENERAL } from "../../write/content";
import { tableChart } from "../../chart/table-chart";
import { buildLayout } from "./build-layout";
import { HEADER_ROWS, type TableLayout } from "./layout";
import { remember } from "./remember";

/** A table as it is asked for. */
export type TableRequest = Pick<InsertedTable, "recipe" | "arguments" | "mode" | "language">;

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

function blockOf({ rows, columns, formats }: TableLayout): Block {
  const content = rows.map(({ cells }) =>
    cells.map((cell): CellContent => (cell === null || typeof cell === "boolean" ? "" : cell)),
  );
  const body = rows.filter(({ isBody }) => isBody);
  const header = rows[HEADER_ROWS - 1]!.cells;
  const longest = (column: number) =>
    Math.max(headerWidth(String(header[column] ?? "")), ...body.map(({ cells }) => widthOf(cells[column] ?? null)));
  return {
    content,
    rows: rows.length,
    columns,
    headers: HEADER_ROWS,
    formats: formats.map((format) => format ?? GENERAL),
    figures: formats.map((format) => format !== undefined),
    widths: Array.from({ length: columns }, (_, column) => longest(column)),
  };
}

/** A formula's cell is as wide as a number of its column, which is not known here. */
const FORMULA_WIDTH = 14;

function widthOf(content: TableLayout["rows"][number]["cells"][number]): number {
  return typeof content === "object"
    ? content === null
      ? 0
      : FORMULA_WIDTH
    : typeof content === "number"
      ? content.toLocaleString("en-US").length
      : textWidth(String(content));
}
