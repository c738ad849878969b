import type { InsertedTable } from "../../record";
import { contentAt, signature } from "../cell-content";
import type { TableLayout } from "../layout";
import type { TableInstance } from "./find-tables";

/**
 * A table with the standing that its cells are of, where its mark and the document say two: its sheet was copied before the
 * refresh that the document noted for both, or what was written or undone was not noted. In doubt the mark is right, which is
 * written with the cells.
 */
export function asItStands(
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
  const lines = Array.from(
    { length: area.rows },
    (_, row) =>
      new Set(
        Array.from({ length: area.columns }, (__, column) =>
          signature(contentAt(sheet, area.row + row, area.column + column)),
        ),
      ),
  );
  const isShown = ({ cells }: TableLayout["rows"][number]) =>
    lines.some((line) => cells.every((cell) => cell === null || line.has(signature(cell))));
  return 2 * rows.filter(isShown).length - rows.length;
}
