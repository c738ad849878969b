/** When formulas are computed: on entry and on request. There is no dependency between cells here. */
import type { Area } from "../a1";
import type { Calculation, CellValue, Evaluate, Matrix, WorkbookEvent } from "../workbook-model";
import type { Grid, Grids } from "./grid";

const BUSY = { error: "#BUSY!" };

const isMatrix = (result: CellValue | Matrix<CellValue>): result is Matrix<CellValue> => Array.isArray(result);

export class MemoryCalculation implements Calculation {
  mode: Calculation["mode"] = "Automatic";
  private readonly running = new Set<Promise<void>>();
  private last = 0;

  constructor(
    private readonly evaluate: Evaluate,
    private readonly grids: Grids,
    private readonly tell: (event: WorkbookEvent) => void,
  ) {}

  /** `only` narrows the cells of the areas. */
  recalculate(areas: readonly Area[], only: (row: number, column: number) => boolean = () => true): void {
    for (const area of areas) {
      const grid = this.grids.of(area.sheet);
      for (const [row, column, cell] of grid.used(area)) {
        if (cell.formula && only(row, column)) this.start(grid, row, column);
      }
    }
  }

  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  private start(grid: Grid, row: number, column: number): void {
    const pending = ++this.last;
    const { formula, numberFormat } = grid.get(row, column);
    grid.set(row, column, { value: BUSY, formula, numberFormat, pending });
    const at: Area = { sheet: grid.sheet, row, column, rowCount: 1, columnCount: 1 };
    const done = this.evaluate(formula, at)
      .catch((error: unknown): CellValue => ({ error: "#VALUE!", message: String(error) }))
      .then((result) => this.finish(grid, at, pending, result))
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }

  private finish(grid: Grid, at: Area, pending: number, result: CellValue | Matrix<CellValue>): void {
    const { pending: awaited, ...cell } = grid.get(at.row, at.column);
    // Another entry or a newer computation has taken the place of this one.
    if (awaited !== pending) return;
    const value = isMatrix(result) ? (result[0]?.[0] ?? "") : result;
    const spills = isMatrix(result) && (result.length > 1 || (result[0]?.length ?? 0) > 1);
    grid.set(at.row, at.column, { ...cell, value, ...(spills ? { matrix: result } : {}) });
    this.tell({ kind: "calculated", area: at });
  }
}
