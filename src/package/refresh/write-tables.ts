import { absolute, addressOf, cellKey } from "../../sheets/notation/place";
import { commentOf, markOf } from "../../sheets/record";
import { placeOf } from "../../sheets/scan";
import type { TablePlan } from "../../sheets/tables/plan/plan";
import { Stylesheet } from "../looks/stylesheet";
import type { SavedWorkbook } from "../saved-workbook";
import { tableStyles, type CellStyle } from "./table-looks";
import type { TableCell } from "./tables";

export interface WrittenTable {
  readonly plan: TablePlan;
  readonly cells: readonly TableCell[];
}

/** Formats that cells are to get, each handed out once: with what else is written into its cell, or by itself. */
export class PendingStyles {
  private readonly styles = new Map<string, CellStyle & { readonly sheetId: string }>();

  constructor(workbook: SavedWorkbook, tables: readonly WrittenTable[]) {
    let stylesheet: Stylesheet | undefined;
    for (const { plan } of tables) {
      const sheetId = plan.instance.sheet.id;
      const derived: Stylesheet["derived"] = (...of) => (stylesheet ??= new Stylesheet(workbook.file)).derived(...of);
      for (const one of tableStyles(plan, workbook, derived))
        this.styles.set(cellKey({ sheetId, ...one }), { ...one, sheetId });
    }
    stylesheet?.write();
  }

  take(sheetId: string, row: number, column: number): string | undefined {
    const key = cellKey({ sheetId, row, column });
    const style = this.styles.get(key)?.style;
    this.styles.delete(key);
    return style;
  }

  /** Those of cells into which nothing was written. */
  rest(): Iterable<CellStyle & { readonly sheetId: string }> {
    return this.styles.values();
  }
}

/** Writes refreshed tables: their cells, and the marks by which their sheets know them. */
export function writeTables(workbook: SavedWorkbook, tables: readonly WrittenTable[], styles: PendingStyles): void {
  for (const { plan, cells } of tables) {
    const { next, instance } = plan;
    const { sheet, area, table, markSheetId, isPasted } = instance;
    const patch = workbook.patch(sheet.id);
    const [first] = sheet.formulaCells(area);
    const form = first ? workbook.formOf(sheet.id, first.row, first.column) : {};
    for (const cell of cells) {
      const { formula, row, column } = cell;
      const styled = { ...cell, style: styles.take(sheet.id, row, column) };
      if (formula === undefined) patch.freeze(styled);
      else patch.enter({ ...styled, ...form, formula, area: form.area && { row, column, rows: 1, columns: 1 } });
    }
    const { rows, columns } = next;
    // A pasted copy has no mark; it is found by what it shows.
    if (!isPasted && (cells.length > 0 || rows !== area.rows || columns !== area.columns)) {
      const place = absolute(addressOf(placeOf(sheet, { ...area, rows, columns })));
      workbook.setMark(markOf(table.id), markSheetId, place, commentOf(next));
    }
  }
  if (tables.some(({ cells }) => cells.length > 0)) workbook.file.forgetCalculationOrder();
}
