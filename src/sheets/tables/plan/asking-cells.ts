import type { Session } from "../../../functions";
import { isFormulaContent, type Content } from "../../write/content";
import { layoutAt } from "../build-layout";
import { contentAt } from "../cell-content";
import type { TableInstance } from "../find/find-tables";
import { isAscending } from "../match/pair-between";
import { matchTable } from "../match/match-table";
import type { Written } from "./as-written";

/** A cell in which a table of formulas asks. */
export interface AskingCell {
  readonly formula: string;
  /** What it answers as of the table's standing. */
  readonly figure: Content;
  /** Where in the layout it is. */
  readonly index: readonly [row: number, column: number];
  /** Where on the sheet it is. */
  readonly row: number;
  readonly column: number;
  /** What stands there. */
  readonly there: Content;
}

export interface AskingCells {
  readonly cells: readonly AskingCell[];
  /** Whether its rows stand in another order than its own. */
  readonly isSorted: boolean;
}

/** The cells in which a table would ask that stands as values; undefined where nobody can tell which is which. */
export function askingCells(
  session: Session,
  { sheet, area }: TableInstance,
  { table, layout }: Written,
): AskingCells | undefined {
  const asked = layoutAt(session, { ...table, mode: "formulas" }, table.standing);
  const match = matchTable(sheet, area, layout);
  if (!match || !("layout" in asked)) return undefined;
  const formulas = new Map(asked.layout.rows.map(({ key, cells }) => [key, cells]));
  const cells = match.rows.flatMap((index, r) =>
    match.columns.flatMap((at, c): AskingCell[] => {
      if (index === undefined || at === undefined) return [];
      const { key, cells: figures } = layout.rows[index]!;
      const content = formulas.get(key)?.[at];
      if (!isFormulaContent(content)) return [];
      const [row, column] = [area.row + r, area.column + c];
      const there = contentAt(sheet, row, column);
      return [{ formula: content.formula, figure: figures[at]!, index: [index, at], row, column, there }];
    }),
  );
  return { cells, isSorted: !isAscending(match.rows) };
}
