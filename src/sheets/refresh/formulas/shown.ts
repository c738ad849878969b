import { isError, type Scalar, type Value } from "../../formula";

/** Whether cells, counted from the first, show a value. */
export function isShown(value: Value, shown: (row: number, column: number) => Scalar): boolean {
  if (!Array.isArray(value)) return same(shown(0, 0), value);
  return value.every((line, r) => line.every((cell, c) => same(shown(r, c), cell)));
}

/** A cell keeps 15 digits, and shows a blank for an empty text. */
function same(shown: Scalar, expected: Scalar): boolean {
  if (typeof shown === "number" && typeof expected === "number")
    return Math.abs(shown - expected) <= Math.abs(expected) * 1e-14;
  if (isError(shown) && isError(expected)) return shown.error === expected.error;
  return (shown ?? "") === (expected ?? "");
}
