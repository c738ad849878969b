import type { Rectangle } from "../../notation/reference";
import type { SheetScan } from "../../scan";
import { contentAt, signature } from "../cell-content";
import type { TableLayout } from "../layout";
import { matchColumns } from "./match-columns";
import { matchRows } from "./match-rows";
import type { Match } from "./pair-between";

/** Which row and which column of a layout stands where on the sheet; what somebody put there is undefined. */
export interface TableMatch {
  readonly rows: Match;
  readonly columns: Match;
}

/** Undefined where it cannot be told for certain, so much was changed by hand. */
export function matchTable(sheet: SheetScan, area: Rectangle, layout: TableLayout): TableMatch | undefined {
  const columns = matchColumns(sheet, area, layout);
  if (!columns) return undefined;
  const places = [...columns.entries()]
    .filter((entry): entry is [number, number] => entry[1] !== undefined)
    .sort(([, a], [, b]) => a - b);
  const cells = Array.from({ length: area.rows }, (_, row) =>
    places.map(([at]) => signature(contentAt(sheet, area.row + row, area.column + at))),
  );
  const known = places.map(([, index]) => index);
  const wanted = layout.rows.map((row) => ({
    isBody: row.isBody,
    cells: known.map((index) => signature(row.cells[index] ?? null)),
    labels: known.filter((index) => index < row.labels).length,
  }));
  const rows = matchRows(cells, wanted);
  return rows && { rows, columns };
}

/** Whether every row and column stands where the table had it, and nothing else. */
export function isInPlace({ rows, columns }: TableMatch, layout: TableLayout): boolean {
  return (
    rows.length === layout.rows.length &&
    columns.length === layout.columns &&
    [rows, columns].every((match) => match.every((index, at) => index === at))
  );
}
