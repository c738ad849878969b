/** What was set of the looks of cells, rows and columns, in Univer's words: what it worked out by itself is left out. */
import type { IColumnData, IRowData, IStyleData, Nullable } from "@univerjs/core";
import type { Grid } from "./grid";

/** A row's height or a column's width, in pixels. */
export interface SetLine {
  readonly size: number | undefined;
  readonly isHidden: boolean;
}

export class SetLooks {
  constructor(private readonly grid: Grid) {}

  cell(sheet: string, row: number, column: number): IStyleData {
    return this.grid.sheet(sheet).getCellStyle(row, column) ?? {};
  }

  rows(sheet: string): Map<number, SetLine> {
    return linesOf(this.grid.sheet(sheet).getRowManager().getRowData(), ({ h }: IRowData) => h);
  }

  columns(sheet: string): Map<number, SetLine> {
    return linesOf(this.grid.sheet(sheet).getColumnManager().getColumnData(), ({ w }: IColumnData) => w);
  }
}

/** Heights or widths as Univer keeps them, by row or column. */
export function linesOf<T extends { hd?: Nullable<number> }>(
  data: object,
  size: (line: T) => Nullable<number>,
): Map<number, SetLine> {
  const lines = Object.entries(data as Record<number, Nullable<T>>);
  return new Map(
    lines.flatMap(([at, line]): [number, SetLine][] =>
      line ? [[Number(at), { size: size(line) ?? undefined, isHidden: line.hd === 1 }]] : [],
    ),
  );
}
