import {
  callsIn,
  parse,
  FormulaSyntaxError,
  resolveArguments,
  type Node,
  type OrebookCall,
  type Reference,
  type Value,
  type Scalar,
} from "../../sheets/formula";
import type { Place } from "../../sheets/notation/place";
import { readReferences, referenceKey } from "./read-references";
import { scalarOf } from "../../sheets/scan";
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
  /** Whether this Excel tells which formula spills into a cell (ExcelApi 1.12). */
  readonly knowsSpills: boolean;
  /** Orebook's calls in it, in the order of the text. */
  readonly calls: readonly OrebookCall[];
  /** The inserted table it belongs to, when no formula of Orebook fills it. */
  readonly table?: TableUnderCell | undefined;
  /** The arguments of a call; undefined where only Excel can tell. `answer` calls one of Orebook's functions. */
  argumentsOf(
    call: OrebookCall,
    answer: (id: string, args: readonly Value[]) => Value | undefined,
  ): Value[] | undefined;
}

/** Reads the active cell and the cells its formula refers to. Two round trips, three where something spills into it, more in an inserted table. */
export function readSelectedCell(): Promise<SelectedCell> {
  return guarded(() => Excel.run(read));
}

async function read(context: Excel.RequestContext): Promise<SelectedCell> {
  const knowsSpills = Office.context.requirements.isSetSupported("ExcelApi", "1.12");
  const cell = context.workbook.getActiveCell();
  cell.load("rowIndex,columnIndex,formulas,values");
  const parent = knowsSpills ? cell.getSpillParentOrNullObject() : undefined;
  parent?.load("rowIndex,columnIndex,formulas");
  const { worksheet } = cell;
  worksheet.load("id,name");
  await context.sync();

  const at = (range: Excel.Range): Place => ({
    sheetId: worksheet.id,
    sheet: worksheet.name,
    row: range.rowIndex,
    column: range.columnIndex,
    rows: 1,
    columns: 1,
  });
  const anchor = parent && !parent.isNullObject ? parent : cell;
  const held: unknown = anchor.formulas[0]![0];
  const value = scalarOf(cell.values[0]![0]);
  const formula = typeof held === "string" && held.startsWith("=") ? held : "";
  const calls = callsIn(formula);
  const table =
    calls.length === 0
      ? await tableUnder(context, worksheet, { row: cell.rowIndex, column: cell.columnIndex })
      : undefined;
  const values = await readReferences(context, worksheet.name, referencesOf(calls));
  return {
    place: at(cell),
    value,
    anchor: at(anchor),
    formula,
    knowsSpills,
    calls,
    table,
    argumentsOf: (call, answer) =>
      resolveArguments(call, {
        call: answer,
        read: (node) => (node.kind === "reference" ? values.get(referenceKey(node)) : undefined),
      }),
  };
}

/** The references in the arguments of some calls. Names and tables are left to Excel. */
function referencesOf(calls: readonly OrebookCall[]): Reference[] {
  return [
    ...new Map(
      calls
        .flatMap(({ args }) => args.flatMap(({ text }) => referencesIn(text)))
        .map((reference) => [referenceKey(reference), reference]),
    ).values(),
  ];
}

function referencesIn(argument: string): Reference[] {
  if (argument === "") return [];
  try {
    return references(parse(`=${argument}`));
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return [];
    throw error;
  }
}

function references(node: Node | undefined): Reference[] {
  switch (node?.kind) {
    case "reference":
      return [node];
    case "call":
      return node.args.flatMap(references);
    case "unary":
    case "postfix":
      return references(node.operand);
    case "binary":
      return [...references(node.left), ...references(node.right)];
    case "group":
      return references(node.inner);
    default:
      return [];
  }
}
