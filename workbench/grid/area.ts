/** Between areas as the host has them and Univer's ranges. */
import type { IRange } from "@univerjs/core";
import type { Area } from "../host/a1";
import type { Grid } from "./grid";

export function rangeOf({ row, column, rowCount, columnCount }: Omit<Area, "sheet">): IRange {
  return { startRow: row, endRow: row + rowCount - 1, startColumn: column, endColumn: column + columnCount - 1 };
}

export function areaOf(sheet: string, { startRow, endRow, startColumn, endColumn }: IRange): Area {
  return {
    sheet,
    row: startRow,
    column: startColumn,
    rowCount: endRow - startRow + 1,
    columnCount: endColumn - startColumn + 1,
  };
}

/** The part of an area that Univer's sheet has: it is smaller than Excel's. */
export function clipped(grid: Grid, area: Area): Area {
  const sheet = grid.sheet(area.sheet);
  const rowCount = Math.min(area.rowCount, sheet.getRowCount() - area.row);
  const columnCount = Math.min(area.columnCount, sheet.getColumnCount() - area.column);
  return { ...area, rowCount: Math.max(rowCount, 0), columnCount: Math.max(columnCount, 0) };
}
