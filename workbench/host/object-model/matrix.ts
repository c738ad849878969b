/** Two-dimensional values on the wire: their shape, and Excel's words for what is in a cell. */
import { invalidArgument, wrongShape } from "../host-error";
import { mapArea, type Area } from "../a1";
import type { CellInput, CellValue, Matrix } from "../workbook-model";

export const isInput = (value: unknown): value is CellInput =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

/** A matrix as wide and high as the area; one single value stands for all cells. */
export function matrixFor(area: Area, value: unknown): Matrix<CellInput> {
  if (isInput(value)) return mapArea(area, () => value);
  if (!Array.isArray(value) || value.length !== area.rowCount) throw wrongShape();
  return value.map((row) => {
    if (!Array.isArray(row) || row.length !== area.columnCount) throw wrongShape();
    return row.map((cell) => {
      if (!isInput(cell)) throw invalidArgument();
      return cell;
    });
  });
}

/** The same for number formats, which are text. */
export function textMatrixFor(area: Area, value: unknown): Matrix<string | null> {
  return matrixFor(area, value).map((row) =>
    row.map((cell) => {
      if (cell !== null && typeof cell !== "string") throw invalidArgument();
      return cell;
    }),
  );
}

export const mapMatrix = <From, To>(
  matrix: Matrix<From>,
  to: (value: From, row: number, column: number) => To,
): To[][] => matrix.map((line, row) => line.map((value, column) => to(value, row, column)));

/** As in `range.values`: an error is its word. */
export const plainValue = (value: CellValue): string | number | boolean =>
  typeof value === "object" ? value.error : value;

export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";

/** As in `range.valueTypes`. A formula that gives "" holds text; only a cell without content is empty. */
export function valueType(value: CellValue, formula: string | number | boolean): ValueType {
  if (typeof value === "object") return "Error";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return formula === "" ? "Empty" : "String";
}
