import {
  callsIn,
  computed,
  nodesOf,
  parsed,
  resolveArguments,
  type Node,
  type OrebookCall,
  type Scalar,
  type Value,
} from "../../sheets/formula";
import type { DateSystem } from "../../query/period/date-system";
import type { Place } from "../../sheets/notation/place";
import { argumentsAt, isFormula, scalarOf } from "../../sheets/scan";
import { placeOf } from "../ranges";
import { readAround } from "./read-around";
import { tableUnder, type TableUnderCell } from "./table-under-cell";
import { guarded } from "../../sheets/workbook-error";

/** The active cell, as far as Orebook's formulas are concerned. */
export interface SelectedCell {
  readonly place: Place;
  /** What it shows. */
  readonly value: Scalar;
  /** The cell whose formula fills it: itself, or where the formula stands that spills into it. */
  readonly anchor: Place;
  /** The anchor's formula in Excel's English notation; "" without one. */
  readonly formula: string;
  /** Whether it holds a text that reads like a formula of Orebook's, behind an apostrophe or in a cell formatted as text. */
  readonly isLetters?: boolean;
  /** Whether this Excel tells which formula spills into a cell (ExcelApi 1.12). */
  readonly knowsSpills: boolean;
  /** Orebook's calls in it, in the order of the text. */
  readonly calls: readonly OrebookCall[];
  /** The inserted table it belongs to, when no formula of Orebook fills it. */
  readonly table?: TableUnderCell | undefined;
  /** The arguments of a call, through Excel's own values; undefined where only Excel can tell. `answer` calls one of Orebook's functions. */
  argumentsOf(
    call: OrebookCall,
    answer: (id: string, args: readonly Value[]) => Value | undefined,
    dateSystem?: DateSystem,
  ): Value[] | undefined;
}

/** Reads the active cell and the cells its formula refers to. One round trip, three more where a formula of Orebook's refers to any, more in an inserted table. */
export function readSelectedCell(): Promise<SelectedCell> {
  return guarded(() => Excel.run(read));
}

async function read(context: Excel.RequestContext): Promise<SelectedCell> {
  const knowsSpills = Office.context.requirements.isSetSupported("ExcelApi", "1.12");
  const wanted = "rowIndex,columnIndex,rowCount,columnCount,formulas,values";
  const cell = context.workbook.getActiveCell().load(wanted);
  const parent = knowsSpills ? cell.getSpillParentOrNullObject() : undefined;
  parent?.load(wanted);
  const worksheet = cell.worksheet.load("id,name");
  await context.sync();

  const at = (range: Excel.Range): Place => placeOf(range, worksheet);
  const anchor = parent && !parent.isNullObject ? parent : cell;
  const held: unknown = anchor.formulas[0]![0];
  const value = scalarOf(cell.values[0]![0]);
  const isText = !isFormula(held, anchor.values[0]![0]);
  const formula = typeof held === "string" && !isText ? held : "";
  const calls = callsIn(formula);
  const table =
    calls.length === 0
      ? await tableUnder(context, worksheet, { row: cell.rowIndex, column: cell.columnIndex })
      : undefined;
  const scan = looksAround(calls) ? await readAround(context, worksheet.id, formula) : undefined;
  const { row, column } = at(anchor);
  return {
    place: at(cell),
    value,
    anchor: at(anchor),
    formula,
    isLetters: isText && callsIn(held).length > 0,
    knowsSpills,
    calls,
    table,
    argumentsOf: (call, answer, dateSystem = "unknown") => {
      const compute = computed(dateSystem);
      if (!scan) return resolveArguments(call, { call: answer, compute, read: () => undefined }, formula);
      const standpoint = { sheet: scan.sheet(worksheet.id)!, row, column };
      return argumentsAt(scan, standpoint, call, answer, formula, compute)?.map(asHandedOver(call));
    },
  };
}

/** Excel hands a cell over as a range of one. */
function asHandedOver({ args }: OrebookCall): (value: Value, i: number) => Value {
  return (value, i) => (!Array.isArray(value) && parsed(`=${args[i]!.text}`)?.kind === "reference" ? [[value]] : value);
}

/** Whether an argument of a call may refer to anything outside the formula. */
function looksAround(calls: readonly OrebookCall[]): boolean {
  return calls.some(({ args }) =>
    args.some(({ text }) => {
      const node = text === "" ? undefined : parsed(`=${text}`);
      return node !== undefined && nodesOf(node).some(({ kind }) => OUTSIDE.has(kind));
    }),
  );
}

const OUTSIDE: ReadonlySet<Node["kind"]> = new Set(["reference", "name", "structured"]);
