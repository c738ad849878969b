import { overlaps, type SheetScan, type WorkbookScan } from "../../scan";
import type { Rectangle } from "../../notation/reference";
import type { InsertedTable } from "../../record";
import { shows } from "../cell-content";
import { asItStands } from "./as-it-stands";
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
      const area = copied && areaOf(copied.layout, row, column);
      if (area && !isTaken(sheet, area))
        found.push({
          table: copied.table,
          markSheetId: sheet.id,
          sheet,
          area,
          mode: copied.table.mode,
          isCopy: true,
          isPasted: true,
        });
    }
  }
  return found;
}

function areaOf({ rows, columns }: TableLayout, row: number, column: number): Rectangle {
  return { row, column, rows: rows.length, columns };
}
