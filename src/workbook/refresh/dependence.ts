import { callsIn, FormulaSyntaxError, parse, readTableReference, rectangleOf, splitSheet, type Node, type Rectangle } from "../formula";
import { keyOf, type Position, type WorkbookCells } from "./workbook-cells";

/** A reference to more cells is not followed: it counts as dependent. */
const MOST_CELLS = 2000;

/** Which cells show something that Orebook answers, directly or by way of others. */
export class Dependence {
  private readonly known = new Map<string, boolean>();

  /** `isSpilled`: whether a cell shows what an Orebook formula elsewhere spills. */
  constructor(
    private readonly cells: WorkbookCells,
    private readonly isSpilled: (at: Position) => boolean,
  ) {}

  depends(at: Position): boolean {
    const key = keyOf(at);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // A cell that is being looked at depends on nothing new: a circle adds nothing.
    this.known.set(key, false);
    const depends = this.isSpilled(at) || this.formulaDepends(this.cells.formulaAt(at), at);
    this.known.set(key, depends);
    return depends;
  }

  private formulaDepends(formula: unknown, at: Position): boolean {
    if (typeof formula !== "string" || !formula.startsWith("=")) return false;
    if (callsIn(formula).length > 0) return true;
    try {
      return this.nodeDepends(parse(formula), at);
    } catch (error) {
      if (error instanceof FormulaSyntaxError) return true;
      throw error;
    }
  }

  private nodeDepends(node: Node, at: Position): boolean {
    const any = (nodes: readonly (Node | undefined)[]) => nodes.some((one) => one !== undefined && this.nodeDepends(one, at));
    switch (node.kind) {
      case "literal":
        return false;
      case "reference":
        return this.rangeDepends(node.sheet === undefined ? at.sheetId : this.cells.sheetNamed(node.sheet), rectangleOf(node.text));
      case "name": {
        const { sheet, rest } = splitSheet(node.text);
        const scope = sheet === undefined ? at.sheetId : (this.cells.sheetNamed(sheet) ?? at.sheetId);
        return this.formulaDepends(this.cells.nameFormula(rest, scope), at);
      }
      case "structured": {
        const table = this.cells.tableNamed(readTableReference(node.text)?.table ?? "") ?? this.cells.tableAt(at);
        return table !== undefined && this.rangeDepends(table.sheetId, { row: table.row, column: table.column, rows: table.rows, columns: table.columns.length });
      }
      case "call":
        return any(node.args);
      case "application":
        return any([node.callee, ...node.args]);
      case "group":
        return any([node.inner]);
      case "unary":
      case "postfix":
        return any([node.operand]);
      case "binary":
        return any([node.left, node.right]);
    }
  }

  private rangeDepends(sheetId: string | undefined, rectangle: Rectangle | undefined): boolean {
    if (sheetId === undefined || !rectangle) return false;
    const { row, column, rows, columns } = this.cells.withinUse(sheetId, rectangle);
    if (rows * columns > MOST_CELLS) return true;
    for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) if (this.depends({ sheetId, row: r, column: c })) return true;
    return false;
  }
}
