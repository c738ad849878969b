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

/** One cell counts as its value; more are rows. */
export function single(value: Value): Value {
  return Array.isArray(value) && value.length === 1 && value[0]!.length === 1 ? value[0]![0]! : value;
}
