import { overlaps, type SheetScan, type WorkbookScan } from "../../scan";
import type { Rectangle } from "../../notation/reference";
import type { InsertedTable } from "../../record";
import { shows, signature, signaturesIn } from "../cell-content";
import { findTables, type TableInstance } from "./find-tables";
import type { TableLayout } from "../layout";

/**
 * The inserted tables whose cells are still there, those that were copied and pasted included: such a copy has no mark, but
 * its cells hold, one by one, what the document remembers to have inserted. `layoutOf`: undefined for a table that this
 * version cannot build.
 */
export function findWithCopies(
  scan: WorkbookScan,
  tables: readonly InsertedTable[],
  layoutOf: (table: InsertedTable) => TableLayout | undefined,
): TableInstance[] {
  const marked = findTables(scan, tables).map((one) => asItStands(one, layoutOf));
  const byTitle = new Map<string, { table: InsertedTable; layout: TableLayout }[]>();
  for (const table of new Map([...marked.map((one) => one.table), ...tables].map((one) => [one.id, one])).values()) {
    const layout = layoutOf(table);
    if (layout) byTitle.set(layout.title, [...(byTitle.get(layout.title) ?? []), { table, layout }]);
  }
  const found = [...marked];
  const isTaken = (sheet: SheetScan, area: Rectangle) =>
    found.some((one) => one.sheet.id === sheet.id && overlaps(one.area, area));
  for (const sheet of byTitle.size > 0 ? scan.sheets : []) {
    for (const { row, column, text } of sheet.texts()) {
      const copied = byTitle.get(text)?.find(({ layout }) => shows(sheet, areaOf(layout, row, column), layout));
      if (!copied) continue;
      const { table } = copied;
      const area = areaOf(copied.layout, row, column);
      if (!isTaken(sheet, area))
        found.push({ table, markSheetId: sheet.id, sheet, area, mode: table.mode, isCopy: true, isPasted: true });
    }
  }
  return found;
}

function areaOf({ rows, columns }: TableLayout, row: number, column: number): Rectangle {
  return { row, column, rows: rows.length, columns };
}

/**
 * A table with the standing that its cells are of, where its mark and the document say two: its sheet was copied before the
 * refresh that the document noted for both, or what was written or undone was not noted. In doubt the mark is right, which is
 * written with the cells.
 */
function asItStands(
  instance: TableInstance,
  layoutOf: (table: InsertedTable) => TableLayout | undefined,
): TableInstance {
  const { table, asMarked, mode } = instance;
  const marked = asMarked && layoutOf({ ...asMarked, mode });
  if (!marked) return instance;
  const noted = layoutOf({ ...table, mode });
  // A refresh that changes nothing in a table leaves its mark alone.
  const isNoted = noted && (isSame(noted, marked) || likeness(instance, noted) > likeness(instance, marked));
  return isNoted ? instance : { ...instance, table: asMarked };
}

function isSame(a: TableLayout, b: TableLayout): boolean {
  const [one, other] = [a, b].map(({ rows }) => JSON.stringify(rows.map(({ cells }) => cells)));
  return one === other;
}

/** How many rows the cells show, less those that they do not, in whatever order and with whatever between. */
function likeness({ sheet, area }: TableInstance, { rows }: TableLayout): number {
  const lines = signaturesIn(sheet, area).map((line) => new Set(line));
  const isShown = ({ cells }: TableLayout["rows"][number]) =>
    lines.some((line) => cells.every((cell) => cell === null || line.has(signature(cell))));
  return 2 * rows.filter(isShown).length - rows.length;
}
