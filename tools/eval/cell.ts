/** What a cell shows when it is not an error. */
export type Cell = number | string | boolean;

/** An error value on its way into a function, as Excel's `allowErrorForDataTypeAny` hands it over. */
export interface ErrorValue {
  error: string;
}

/** One value inside the engine: a cell's content, an error, or nothing (empty cell, omitted argument). */
export type Scalar = Cell | ErrorValue | null;

/** One value, or rows of values. */
export type Value = Scalar | Scalar[][];

/** Excel's error values, with what each says when nobody gives a better reason. */
const ERRORS: Readonly<Record<string, string>> = {
  "#NULL!": "two ranges that were to intersect have no cell in common",
  "#DIV/0!": "a number is divided by zero",
  "#VALUE!": "a value is of the wrong kind",
  "#REF!": "a reference points to no cell",
  "#NAME?": "a name is not known",
  "#NUM!": "a number is impossible or too large",
  "#N/A": "a value is not available",
  "#SPILL!": "an array has no room",
  "#CALC!": "an array or a function stands where a value belongs",
};

/** The general meaning of an error value. */
export function meaning(code: string): string {
  return ERRORS[code] ?? "the formula has no value";
}

/** Whether a value is an error. */
export function isError(value: Value | undefined): value is ErrorValue {
  return typeof value === "object" && value !== null && "error" in value;
}

/** One cell counts as its value; more are rows. */
export function single(value: Value): Value {
  return Array.isArray(value) && value.length === 1 && value[0]!.length === 1 ? value[0]![0]! : value;
}
