import { isError, type Scalar } from "../../src/sheets/formula";
import type { CellValue } from "../host/workbook-model";

/** A value of a file as a cell shows it. */
export function shown(value: Scalar): CellValue {
  return value === null ? "" : isError(value) ? { error: value.error } : value;
}
