import type { FormulaEngine } from "../../sheets/dependents";
import { functionId, nodesOf, parsed, single } from "../../sheets/formula";
import type { Rectangle } from "../../sheets/notation/reference";
import type { SheetScan } from "../../sheets/scan";
import type { TableInstance } from "../../sheets/tables/find/find-tables";
import type { TableLayout } from "../../sheets/tables/layout";
import type { TablePlan } from "../../sheets/tables/plan/plan";
import { isFormulaContent, type Content } from "../../sheets/write/content";
import type { CellValue } from "../cells/patch";
import { keptFormula } from "../formulas/kept";

/** A cell of an inserted table and what it is to show. */
export interface TableCell extends CellValue {
  /** As a file keeps it; without one, no formula stands there any more. */
  readonly formula?: string;
}

/** Why a table cannot be written into a file, though Excel could. */
export type TableHindrance = "rows-would-move" | "formulas-would-change";

/**
 * The cells to write; or why they cannot be. Rows are never moved in a file: formulas, names and charts would have to follow.
 * A table at the end of its sheet is written anew where it stands, with its formulas as far as they ask Orebook alone.
 */
export async function tableCells(plan: TablePlan, engine: FormulaEngine): Promise<TableCell[] | TableHindrance> {
  const { instance, before, after, shifts, writes } = plan;
  const { sheet, area } = instance;
  const moves = shifts.length > 0;
  if (moves && !isLast(instance, Math.max(before.rows.length, after.rows.length))) return "rows-would-move";
  const cells: TableCell[] = [];
  for (const { row, column, content } of moves ? everyCell(sheet, area, before, after) : writes) {
    const at = { row: area.row + row, column: area.column + column };
    const stands = sheet.formula(at.row, at.column);
    if (stands !== undefined && isFormulaContent(content) && stands === content.formula) continue;
    if (stands !== undefined && !asksAlone(stands)) return "formulas-would-change";
    const cell = isFormulaContent(content) ? await computed(content.formula, engine) : { value: content };
    if (cell === undefined) return "formulas-would-change";
    cells.push({ ...at, ...cell });
  }
  return cells;
}

/** What a formula shows, where it can be written with it: one that fills several cells would need room that nobody looked for. */
async function computed(
  formula: string,
  engine: FormulaEngine,
): Promise<Pick<TableCell, "formula" | "value"> | undefined> {
  const kept = keptFormula(formula);
  if (kept === undefined || !asksAlone(formula)) return undefined;
  const value = single(await engine.evaluate(formula, {}));
  return Array.isArray(value) ? undefined : { formula: kept, value };
}

/** Whether a formula calls Orebook's functions with words and numbers and looks at no cell. */
function asksAlone(formula: string): boolean {
  const node = parsed(formula);
  return (
    node !== undefined &&
    nodesOf(node).every((one) =>
      one.kind === "call"
        ? functionId(one.name) !== undefined
        : ["literal", "unary", "binary", "group"].includes(one.kind),
    )
  );
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
  }).filter(({ row, column, content }) => {
    const at = [area.row + row, area.column + column] as const;
    return content !== sheet.value(...at) || sheet.formula(...at) !== undefined;
  });
}

/** Whether a table stands at the end of what is on its sheet, with nothing of its user's beside it. */
function isLast({ sheet, area }: TableInstance, rows: number): boolean {
  const { used } = sheet;
  if (!used) return true;
  for (let row = area.row; row < Math.max(used.row + used.rows, area.row + rows); row++)
    for (let column = used.column; column < used.column + used.columns; column++) {
      const isOwn = row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
      if (!isOwn && !sheet.isEmpty(row, column)) return false;
    }
  return true;
}
