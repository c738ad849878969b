export type { Cell } from "../../src/functions";
export { isError, single, type ErrorValue, type Scalar, type Value } from "../../src/sheets/formula";

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
