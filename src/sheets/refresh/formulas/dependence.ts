import { callsIn } from "../../formula";
import { cellKey } from "../../notation/place";
import type { Rectangle } from "../../notation/reference";
import { readsOf, type Reads, type SheetScan, type Standpoint, type WorkbookScan } from "../../scan";

/** A reference to more cells is not followed: it counts as dependent. */
const MOST_CELLS = 2000;

export function keyOf({ sheet, row, column }: Standpoint): string {
  return cellKey({ sheetId: sheet.id, row, column });
}

/** What the cells depend on that is asked for. */
export interface Sources {
  /** Whether a formula that asks Orebook is one; it stands in this cell. */
  asks(at: Standpoint): boolean;
  /** Whether a cell shows what one of them spills. */
  isSpilled(at: Standpoint): boolean;
}

/** Which cells show something that certain formulas of Orebook's answer, directly or by way of others. */
export class Dependence {
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly scan: WorkbookScan,
    private readonly sources: Sources,
  ) {}

  depends(at: Standpoint): boolean {
    const key = keyOf(at);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // A cell that is being looked at depends on nothing new: a circle adds nothing.
    this.known.set(key, false);
    const depends =
      this.sources.isSpilled(at) ||
      this.spillDepends(at) ||
      this.formulaDepends(at.sheet.formula(at.row, at.column), at);
    this.known.set(key, depends);
    return depends;
  }

  /** Whether any cell that is read depends; what cannot be followed does. */
  readsDepend({ anywhere, links, areas }: Reads): boolean {
    return anywhere || links || areas.some((area) => this.rangeDepends(this.scan.sheet(area.sheetId), area));
  }

  private spillDepends({ sheet, row, column }: Standpoint): boolean {
    const spill = sheet.spillOver(row, column);
    return (
      spill !== undefined &&
      (spill.row !== row || spill.column !== column) &&
      this.depends({ sheet, row: spill.row, column: spill.column })
    );
  }

  private formulaDepends(formula: string | undefined, at: Standpoint): boolean {
    if (!formula?.startsWith("=")) return false;
    const asks = callsIn(formula).length > 0 || this.scan.names.leadingFrom(formula, at.sheet.id).length > 0;
    return (asks && this.sources.asks(at)) || this.readsDepend(readsOf(this.scan, at.sheet, formula));
  }

  private rangeDepends(sheet: SheetScan | undefined, area: Rectangle): boolean {
    if (!sheet?.used) return false;
    const { used } = sheet;
    const lastRow = Math.min(area.row + area.rows, used.row + used.rows);
    const lastColumn = Math.min(area.column + area.columns, used.column + used.columns);
    if ((lastRow - area.row) * (lastColumn - area.column) > MOST_CELLS) return true;
    for (let row = area.row; row < lastRow; row++)
      for (let column = area.column; column < lastColumn; column++)
        if (this.depends({ sheet, row, column })) return true;
    return false;
  }
}
