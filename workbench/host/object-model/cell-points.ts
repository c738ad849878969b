/** Where cells lie on their sheet, in points from its upper left corner. */
import type { Area } from "../a1";
import type { ObjectModel } from "./object-model";

/** Excel's usual cell. */
const COLUMN = 48;
const ROW = 15;

export function pointsOf(model: ObjectModel, { sheet, row, column, rowCount, columnCount }: Area) {
  const width = (at: number): number =>
    Number(
      model.workbook.formats.get({ sheet, row: 0, column: at, rowCount: 1, columnCount: 1 }, "columnWidth") ?? COLUMN,
    );
  const across = (from: number, count: number): number =>
    Array.from({ length: count }, (_, i) => width(from + i)).reduce((sum, each) => sum + each, 0);
  return { left: across(0, column), top: row * ROW, width: across(column, columnCount), height: rowCount * ROW };
}

export type Points = ReturnType<typeof pointsOf>;
