import {
  chainOf,
  functionId,
  parsed,
  rewrite,
  withTypedNames,
  type Call,
  type Node,
  type Replacement,
  type Scalar,
} from "../formula";
import { addressOfCell, cellsOf } from "../notation/place";
import { rectangleOf, splitSheet, type Rectangle } from "../notation/reference";
import { tableArea, type SheetScan, type Standpoint, type WorkbookScan } from "../scan";

/** Why only Excel can tell what a formula shows. */
export type Obstacle = "volatile" | "unfollowed" | "link" | "unknown-function" | "unreadable";

/** Cells that a formula looks at. */
export interface CellArea {
  readonly sheet: SheetScan;
  readonly area: Rectangle;
}

/** Their value may be another each time. */
const VOLATILE = /^(?:RAND|RANDARRAY|RANDBETWEEN|NOW|TODAY|INFO|CELL)$/;

/** They look at cells that no reference names, or at more of a cell than its value. */
const UNFOLLOWED =
  /^(?:INDIRECT|OFFSET|GETPIVOTDATA|ROW|COLUMN|AREAS|SHEETS?|FORMULATEXT|ISFORMULA|SUBTOTAL|AGGREGATE|CUBE\w+|RTD|WEBSERVICE|STOCKHISTORY|TABLE|PY)$/;

/** Those of them that may look at any cell. */
const ANYWHERE = /^(?:INDIRECT|OFFSET|GETPIVOTDATA|TABLE|PY)$/;

/** Names that stand for names: no workbook has more levels. */
const DEEPEST = 16;

/** @param isKnown whether a function can be computed here */
export function relocate(scan: WorkbookScan, at: Standpoint, formula: string, isKnown: (name: string) => boolean) {
  const relocation = new Relocation(scan, isKnown);
  const text = relocation.write(withTypedNames(formula), at, 0);
  const { areas, obstacle, looksAnywhere } = relocation;
  return {
    formula: text,
    areas,
    obstacle,
    /** Whether it may look at cells that no reference in it names. */
    looksAnywhere,
  };
}

/**
 * A formula that can be computed without its workbook: each reference stands for cells of one empty sheet, on which the
 * cells that the formula looks at lie side by side.
 */
export type Relocated = ReturnType<typeof relocate>;

/** What lies on the sheet that a relocated formula is computed on. */
export function cellsFor(
  { areas }: Relocated,
  valueAt: (sheet: SheetScan, row: number, column: number) => Scalar,
): Record<string, Scalar> {
  const cells: Record<string, Scalar> = {};
  let left = 0;
  for (const { sheet, area } of areas) {
    for (let row = 0; row < area.rows; row++)
      for (let column = 0; column < area.columns; column++) {
        const value = valueAt(sheet, area.row + row, area.column + column);
        if (value !== null) cells[addressOfCell(row, left + column)] = value;
      }
    left += area.columns;
  }
  return cells;
}

class Relocation {
  readonly areas: CellArea[] = [];
  obstacle: Obstacle | undefined;
  looksAnywhere = false;
  private width = 0;
  /** Variables of LET and LAMBDA, which no defined name of the same spelling hides. */
  private readonly variables = new Set<string>();

  constructor(
    private readonly scan: WorkbookScan,
    private readonly isKnown: (name: string) => boolean,
  ) {}

  /** The formula with every reference moved. `depth`: in how many names it stands. */
  write(formula: string, at: Standpoint, depth: number): string {
    const node = parsed(formula);
    if (!node) return this.blocked("unreadable", formula);
    return rewrite(formula, this.replacements(node, at, depth));
  }

