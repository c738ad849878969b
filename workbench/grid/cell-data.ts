/** Between what a cell holds in Univer and what it shows in Excel's words. */
import { type ICellData, type Nullable, CellValueType } from "@univerjs/core";
import { ERROR_TYPE_SET, type ErrorType } from "@univerjs/engine-formula";
import { BUSY } from "../host/busy";
import type { CellValue } from "../host/workbook-model";

export const GENERAL = "General";

export function isErrorText(text: string): boolean {
  return ERROR_TYPE_SET.has(text as ErrorType);
}

/** Errors of Univer's own that Excel does not know. */
const AS_EXCEL: Readonly<Record<string, string>> = { "#ERROR!": "#VALUE!", "#CYCLE!": "#REF!", "#GETTING_DATA": BUSY };

export function shownValue(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v;
  if (value === undefined || value === null) return "";
  if (cell?.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === "1";
  if (typeof value === "string") return isErrorText(value) ? { error: AS_EXCEL[value] ?? value } : value;
  return value;
}

/** What a cell is to hold instead of what it holds: everything of the old content is named, or Univer would keep it. */
export function contentData(value: CellValue, formula: string): ICellData {
  const emptied: ICellData = { v: null, f: null, si: null, p: null, t: null };
  if (formula) return { ...emptied, f: formula };
  if (typeof value === "object") return { ...emptied, v: value.error, t: CellValueType.STRING };
  if (value === "") return emptied;
  return {
    ...emptied,
    v: typeof value === "boolean" ? Number(value) : value,
    t: TYPES[typeof value as keyof typeof TYPES],
  };
}

const TYPES = { string: CellValueType.STRING, number: CellValueType.NUMBER, boolean: CellValueType.BOOLEAN };

export const isSpillError = (cell: Nullable<ICellData>): boolean => cell?.v === "#SPILL!";
