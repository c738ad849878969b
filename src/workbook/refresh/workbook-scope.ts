import type { Observation } from "../../dataset/records";
import { evaluate, readTableReference, rectangleOf, resolveArguments, splitSheet, type Name, type OrebookCall, type Rectangle, type Reference, type Scalar, type Scope, type Structured, type Value } from "../formula";
import { Dependence } from "./dependence";
import { meansTheSameEverywhere } from "./name-formula";
import type { Answered, Tracer } from "./trace";
import { keyOf, type Position, type WorkbookCells } from "./workbook-cells";

/** A reference to more cells is left to Excel. */
const MOST_CELLS = 20_000;
/** Names that stand for names. */
const MOST_NAMES = 20;

/** What the workbook's formulas come to within one session, as far as it can be told without Excel. */
export class WorkbookScope {
  private readonly answers = new Map<string, Answered | undefined>();
  /** What Orebook formulas spill, cell by cell. */
  private readonly spilled = new Map<string, Scalar>();
  private readonly dependence: Dependence;
  private evidence: Observation[] = [];
  private depth = 0;

  constructor(
    private readonly cells: WorkbookCells,
    private readonly tracer: Tracer,
  ) {
    this.dependence = new Dependence(cells, (at) => this.spilled.has(keyOf(at)));
  }

  /** Notes that the formula in a cell fills the cells to its right and below. */
  spill({ sheetId, row, column }: Position, block: readonly (readonly Scalar[])[]): void {
    block.forEach((line, r) => line.forEach((cell, c) => (r > 0 || c > 0) && this.spilled.set(keyOf({ sheetId, row: row + r, column: column + c }), cell)));
  }

  /** The value of the formula in a cell; undefined where only Excel can tell. */
  cell(at: Position): Answered | undefined {
    const key = keyOf(at);
    if (!this.answers.has(key)) {
      // A cell that looks at itself has no value here.
      this.answers.set(key, undefined);
      this.answers.set(key, this.watched(() => evaluate(String(this.cells.formulaAt(at)), this.scopeAt(at))));
    }
    return this.answers.get(key);
  }

  /** The answer to one call in a cell's formula. */
  call(call: OrebookCall, at: Position): Answered | undefined {
    return this.watched(() => {
      const scope = this.scopeAt(at);
      const args = resolveArguments(call, scope);
      return args && scope.call(call.id, args);
    });
  }

  /** Runs `work` and gathers the figures behind it. */
  private watched(work: () => Value | undefined): Answered | undefined {
    const outer = this.evidence;
    this.evidence = [];
    const value = work();
    const evidence = [...new Set(this.evidence)];
    this.evidence = outer;
    outer.push(...evidence);
    return value === undefined ? undefined : { value, evidence };
  }

  private scopeAt(at: Position): Scope {
    return {
      read: (node) => this.read(node, at),
      call: (id, args) => {
        const answered = this.tracer.answer(id, args);
        this.evidence.push(...(answered?.evidence ?? []));
        return answered?.value;
      },
    };
  }

  private read(node: Reference | Name | Structured, at: Position): Value | undefined {
    switch (node.kind) {
      case "reference": {
        const rectangle = rectangleOf(node.text);
        const sheetId = node.sheet === undefined ? at.sheetId : this.cells.sheetNamed(node.sheet);
        return rectangle && sheetId !== undefined ? this.range(sheetId, rectangle) : undefined;
      }
      case "name":
        return this.name(node.text, at);
      case "structured":
        return this.table(node.text, at);
    }
  }

  private name(text: string, at: Position): Value | undefined {
    const { sheet, rest } = splitSheet(text);
    const sheetId = sheet === undefined ? at.sheetId : this.cells.sheetNamed(sheet);
    const formula = sheetId === undefined ? undefined : this.cells.nameFormula(rest, sheetId);
    if (!formula?.startsWith("=") || this.depth >= MOST_NAMES || !meansTheSameEverywhere(formula)) return undefined;
    this.depth++;
    try {
      return evaluate(formula, this.scopeAt(at));
    } finally {
      this.depth--;
    }
  }

  private table(text: string, at: Position): Value | undefined {
    const reference = readTableReference(text);
    const table = reference && (reference.table === undefined ? this.cells.tableAt(at) : this.cells.tableNamed(reference.table));
    if (!table || reference.column === undefined) return undefined;
    const column = table.columns.findIndex((header) => header.toLowerCase() === reference.column!.toLowerCase());
    if (column < 0) return undefined;
    // A totals row cannot be told from the last row here, so only single cells are read.
    return reference.thisRow ? this.range(table.sheetId, { row: at.row, column: table.column + column, rows: 1, columns: 1 }) : undefined;
  }

  private range(sheetId: string, rectangle: Rectangle): Value | undefined {
    const { row, column, rows, columns } = rectangle.rows * rectangle.columns > MOST_CELLS ? this.cells.withinUse(sheetId, rectangle) : rectangle;
    if (rows * columns > MOST_CELLS) return undefined;
    const block: Scalar[][] = [];
    for (let r = 0; r < rows; r++) {
      const line: Scalar[] = [];
      for (let c = 0; c < columns; c++) {
        const value = this.shown({ sheetId, row: row + r, column: column + c });
        if (value === undefined) return undefined;
        line.push(value);
      }
      block.push(line);
    }
    return rows * columns === 1 ? block[0]![0]! : block;
  }

  /** What a cell shows once everything is recalculated within this session. */
  private shown(at: Position): Scalar | undefined {
    const spilled = this.spilled.get(keyOf(at));
    if (spilled !== undefined) return spilled;
    const formula = this.cells.formulaAt(at);
    if (typeof formula !== "string" || !formula.startsWith("=") || !this.dependence.depends(at)) return scalarOf(this.cells.valueAt(at));
    const answered = this.cell(at);
    if (!answered) return undefined;
    this.evidence.push(...answered.evidence);
    return Array.isArray(answered.value) ? answered.value[0]?.[0] : answered.value;
  }
}

function scalarOf(value: unknown): Scalar {
  return typeof value === "number" || typeof value === "boolean" || (typeof value === "string" && value !== "") ? value : null;
}
