import { callsIn, FormulaSyntaxError, parse, readTableReference, type Node } from "../formula";
import { rectangleOf, type Rectangle } from "../notation/reference";
import type { SheetScan, Standpoint, WorkbookScan } from "../scan";

/** A reference to more cells is not followed: it counts as dependent. */
const MOST_CELLS = 2000;

export function keyOf({ sheet, row, column }: Standpoint): string {
  return `${sheet.id} ${row} ${column}`;
}

/** Which cells show something that Orebook answers, directly or by way of others. */
export class Dependence {
  private readonly known = new Map<string, boolean>();

  /** `isSpilled`: whether a cell will show what one of Orebook's formulas elsewhere spills. */
  constructor(
    private readonly scan: WorkbookScan,
    private readonly isSpilled: (at: Standpoint) => boolean,
  ) {}

  depends(at: Standpoint): boolean {
    const key = keyOf(at);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // A cell that is being looked at depends on nothing new: a circle adds nothing.
    this.known.set(key, false);
    const depends =
      this.isSpilled(at) || this.spillDepends(at) || this.formulaDepends(at.sheet.formula(at.row, at.column), at);
    this.known.set(key, depends);
    return depends;
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
    if (callsIn(formula).length > 0) return true;
    try {
      return this.nodeDepends(parse(formula), at);
    } catch (error) {
      if (error instanceof FormulaSyntaxError) return true;
      throw error;
    }
  }

  private nodeDepends(node: Node, at: Standpoint): boolean {
    const any = (...nodes: readonly (Node | undefined)[]) =>
      nodes.some((one) => one !== undefined && this.nodeDepends(one, at));
    switch (node.kind) {
      case "literal":
        return false;
      case "reference":
        return this.rangeDepends(
          node.sheet === undefined ? at.sheet : this.scan.sheetNamed(node.sheet),
          rectangleOf(node.text),
        );
      case "name":
        return this.nameDepends(node.text, at);
      case "structured":
        return this.tableDepends(readTableReference(node.text)?.table, at);
      case "call":
        return any(...node.args);
      case "application":
        return any(node.callee, ...node.args);
      case "group":
        return any(node.inner);
      case "unary":
      case "postfix":
        return any(node.operand);
      case "binary":
        return any(node.left, node.right);
    }
  }

  private nameDepends(word: string, at: Standpoint): boolean {
    const name = this.scan.names.find(word, at.sheet.id);
    return name
      ? this.scan.names.isLeading(name) || this.formulaDepends(name.formula, at)
      : this.tableDepends(word, at);
  }

  /** Without a name: the table on the formula's own sheet, whichever it is. */
  private tableDepends(name: string | undefined, at: Standpoint): boolean {
    const tables =
      name === undefined ? this.scan.tables.filter(({ sheetId }) => sheetId === at.sheet.id) : [this.scan.table(name)];
    return tables.some((table) => table !== undefined && this.rangeDepends(this.scan.sheet(table.sheetId), table.area));
  }

  private rangeDepends(sheet: SheetScan | undefined, area: Rectangle | undefined): boolean {
    if (!sheet?.used || !area) return false;
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
