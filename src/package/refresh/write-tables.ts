import { GREY } from "../../sheets/insert/looks";
import { absolute, addressOf, cellKey } from "../../sheets/notation/place";
import { commentOf, markOf } from "../../sheets/record";
import { placeOf } from "../../sheets/scan";
import type { LayoutRow, TableLayout } from "../../sheets/tables/layout";
import { isAlike } from "../../sheets/tables/looks/looks";
import type { TablePlan } from "../../sheets/tables/plan/plan";
import type { CellFormat } from "../cells/patch";
import type { Look } from "../looks/look";
import { Stylesheet } from "../looks/stylesheet";
import type { SavedWorkbook } from "../saved-workbook";
import type { TableCell } from "./tables";

/**
 * How the cells of a refreshed table come to look: like the cells of their kind did, as their user left them, with the number
 * format of their own figure. Only those that look otherwise now.
 * @param derived the number of a format like another one but for a look
 */
function tableStyles(
  { instance, before, after }: TablePlan,
  workbook: SavedWorkbook,
  derived: (base: number, look: Look) => number,
): CellFormat[] {
  const { sheet, area, mode } = instance;
  const styleAt = (row: number, column: number) => workbook.styleAt(sheet.id, area.row + row, area.column + column);
  const modelFor = modelRows(before, after, mode === "values");
  const styles: CellFormat[] = [];
  for (let row = 0; row < Math.max(before.rows.length, after.rows.length); row++) {
    const now = after.rows[row];
    const model = now && modelFor(now, row);
    for (let column = 0; column < Math.max(before.columns, after.columns); column++) {
      const style = styleLike(column, now, model);
      if (style !== undefined && style !== (styleAt(row, column) ?? 0))
        styles.push({ row: area.row + row, column: area.column + column, style: String(style) });
    }
  }
  return styles;

  /** What a cell is to look like; undefined where its model has no format to go by. */
  function styleLike(column: number, now?: LayoutRow, model?: number): number | undefined {
    if (now === undefined || model === undefined || column >= after.columns) return 0;
    const modelColumn = Math.min(column, before.columns - 1);
    const base = styleAt(model, modelColumn);
    const look = otherwise(before.rows[model]!, modelColumn, now, column);
    return base !== undefined && look ? derived(base, look) : base;
  }
}

/** What a figure needs that its model did not: its decimals and signs, the colour of what is missing. */
function otherwise(old: LayoutRow, oldColumn: number, now: LayoutRow, column: number): Look | undefined {
  const format = now.formats[column];
  const isMissing = now.missing?.includes(column) ?? false;
  const wasMissing = old.missing?.includes(oldColumn) ?? false;
  const look: Look = {
    ...(now.isBody && format !== undefined && format !== old.formats[oldColumn] && { numberFormat: format }),
    ...(isMissing !== wasMissing && { font: { color: isMissing ? GREY : null } }),
  };
  return Object.keys(look).length === 0 ? undefined : look;
}

/** The row of the table before that a row looks like: the one in its place where that is of its kind, else the nearest. */
function modelRows(before: TableLayout, after: TableLayout, hasBands: boolean) {
  const first = ({ rows }: TableLayout) => rows.findIndex(({ isBody }) => isBody);
  const isBanded = (layout: TableLayout, row: number) => hasBands && Math.abs(row - first(layout)) % 2 === 1;
  return (now: LayoutRow, row: number): number | undefined => {
    const alike = before.rows.flatMap((old, at) => (isAlike(old, now) ? [at] : []));
    const banded = alike.filter((at) => isBanded(before, at) === isBanded(after, row));
    const near = now.isBody && banded.length > 0 ? banded : alike;
    return near.sort((a, b) => Math.abs(a - row) - Math.abs(b - row))[0];
  };
}

interface WrittenTable {
  readonly plan: TablePlan;
  readonly cells: readonly TableCell[];
}

/** Formats that cells are to get, each handed out once: with what else is written into its cell, or by itself. */
export class PendingStyles {
  private readonly styles = new Map<string, CellFormat & { readonly sheetId: string }>();

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
  rest(): Iterable<CellFormat & { readonly sheetId: string }> {
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
