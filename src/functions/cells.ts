import { Untraced } from "../query/refusal";

/** What a cell can hold. */
export type Cell = number | string | boolean;

/** An error in one cell of a spilled block; the other cells stand. */
export interface CellError {
  readonly error: ErrorValue;
  readonly message: string;
}

export type Block = (Cell | CellError)[][];

/** Excel's error values, as an argument may carry them. */
export const ERROR_VALUES = ["#VALUE!", "#N/A", "#NUM!", "#DIV/0!", "#NAME?", "#REF!", "#NULL!"] as const;
export type ErrorValue = (typeof ERROR_VALUES)[number];

export function isCellError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value && "message" in value;
}

/** How a function refuses: an Excel error value with a message. The only thing a function ever throws. */
export class FunctionError extends Untraced {
  override readonly name = "FunctionError";

  constructor(
    readonly code: ErrorValue,
    message: string,
  ) {
    super(message);
  }
}

/** No block may have more cells: beyond it Insert table is the way. */
export const SPILL_CAP = 20_000;

/** What Excel holds in one cell. */
export const LONGEST_TEXT = 32_767;
