import type { Cell } from "../../functions";

/** An error value, as a function takes it for an argument. */
export interface ErrorValue {
  readonly error: string;
}

/** One value in a formula: a cell's content, an error, or nothing (an empty cell, an omitted argument). */
export type Scalar = Cell | ErrorValue | null;

/** One value, or rows of values. */
export type Value = Scalar | Scalar[][];

export function isError(value: Value | undefined): value is ErrorValue {
  return typeof value === "object" && value !== null && "error" in value;
}

/** Whether a value is an error that shows this word. */
export function showsError(value: Value | undefined, word: string): boolean {
  return isError(value) && value.error === word;
}

/** Whether a cell waits for its value. */
export function isBusy(value: Value | undefined): boolean {
  return isError(value) && ["#BUSY!", "#GETTING_DATA"].includes(value.error);
}

/** The value of one cell; undefined where there are more, or none is known. */
export function oneOf(value: Value | undefined): Scalar | undefined {
  const one = value === undefined ? undefined : single(value);
  return Array.isArray(one) ? undefined : one;
}

export function rowsOf(value: Value): Scalar[][] {
  return Array.isArray(value) ? value : [[value]];
}

/** Whether two values have as many rows, and cells that are alike. */
export function matches(a: Value, b: Value, alike: (a: Scalar, b: Scalar) => boolean): boolean {
  if (!Array.isArray(a) && !Array.isArray(b)) return alike(a, b);
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((row, i) => row.length === b[i]!.length && row.every((cell, j) => alike(cell, b[i]![j]!)));
}

/** Whether two values show the same in a sheet. */
export function sameValue(a: Value, b: Value): boolean {
  return matches(a, b, (x, y) => (isError(x) && isError(y) ? x.error === y.error : x === y));
}

/** A value as people are told it: an error as its word, nothing as an empty text. */
export function toldOf(value: Scalar): Cell {
  return isError(value) ? value.error : (value ?? "");
}

/** One cell counts as its value; more are rows. */
export function single(value: Value): Value {
  return Array.isArray(value) && value.length === 1 && value[0]!.length === 1 ? value[0]![0]! : value;
}
