import type { Rectangle } from "../../sheets/notation/reference";
import type { SheetScan } from "../../sheets/scan";
import type { TableInstance } from "../../sheets/tables/find/find-tables";
import type { TableLayout } from "../../sheets/tables/layout";
import type { TablePlan } from "../../sheets/tables/plan/plan";
import type { Content } from "../../sheets/write/content";

/** A cell of an inserted table and what it is to hold. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly content: Exclude<Content, { readonly formula: string }>;
}

/** Why a table cannot be written into a file, though Excel could. */
export type TableHindrance = "rows-would-move" | "formulas-would-change";

/** The cells to write; or why they cannot be. Rows are never moved in a file: formulas, names and charts would have to follow. */
export function tableCells({ instance, after, before, shifts, writes }: TablePlan): TableCell[] | TableHindrance {
  const { sheet, area } = instance;
  const all = shifts.length > 0 ? everyCell(sheet, area, before, after) : writes;
  if (shifts.length > 0 && !isLast(instance, Math.max(before.rows.length, after.rows.length))) return "rows-would-move";
  const cells: TableCell[] = [];
  for (const { row, column, content } of all) {
    const at = { row: area.row + row, column: area.column + column };
    const stands = sheet.formula(at.row, at.column);
    if (isFormula(content)) {
      if (stands !== content.formula) return "formulas-would-change";
    } else if (stands !== undefined) return "formulas-would-change";
    else cells.push({ ...at, content });
  }
  return cells;
}

function isFormula(content: Content): content is { readonly formula: string } {
  return content !== null && typeof content === "object" && "formula" in content;
}

/** Every cell of the new table that is not what stands there. */
function everyCell(
  sheet: SheetScan,
  area: Rectangle,
  before: TableLayout,
  after: TableLayout,
): { row: number; column: number; content: Content }[] {
  const rows = Math.max(before.rows.length, after.rows.length);
  const columns = Math.max(before.columns, after.columns);
  return Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    return { row, column, content: after.rows[row]?.cells[column] ?? null };
  }).filter(({ row, column, content }) => content !== sheet.value(area.row + row, area.column + column));
}

/** Whether a table stands at the end of what is on its sheet, with nothing of its user's beside it. */
function isLast({ sheet, area }: TableInstance, rows: number): boolean {
  const { used } = sheet;
  if (!used) return true;
  const isEmpty = (row: number, column: number) =>
    sheet.value(row, column) === null && sheet.formula(row, column) === undefined;
  for (let row = area.row; row < Math.max(used.row + used.rows, area.row + rows); row++)
    for (let column = used.column; column < used.column + used.columns; column++) {
      const isOwn = row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
      if (!isOwn && !isEmpty(row, column)) return false;
    }
  return true;
}
