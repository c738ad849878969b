import type { Rectangle } from "../../notation/reference";
import type { LayoutRow, TableLayout } from "../layout";
import { overlaps, type SheetScan, type WorkbookScan } from "../../scan";

/** What stands around a table. */
export class TableSurroundings {
  constructor(
    private readonly scan: WorkbookScan,
    private readonly sheet: SheetScan,
    private readonly area: Rectangle,
  ) {}

  /** The table with the user's own columns on both sides: what stands without a blank column between, in the rows of its body. */
  withOwnColumns(bodyRow: number, bodyRows: number): Rectangle {
    const isBlank = (column: number) =>
      column < 0 || this.isFree({ row: bodyRow, column, rows: Math.max(bodyRows, 1), columns: 1 });
    let { column, columns } = this.area;
    while (!isBlank(column - 1)) [column, columns] = [column - 1, columns + 1];
    while (!isBlank(column + columns)) columns++;
    return { ...this.area, column, columns };
  }

  /** Whether cells are empty and no table of Excel's reaches into them. */
  isFree(cells: Rectangle): boolean {
    for (let row = cells.row; row < cells.row + cells.rows; row++) {
      for (let column = cells.column; column < cells.column + cells.columns; column++)
        if (this.isFilled(row, column)) return false;
    }
    return !this.scan.tables.some(({ sheetId, area }) => sheetId === this.sheet.id && overlaps(area, cells));
  }

  isFilled(row: number, column: number): boolean {
    return !this.sheet.isEmpty(row, column);
  }

  /** A row in which somebody wrote something where the table had nothing and now comes to have something. */
  takenRow(before: TableLayout, after: TableLayout): LayoutRow | undefined {
    const { row, column } = this.area;
    const comes = (r: number, c: number) => (after.rows[r]?.cells[c] ?? null) !== null;
    return before.rows.find(({ cells }, r) =>
      cells.some((cell, c) => cell === null && comes(r, c) && this.isFilled(row + r, column + c)),
    );
  }

  /** Whether whole rows may be pushed in above `row`: nothing outside the table's columns reaches across. */
  canPushDown(row: number, own: Rectangle): boolean {
    const { used } = this.sheet;
    if (!used) return true;
    for (let column = used.column; column < used.column + used.columns; column++) {
      const isOutside = column < own.column || column >= own.column + own.columns;
      if (isOutside && this.isFilled(row - 1, column) && this.isFilled(row, column)) return false;
    }
    return !this.scan.tables.some(
      ({ sheetId, area }) => sheetId === this.sheet.id && area.row < row && area.row + area.rows > row,
    );
  }
}
