import { visible } from "../../query/words/normalise";
import { simplifier } from "../../query/words/simplified";
import { ERROR_VALUES, type Cell, type CellError, type ErrorValue } from "../cells";
import type { Given } from "../definition";
import type { Session } from "../session";

/** One value or a range as rows of raw values. */
export function asRange(argument: unknown): unknown[][] {
  const rows: unknown[] = Array.isArray(argument) ? argument : [argument];
  return rows.map((row) => (Array.isArray(row) ? row : [row]));
}

/**
 * One raw value as Excel sends it. Blank is null, undefined, "", 0 and an empty cell alike: no option has 0 as a meaning
 * of its own. Characters that nobody sees are dropped. A value with a format or a card counts as the plain value in it.
 */
export function asGiven(value: unknown): Given | CellError {
  if (value === null || value === undefined || value === 0) return undefined;
  if (typeof value === "number") return Number.isFinite(value) ? value : errorCell("#NUM!");
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return textGiven(value);
  if (typeof value === "object") return objectGiven(value as Record<string, unknown>);
  return errorCell("#VALUE!");
}

/** The same as it is read: Chinese in the characters that the words of the data are written in. */
export function readableGiven({ dataset }: Session, value: unknown): Given | CellError {
  const given = asGiven(value);
  return typeof given === "string" ? simplifier(dataset)(given) : given;
}

function textGiven(typed: string): Given | CellError {
  const text = visible(typed);
  if (isErrorValue(text)) return errorCell(text);
  return text.trim() === "" ? undefined : text;
}

/** Excel hands errors over as objects whose shape differs between builds, and rich values with their plain value inside. */
function objectGiven(value: Record<string, unknown>): Given | CellError {
  const error = [value["code"], value["error"], value["basicValue"]].find(isErrorValue);
  if (error) return errorCell(error);
  const plain = value["basicValue"];
  return isCell(plain) ? asGiven(plain) : errorCell("#VALUE!");
}

function isErrorValue(value: unknown): value is ErrorValue {
  return (ERROR_VALUES as readonly unknown[]).includes(value);
}

function isCell(value: unknown): value is Cell {
  return typeof value === "number" || typeof value === "string" || typeof value === "boolean";
}

function errorCell(error: ErrorValue): CellError {
  return { error, message: "" };
}
