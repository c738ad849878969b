/** How the cells of the in-memory workbook change place. */
import { intersection, type Area } from "../a1";
import type { Carrier, FormulaCell } from "../structure/restructure";
import { areaAfter, disturbed, spanOf, withSpan, type Shift, type Step } from "../structure/step";
import type { MemoryCalculation } from "./calculation";
import type { MemoryFormats } from "./formats";
import { BLANK, type GridCell, type Grids } from "./grid";
import type { Journal } from "./journal";

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
    const leaving = disturbed(step).flatMap((band) =>
      [...this.grids.of(band.sheet).everything()].filter(({ at }) => intersection(at, band)),
    );
    const arriving = leaving.flatMap(({ at, cell }) => {
      const place = areaAfter(step, at);
      return place ? [{ at: place, cell }] : [];
    });
    const looks = step.kind === "insert" ? this.inserted(step) : [];
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

  /** Inserted cells have the number formats of those they were inserted behind. */
  private inserted({ area, along }: Shift): PlacedCell[] {
    const { start, count } = spanOf(area, along);
    const behind = withSpan(area, along, { start: start - 1, count: 1 });
    const formatted = [...this.grids.of(area.sheet).everything()].filter(({ at }) => intersection(at, behind));
    return formatted.flatMap(({ at, cell: { numberFormat } }) =>
      Array.from({ length: count }, (_, i) => ({
        at: withSpan(at, along, { start: start + i, count: 1 }),
        cell: { ...BLANK, numberFormat },
      })),
    );
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
