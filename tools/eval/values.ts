import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type ErrorType,
} from "@univerjs/engine-formula";
import { isError, type Scalar, type Value } from "./cell";

/** The engine's object for a value. A text stays a text, whatever it looks like. */
export function toEngine(value: Value): BaseValueObject {
  return Array.isArray(value) ? arrayToEngine(value) : scalarToEngine(value);
}

/** The value of an engine's object: rows for a range or an array, else one value. Empty cells are null. */
export function fromEngine(object: BaseValueObject | BaseReferenceObject): Value {
  const value = object.isReferenceObject()
    ? (object as BaseReferenceObject).toArrayValueObject()
    : (object as BaseValueObject);
  if (!value.isArray()) return scalarFromEngine(value);
  return (value as ArrayValueObject)
    .getArrayValue()
    .map((row) => Array.from(row, (cell) => scalarFromEngine(cell ?? null)));
}

function scalarToEngine(value: Scalar): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (isError(value)) return ErrorValueObject.create(value.error as ErrorType);
  if (typeof value === "string") return StringValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return NumberValueObject.create(value);
}

function arrayToEngine(rows: Scalar[][]): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(scalarToEngine)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function scalarFromEngine(value: BaseValueObject | null): Scalar {
  if (value === null || value.isNull()) return null;
  if (value.isError()) return { error: excelError((value as ErrorValueObject).getErrorType()) };
  if (value.isArray()) return scalarFromEngine((value as ArrayValueObject).get(0, 0) ?? null);
  if (value.isNumber()) return finite(Number(value.getValue()));
  if (value.isString() || value.isBoolean()) return value.getValue() as string | boolean;
  return { error: "#CALC!" };
}

function finite(number: number): Scalar {
  return Number.isFinite(number) ? number : { error: "#NUM!" };
}

/** The engine has error values of its own that Excel does not know. */
function excelError(code: string): string {
  return code === "#ERROR!" || code === "#CYCLE!" || code === "#GETTING_DATA" ? "#VALUE!" : code;
}
