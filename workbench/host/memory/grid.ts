/** The cells of one sheet, sparse. A cell is never changed in place, so that the undo journal can keep the old one. */
import { MAX_COLUMNS, bounding, cellArea, intersection, type Area } from "../a1";
import type { CellValue, Matrix } from "../workbook-model";

export interface GridCell {
  readonly value: CellValue;
  readonly formula: string;
  readonly numberFormat: string;
  /** What the formula gave when that is more than one value; the first is in this cell. */
  readonly matrix?: Matrix<CellValue>;
  /** The number of the computation this cell waits for. */
  readonly pending?: number;
}

export const BLANK: GridCell = { value: "", formula: "", numberFormat: "General" };

const hasContent = (cell: GridCell): boolean => cell.value !== "" || cell.formula !== "";

const isBlank = (cell: GridCell): boolean => !hasContent(cell) && cell.numberFormat === BLANK.numberFormat;

export class Grid {
  private readonly cells = new Map<number, GridCell>();
  private spills: Map<number, Area> | null = null;

  constructor(readonly sheet: string) {}

  get(row: number, column: number): GridCell {
    return this.cells.get(row * MAX_COLUMNS + column) ?? BLANK;
  }

  /** Returns the cell that was there. */
  set(row: number, column: number, cell: GridCell): GridCell {
    const before = this.get(row, column);
    if (isBlank(cell)) this.cells.delete(row * MAX_COLUMNS + column);
    else this.cells.set(row * MAX_COLUMNS + column, cell);
    this.spills = null;
    return before;
  }

  /** The cells in use within an area, row by row. */
  *used(area: Area): Generator<[row: number, column: number, cell: GridCell]> {
    const keys = [...this.cells.keys()].sort((a, b) => a - b);
    for (const key of keys) {
      const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
      if (intersection(area, cellArea(this.sheet, row, column))) yield [row, column, this.get(row, column)];
    }
  }

  /** Every cell in use. */
  *everything(): Generator<{ readonly at: Area; readonly cell: GridCell }> {
    for (const [key, cell] of this.cells)
      yield { at: cellArea(this.sheet, Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS), cell };
  }

  /** Around every cell that holds something, spilled values included; with `valuesOnly`, a number format alone does not count. */
  extent(valuesOnly: boolean): Area | null {
    let extent: Area | null = null;
    const include = (area: Area): void => {
      extent = extent ? bounding(extent, area) : area;
    };
    for (const { at, cell } of this.everything()) if (!valuesOnly || hasContent(cell)) include(at);
    for (const spill of this.spilling().values()) include(spill);
    return extent;
  }

  /** What the cell shows: its own value, `#SPILL!` when its matrix has no room, or a value spilled from another cell. */
  shown(row: number, column: number): CellValue {
    const cell = this.get(row, column);
    if (cell.matrix) return this.spillOf(row, column) ? cell.value : { error: "#SPILL!" };
    if (hasContent(cell)) return cell.value;
    const parent = this.spillOver(row, column);
    return parent ? this.get(parent.row, parent.column).matrix![row - parent.row]![column - parent.column]! : "";
  }

  /** What the formula in this cell spills over. */
  spillOf(row: number, column: number): Area | null {
    return this.spilling().get(row * MAX_COLUMNS + column) ?? null;
  }

  /** The spill that covers this cell. */
  spillOver(row: number, column: number): Area | null {
    const cell = cellArea(this.sheet, row, column);
    for (const spill of this.spilling().values()) if (intersection(spill, cell)) return spill;
    return null;
  }

  /** Every spill that has room: all cells but its first without content, and no earlier spill in the way. */
  private spilling(): Map<number, Area> {
    if (this.spills) return this.spills;
    const spills = new Map<number, Area>();
    for (const [key, { matrix }] of this.cells) {
      if (!matrix) continue;
      const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
      const area = { sheet: this.sheet, row, column, rowCount: matrix.length, columnCount: matrix[0]?.length ?? 0 };
      const isFree = matrix.every((line, r) =>
        line.every((_, c) => (r === 0 && c === 0) || !hasContent(this.get(row + r, column + c))),
      );
      if (isFree && ![...spills.values()].some((other) => intersection(other, area))) spills.set(key, area);
    }
    return (this.spills = spills);
  }
}

/** The grids of all sheets, each made when first asked for and kept when its sheet goes: undo may bring the sheet back. */
export class Grids {
  private readonly grids = new Map<string, Grid>();

  of(sheet: string): Grid {
    const grid = this.grids.get(sheet) ?? new Grid(sheet);
    this.grids.set(sheet, grid);
    return grid;
  }

  all(): readonly Grid[] {
    return [...this.grids.values()];
  }
}
