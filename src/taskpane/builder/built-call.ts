import type { FunctionDefinition } from "../../functions";
import type { Value } from "../../sheets/formula/value";
import type { Place } from "../../sheets/notation/place";
import { rectangleOf, splitSheet } from "../../sheets/notation/reference";
import { overlaps } from "../../sheets/scan/cells";
import type { PaneContext } from "../context/pane-context";
import type { Call, CallArgument } from "../../functions/calls/call";
import type { ReferencedCells } from "./cell-watch";
import { missingArguments, readEach } from "./check";
import { resultOf, type Result } from "./result";
import { isReference, referencesOf, onSheet, readTyped } from "./typed";

/** What is typed into the fields of a function, by the names of its arguments. */
export type ArgumentTexts = Readonly<Record<string, string>>;

/** Reads the fields, each argument for itself, and asks the function. */
export function builtCall(
  context: PaneContext,
  definition: FunctionDefinition,
  texts: ArgumentTexts,
  cells: ReferencedCells,
) {
  const { session } = context;
  const args = Object.entries(definition.parameters).map(([name, parameter]) =>
    readTyped(texts[name] ?? "", name, parameter, session),
  );
  const known = args.map((arg) => valueOf(arg, cells));
  const values = known.map((value) => value ?? null);
  const missing = missingArguments(
    definition,
    args.map((arg, i) => (isReference(arg) ? true : values[i]!)),
  );
  const { faults, read } = readEach(definition, values, session);
  const canAsk = missing.length === 0 && known.every((value) => value !== undefined);
  const isWrong = faults.some((fault, i) => fault !== undefined && !isReference(args[i]));
  const result: Result = canAsk ? resultOf(context, definition, values, read) : { kind: "unknown" };
  return {
    call: { id: definition.id, args },
    /** What Excel would hand over; null for a blank and for what is not known. */
    values,
    faults: faults.map((fault, i) => (known[i] === undefined ? undefined : fault)),
    missing,
    result,
    /** Whether it can be put into a cell: everything is there, and nothing that was typed is wrong. */
    isWhole: missing.length === 0 && !isWrong,
  };
}

/** A call as it stands in the fields. */
export type BuiltCall = ReturnType<typeof builtCall>;

/** The call as it reads on a sheet. */
export function callOn({ id, args }: Call<CallArgument>, sheet: string | undefined): Call<CallArgument> {
  return { id, args: args.map((arg) => (isReference(arg) ? { reference: onSheet(arg.reference, sheet) } : arg)) };
}

/** Whether a place holds a cell that the call refers to. */
export function refersTo(call: Call<CallArgument>, place: Place): boolean {
  return referencesOf(call).some((reference) => {
    const { sheet, rest } = splitSheet(reference);
    const area = rectangleOf(rest);
    return (
      area !== undefined && (sheet ?? place.sheet).toLowerCase() === place.sheet.toLowerCase() && overlaps(area, place)
    );
  });
}

/** Undefined: not known here. */
function valueOf(arg: CallArgument, cells: ReferencedCells): Value | undefined {
  if (arg === undefined) return null;
  if (typeof arg !== "object") return arg;
  return "reference" in arg ? cells.valueOf(arg.reference) : arg.list.map((value) => [value]);
}
