import { isAlike } from "../../sheets/tables/looks/looks";
import type { LayoutRow, TableLayout } from "../../sheets/tables/layout";
import type { TablePlan } from "../../sheets/tables/plan/plan";
import { GREY } from "../../sheets/insert/looks";
import type { Look } from "../looks/look";
import type { SavedWorkbook } from "../saved-workbook";

export interface CellStyle {
  readonly row: number;
  readonly column: number;
  /** The number of its format. */
  readonly style: string;
}

/**
 * How the cells of a refreshed table come to look: like the cells of their kind did, as their user left them, with the number
 * format of their own figure. Only those that look otherwise now.
 * @param derived the number of a format like another one but for a look
 */
export function tableStyles(
  { instance, before, after }: TablePlan,
  workbook: SavedWorkbook,
  derived: (base: number, look: Look) => number,
): CellStyle[] {
  const { sheet, area, mode } = instance;
  const styleAt = (row: number, column: number) => workbook.styleAt(sheet.id, area.row + row, area.column + column);
  const modelFor = modelRows(before, after, mode === "values");
  const styles: CellStyle[] = [];
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
