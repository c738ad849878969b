/**
 * What the custom functions runtime reports back. Its internal set decides the shape: before 1.7 objects
 * (`SetInvocationResults`), from 1.7 arrays (`SetInvocationArrayResults`), from 1.9 arrays that end in the milliseconds used.
 */
import type { CellError, CellValue, Matrix } from "./workbook-model";

/** What a call came to: a value or a matrix (which may have errors in single cells), or an error and the text behind it. */
export type Outcome =
  { readonly value: CellValue | Matrix<CellValue> } | { readonly error: string; readonly message: string };

/** Excel's errors by the runtime's codes. The rest, sync and async throws of other errors among them, are #VALUE!. */
const ERROR_BY_CODE: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};
const ERROR_OTHERWISE = "#VALUE!";

interface ResultObject {
  readonly id: number;
  readonly failed?: boolean;
  readonly value?: unknown;
  readonly errorCode?: number;
}

interface RichValue {
  readonly type?: string;
  readonly basicValue?: string | number | boolean;
  readonly text?: string;
  readonly message?: string;
}

function cellValue(value: unknown): CellValue {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return value as string | number | boolean;
  const { type, basicValue, text, message } = value as RichValue;
  if (type === "Error") return { error: String(basicValue), ...(message ? { message } : {}) };
  return basicValue ?? text ?? "";
}

function success(value: unknown): Outcome {
  if (Array.isArray(value)) return { value: value.map((row) => (Array.isArray(row) ? row : [row]).map(cellValue)) };
  const cell = cellValue(value);
  return typeof cell === "object" ? asOutcome(cell) : { value: cell };
}

function failure(code: unknown, message: unknown): Outcome {
  const error = typeof code === "number" ? ERROR_BY_CODE[code] : undefined;
  return { error: error ?? ERROR_OTHERWISE, message: typeof message === "string" ? message : "" };
}

export const asOutcome = ({ error, message }: CellError): Outcome => ({ error, message: message ?? "" });

/** Results of either shape, by invocation id. */
export function readResults(results: unknown): Map<number, Outcome> {
  const outcomes = new Map<number, Outcome>();
  for (const result of results as (ResultObject | [id: number, succeeded: boolean, value: unknown, code?: number])[]) {
    if (Array.isArray(result)) {
      const [id, succeeded, value, code] = result;
      outcomes.set(id, succeeded ? success(value) : failure(code, value));
    } else {
      outcomes.set(result.id, result.failed ? failure(result.errorCode, result.value) : success(result.value));
    }
  }
  return outcomes;
}
