import { covers, type Rectangle } from "../notation/reference";
import type { Scalar, Value } from "../formula";
import { isFormula, overlaps, scalarOf, type CellsRead, type FormulaCell } from "./cells";

/** What is known of a sheet without reading its cells. */
export interface SheetFacts {
  readonly id: string;
  readonly name: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  readonly isProtected: boolean;
  /** Whether any row in use is hidden, by a filter or otherwise; default no. */
  readonly hidesRows?: boolean;
}

/** One sheet as it stood when it was read. */
export class SheetScan {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetFacts["visibility"];
  readonly isProtected: boolean;
  readonly hidesRows: boolean;
  private readonly spillsByRow = new Map<number, Rectangle[]>();
  private lastRead: CellsRead | undefined;

  /**
   * @param used what is in use; undefined for an empty sheet
   * @param read every cell in use that holds something
   * @param spills the areas that formulas of interest fill, each with its formula in the first cell
   */
  constructor(
    facts: SheetFacts,
    readonly used: Rectangle | undefined,
    private readonly read: readonly CellsRead[],
    readonly spills: readonly Rectangle[] = [],
  ) {
    this.id = facts.id;
    this.name = facts.name;
    this.visibility = facts.visibility;
    this.isProtected = facts.isProtected;
    this.hidesRows = facts.hidesRows ?? false;
    for (const spill of spills) {
      for (let row = spill.row; row < spill.row + spill.rows; row++)
        this.spillsByRow.set(row, [...(this.spillsByRow.get(row) ?? []), spill]);
    }
  }

  /** What the cell shows; null when it is empty. */
  value(row: number, column: number): Scalar {
    const cells = this.cellsAt(row, column);
    return cells ? scalarOf(cells.values[row - cells.row]![column - cells.column]) : null;
  }

  /** The formula that the cell itself holds; undefined for a constant, an empty cell and one that only shows what spills. */
  formula(row: number, column: number): string | undefined {
    const cells = this.cellsAt(row, column);
    if (!cells) return undefined;
    const spill = this.spillOver(row, column);
    const isOwn = !spill || (spill.row === row && spill.column === column);
    return isOwn ? formulaIn(cells, row, column) : undefined;
  }

  /** The values of an area as they lie. */
  values(area: Rectangle): Scalar[][] {
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (__, c) => this.value(area.row + r, area.column + c)),
    );
  }

  /** The spill that covers a cell, its own included. */
  spillOver(row: number, column: number): Rectangle | undefined {
    return this.spillsByRow.get(row)?.find((spill) => covers(spill, row, column));
  }

  /** What the formula in a cell fills: its spill, or the cell alone. */
  areaOf(row: number, column: number): Rectangle {
    const spill = this.spillOver(row, column);
    return spill?.row === row && spill.column === column ? spill : { row, column, rows: 1, columns: 1 };
  }

  /** Whether a cell holds nothing: a formula that shows nothing is something. */
  isEmpty(row: number, column: number): boolean {
    return this.value(row, column) === null && this.formula(row, column) === undefined;
  }

  /** Whether a cell that the formula in a cell does not fill now is in the way of its new value. */
  isBlocked(row: number, column: number, value: Value): boolean {
    if (!Array.isArray(value)) return false;
    const area = this.areaOf(row, column);
    const isTaken = (r: number, c: number) => !covers(area, r, c) && !this.isEmpty(r, c);
    return value.some((line, r) => line.some((_, c) => isTaken(row + r, column + c)));
  }

  /** Every cell with a formula of its own, row by row within each part that was read. */
  *formulaCells(within?: Rectangle): Generator<FormulaCell> {
    for (const cells of this.read) {
      if (within && !overlaps(cells, within)) continue;
      for (let r = 0; r < cells.rows; r++) {
        for (let c = 0; c < cells.columns; c++) {
          const [row, column] = [cells.row + r, cells.column + c];
          if (formulaIn(cells, row, column) === undefined || (within && !covers(within, row, column))) continue;
          const formula = this.formula(row, column);
          if (formula !== undefined) yield { row, column, formula, value: scalarOf(cells.values[r]![c]) };
        }
      }
    }
  }

  /** Every text in a cell, whether it was typed or a formula gives it. */
  *texts(): Generator<{ readonly row: number; readonly column: number; readonly text: string }> {
    for (const { row, column, values } of this.read) {
      for (const [r, line] of values.entries())
        for (const [c, text] of line.entries())
          if (typeof text === "string" && text !== "") yield { row: row + r, column: column + c, text };
    }
  }

  private cellsAt(row: number, column: number): CellsRead | undefined {
    if (!this.lastRead || !covers(this.lastRead, row, column))
      this.lastRead = this.read.find((cells) => covers(cells, row, column));
    return this.lastRead;
  }
}

function formulaIn({ row, column, formulas, values }: CellsRead, atRow: number, atColumn: number): string | undefined {
  const content = formulas[atRow - row]![atColumn - column];
  return isFormula(content, values[atRow - row]![atColumn - column]) ? content : undefined;
}
