/** The contents of the in-memory workbook's cells. */
import { readEntry } from "../cell-input";
import { mapArea, type Area } from "../a1";
import type { CellInput, Cells, CellValue, Matrix, WorkbookEvent } from "../workbook-model";
import type { MemoryCalculation } from "./calculation";
import type { MemoryFormats } from "./formats";
import { BLANK, type GridCell, type Grids } from "./grid";
import type { Journal } from "./journal";
import { movement, type Carrier, type FormulaCell } from "../structure/restructure";
import type { Step } from "../structure/step";

export class MemoryCells implements Cells {
  constructor(
    private readonly journal: Journal,
    private readonly grids: Grids,
    private readonly calculation: MemoryCalculation,
    private readonly formats: MemoryFormats,
    private readonly tell: (event: WorkbookEvent) => void,
  ) {}

  values(area: Area): Matrix<CellValue> {
    const grid = this.grids.of(area.sheet);
    return mapArea(area, (row, column) => grid.shown(row, column));
  }

  formulas(area: Area): Matrix<string | number | boolean> {
    const grid = this.grids.of(area.sheet);
    return mapArea(area, (row, column) => {
      const shown = grid.shown(row, column);
      return grid.get(row, column).formula || (typeof shown === "object" ? shown.error : shown);
    });
  }

  numberFormats(area: Area): Matrix<string> {
    const grid = this.grids.of(area.sheet);
    return mapArea(area, (row, column) => grid.get(row, column).numberFormat);
  }

  enter(area: Area, content: Matrix<CellInput>): void {
    this.change(area, (row, column, cell) => {
      const input = content[row - area.row]![column - area.column]!;
      if (input === null) return cell;
      const { value, formula, numberFormat } = readEntry(input, cell.numberFormat);
      const format = cell.numberFormat === BLANK.numberFormat && numberFormat ? numberFormat : cell.numberFormat;
      return { value: formula ? { error: "#BUSY!" } : value, formula, numberFormat: format };
    });
    this.calculation.recalculate([area], (row, column) => content[row - area.row]![column - area.column] !== null);
    this.tell({ kind: "changed", area, change: "RangeEdited" });
  }

  setNumberFormats(area: Area, formats: Matrix<string | null>): void {
    this.change(area, (row, column, cell) => {
      const numberFormat = formats[row - area.row]![column - area.column];
      return numberFormat === null || numberFormat === undefined ? cell : { ...cell, numberFormat };
    });
  }

  clear(area: Area, what: "All" | "Contents" | "Formats"): void {
    const cleared: Record<typeof what, (cell: GridCell) => GridCell> = {
      All: () => BLANK,
      Contents: ({ numberFormat }) => ({ ...BLANK, numberFormat }),
      Formats: (cell) => ({ ...cell, numberFormat: BLANK.numberFormat }),
    };
    const inUse = [...this.grids.of(area.sheet).used(area)];
    this.replace(
      area,
      inUse.map(([row, column, cell]) => [row, column, cleared[what](cell)]),
    );
    if (what !== "Contents") this.formats.clear(area);
    if (what !== "Formats") this.tell({ kind: "changed", area, change: "RangeEdited" });
  }

  used(sheet: string, valuesOnly: boolean): Area | null {
    return this.grids.of(sheet).extent(valuesOnly);
  }

  spilled(area: Area): Matrix<boolean> {
    const grid = this.grids.of(area.sheet);
    return mapArea(area, (row, column) => grid.spillOver(row, column) !== null);
  }

  spillParent(area: Area): Area | null {
    const spill = this.grids.of(area.sheet).spillOver(area.row, area.column);
    return spill && { ...spill, rowCount: 1, columnCount: 1 };
  }

  spillArea(area: Area): Area | null {
    return this.grids.of(area.sheet).spillOf(area.row, area.column);
  }

  private change(area: Area, to: (row: number, column: number, cell: GridCell) => GridCell): void {
    const grid = this.grids.of(area.sheet);
    const changed: [number, number, GridCell][] = [];
    mapArea(area, (row, column) => {
      const cell = grid.get(row, column);
      const next = to(row, column, cell);
      if (next !== cell) changed.push([row, column, next]);
    });
    this.replace(area, changed);
  }

  private replace(area: Area, cells: readonly [row: number, column: number, cell: GridCell][]): void {
    if (cells.length === 0) return;
    const grid = this.grids.of(area.sheet);
    const before = cells.map(([row, column, cell]) => [row, column, grid.set(row, column, cell)] as const);
    this.journal.note(() => {
      for (const [row, column, cell] of before) grid.set(row, column, cell);
      this.calculation.recalculate([area], (row, column) => grid.get(row, column).pending !== undefined);
      this.tell({ kind: "changed", area, change: "RangeEdited" });
    });
  }
}

interface PlacedCell {
  readonly at: Area;
  readonly cell: GridCell;
}

export class MemoryCarrier implements Carrier {
  constructor(
    private readonly journal: Journal,
    private readonly grids: Grids,
    private readonly calculation: MemoryCalculation,
    private readonly formats: MemoryFormats,
  ) {}

  formulas(): readonly FormulaCell[] {
    return this.grids
      .all()
      .flatMap((grid) =>
        [...grid.everything()]
          .filter(({ cell }) => cell.formula)
          .map(({ at, cell }) => ({ at, formula: cell.formula })),
      );
  }

  carry(step: Step): void {
    const { leaving, arriving, models } = movement(step, (sheet) => [...this.grids.of(sheet).everything()]);
    // Inserted cells have the number formats of those they were inserted behind.
    const looks = models.map(({ at, cell: { numberFormat } }) => ({ at, cell: { ...BLANK, numberFormat } }));
    this.put([...leaving.map(({ at }) => ({ at, cell: BLANK })), ...arriving, ...looks]);
    this.formats.carry(step);
  }

  rewrite(formulas: readonly FormulaCell[]): void {
    const rewritten = formulas.map(({ at, formula }) => ({
      at,
      cell: { ...this.grids.of(at.sheet).get(at.row, at.column), formula },
    }));
    this.put(rewritten);
    this.calculation.recalculate(rewritten.filter(({ cell }) => cell.formula.includes("#REF!")).map(({ at }) => at));
  }

  copy(from: string, to: string): void {
    this.put([...this.grids.of(from).everything()].map(({ at, cell }) => ({ at: { ...at, sheet: to }, cell })));
    this.formats.copy(from, to);
  }

  private put(cells: readonly PlacedCell[]): void {
    const before = cells
      .map(({ at, cell }) => ({ at, cell: this.grids.of(at.sheet).set(at.row, at.column, cell) }))
      .reverse();
    this.resume(cells);
    this.journal.note(() => {
      for (const { at, cell } of before) this.grids.of(at.sheet).set(at.row, at.column, cell);
      this.resume(before);
    });
  }

  /** What was being computed is computed at its new place. */
  private resume(cells: readonly PlacedCell[]): void {
    this.calculation.recalculate(cells.filter(({ cell }) => cell.pending !== undefined).map(({ at }) => at));
  }
}
