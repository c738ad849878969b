/** From the arguments of a formula to what Excel hands a custom function. */
import type { FunctionParameter } from "./function-metadata";
import type { CellError, CellValue, Matrix } from "./workbook-model";

/** An argument as a formula gives it: a value, the values of a range (null for an empty cell), or nothing (null, as between two commas). */
export type CallArgument = CellValue | Matrix<CellValue | null> | null | undefined;

/** An error on its way into a function; the runtime makes a `CustomFunctions.Error` of it. */
interface WireError {
  readonly type: "CustomFunctionError";
  readonly code: string;
}

type WireValue = string | number | boolean | null | WireError;
export type WireArgument = WireValue | WireValue[][];

const isMatrix = (argument: CallArgument): argument is Matrix<CellValue | null> => Array.isArray(argument);

const wireValue = (value: CellValue | null): WireValue =>
  value !== null && typeof value === "object" ? { type: "CustomFunctionError", code: value.error } : value;

function wireArgument(argument: CallArgument, parameter: FunctionParameter | undefined): WireArgument {
  if (argument === null || argument === undefined) return null;
  const wantsMatrix = parameter?.dimensionality === "matrix";
  if (!isMatrix(argument)) return wantsMatrix ? [[wireValue(argument)]] : wireValue(argument);
  const matrix = argument.map((row) => row.map(wireValue));
  const [only] = matrix.flat();
  return matrix.flat().length === 1 && !wantsMatrix ? only! : matrix;
}

/**
 * One wire argument per parameter: what is left out arrives as null, a single cell as its value (or, for a matrix
 * parameter, as a 1×1 matrix), a larger range always as a matrix. The arguments of a repeating parameter arrive together.
 */
export function wireArguments(
  args: readonly CallArgument[],
  parameters: readonly FunctionParameter[],
): (WireArgument | WireArgument[])[] {
  const repeating = parameters.findIndex((parameter) => parameter.repeating);
  const single = repeating < 0 ? args : args.slice(0, repeating);
  const count = repeating < 0 ? Math.max(args.length, parameters.length) : repeating;
  const wired = Array.from({ length: count }, (_, i) => wireArgument(single[i], parameters[i]));
  if (repeating < 0) return wired;
  const rest = args.slice(repeating).map((argument) => wireArgument(argument, parameters[repeating]));
  return [...wired, rest];
}

/** The first error among the arguments, which Excel returns without calling a function that does not take errors. */
export function firstError(args: readonly CallArgument[]): CellError | undefined {
  const cells = args.flatMap((argument) => (isMatrix(argument) ? argument.flat() : [argument]));
  return cells.find((cell): cell is CellError => typeof cell === "object" && cell !== null);
}
