import { callsIn } from "../formula";
import type { Rectangle } from "../notation/reference";
import type { Place } from "../notation/place";
import type { FormulaCell } from "./cells";
import { NameScans, type NameScan } from "./names";
import type { SheetScan } from "./sheet-scan";

/** A table of Excel's. */
export interface TableScan {
  readonly name: string;
  readonly sheetId: string;
  /** Headers and totals included. */
  readonly area: Rectangle;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
}

/** A formula that calls Orebook's functions, itself or through defined names. */
export interface OrebookFormula extends FormulaCell {
  readonly sheet: SheetScan;
  /** What it fills: its spill, or its own cell. */
  readonly area: Rectangle;
}

/** A workbook as it stood when it was read. */
export class WorkbookScan {
  readonly names: NameScans;
  private readonly byId: ReadonlyMap<string, SheetScan>;
  private readonly byName: ReadonlyMap<string, SheetScan>;

  constructor(
    readonly sheets: readonly SheetScan[],
    names: readonly NameScan[],
    readonly tables: readonly TableScan[],
  ) {
    this.byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    this.byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    this.names = new NameScans(names, (name) => this.byName.get(name.toLowerCase())?.id);
  }

  sheet(id: string): SheetScan | undefined {
    return this.byId.get(id);
  }

  /** Excel compares names without case. */
  sheetNamed(name: string): SheetScan | undefined {
    return this.byName.get(name.toLowerCase());
  }

  table(name: string): TableScan | undefined {
    return this.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  }

  /** Every formula that calls Orebook's functions, sheet by sheet. */
  *orebookFormulas(): Generator<OrebookFormula> {
    for (const sheet of this.sheets) {
      for (const cell of sheet.formulaCells()) {
        if (callsIn(cell.formula).length > 0 || this.names.leadingFrom(cell.formula, sheet.id).length > 0)
          yield { ...cell, sheet, area: sheet.areaOf(cell.row, cell.column) };
      }
    }
  }
}

/** An area of a scanned sheet as a place. */
export function placeOf(
  { id, name }: Pick<SheetScan, "id" | "name">,
  { row, column, rows, columns }: Rectangle,
): Place {
  return { sheetId: id, sheet: name, row, column, rows, columns };
}