  private replacements(node: Node, at: Standpoint, depth: number): Replacement[] {
    const all = (...nodes: readonly (Node | undefined)[]) =>
      nodes.flatMap((one) => (one ? this.replacements(one, at, depth) : []));
    switch (node.kind) {
      case "literal":
        return [];
      case "reference":
        return this.moved(node, this.reference(node.sheet, node.text, at));
      case "structured":
        return this.moved(node, tableArea(this.scan, at, node.text));
      case "name":
        return this.name(node, at, depth);
      case "group":
        return all(node.inner);
      case "call":
        this.note(node);
        return all(...node.args);
      case "application":
        return all(node.callee, ...node.args);
      case "unary":
        return node.operator === "@" ? this.single(node, at, depth) : all(node.operand);
      case "postfix":
        return node.operator === "#" ? this.moved(node, this.spill(node.operand, at)) : all(node.operand);
      case "binary": {
        const { first, links } = chainOf(node);
        if (links.some(({ operator }) => [":", ",", " "].includes(operator))) this.obstacle ??= "unfollowed";
        return all(first, ...links.map(({ right }) => right));
      }
    }
  }

  /** `@` before what is one cell or one value anyway says nothing. */
  private single({ operand, start }: Extract<Node, { kind: "unary" }>, at: Standpoint, depth: number): Replacement[] {
    const isOne =
      (operand.kind === "reference" && !operand.text.includes(":")) ||
      (operand.kind === "call" && functionId(operand.name) !== undefined);
    if (!isOne) this.obstacle ??= "unfollowed";
    return [{ start, end: operand.start, text: "" }, ...this.replacements(operand, at, depth)];
  }

  private note({ name, args }: Call): void {
    const plain = name.toUpperCase();
    if (/^(?:LET|LAMBDA)$/.test(plain))
      for (const arg of args) if (arg?.kind === "name") this.variables.add(arg.text.toLowerCase());
    this.looksAnywhere ||= ANYWHERE.test(plain);
    if (VOLATILE.test(plain)) this.obstacle ??= "volatile";
    else if (UNFOLLOWED.test(plain)) this.obstacle ??= "unfollowed";
    else if (!this.variables.has(plain.toLowerCase()) && !this.isKnown(plain)) this.obstacle ??= "unknown-function";
  }

  private name({ text, start, end }: Extract<Node, { kind: "name" }>, at: Standpoint, depth: number): Replacement[] {
    if (this.variables.has(text.toLowerCase())) return [];
    const name = this.scan.names.find(text, at.sheet.id);
    if (name && depth < DEEPEST) {
      const inner = this.write(name.formula, at, depth + 1);
      return [{ start, end, text: `(${inner.slice(1)})` }];
    }
    const table = this.scan.table(text);
    if (table) return this.moved({ start, end }, tableArea(this.scan, at, `${table.name}[]`));
    if (splitSheet(text).sheet?.includes("[")) this.obstacle ??= "link";
    else if (name) this.obstacle ??= "unfollowed";
    return [];
  }

  private reference(name: string | undefined, text: string, at: Standpoint): CellArea | undefined {
    if (name?.includes("[")) return void this.blocked("link", text);
    const sheet = name === undefined ? at.sheet : this.scan.sheetNamed(name);
    const area = rectangleOf(text);
    return sheet && area && { sheet, area };
  }

  private spill(operand: Node, at: Standpoint): CellArea | undefined {
    if (operand.kind !== "reference") return undefined;
    const first = this.reference(operand.sheet, operand.text, at);
    return first && { sheet: first.sheet, area: first.sheet.areaOf(first.area.row, first.area.column) };
  }

  private moved({ start, end }: { start: number; end: number }, cells: CellArea | undefined): Replacement[] {
    if (!cells) {
      this.obstacle ??= "unfollowed";
      return [];
    }
    const { sheet, area } = { ...cells, area: inUse(cells) };
    this.areas.push({ sheet, area });
    const text = cellsOf({ row: 0, column: this.width, rows: area.rows, columns: area.columns });
    this.width += area.columns;
    return [{ start, end, text }];
  }

  private blocked(obstacle: Obstacle, text: string): string {
    this.obstacle ??= obstacle;
    return text;
  }
}

/** Whole rows and columns end where the sheet does. */
function inUse({ sheet: { used }, area }: CellArea): Rectangle {
  const [rows, columns] = used ? [used.row + used.rows, used.column + used.columns] : [1, 1];
  return {
    ...area,
    rows: area.rows > 100_000 ? Math.max(1, Math.min(area.rows, rows - area.row)) : area.rows,
    columns: area.columns > 1_000 ? Math.max(1, Math.min(area.columns, columns - area.column)) : area.columns,
  };
}
