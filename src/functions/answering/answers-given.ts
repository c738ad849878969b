import type { Block, Cell, FunctionError } from "../cells";

/** So many of the newest are kept at least, and twice as many at most. */
const MOST = 10_000;

/** A longer text is not likely to come again. */
const LONGEST_ARGUMENT = 100;

/**
 * What calls of one session gave in one cell, refusals among it: a sheet is computed again and again. No answer depends on
 * anything but the session and its arguments.
 */
export class AnswersGiven {
  private newest = new Map<string, Cell | FunctionError>();
  private older: ReadonlyMap<string, Cell | FunctionError> = this.newest;

  /** What the call gives: as it was given before, or worked out now, and kept unless it is a block. */
  of(id: string, args: readonly unknown[], work: () => Cell | Block | FunctionError): Cell | Block | FunctionError {
    const key = keyOf(id, args);
    const again = key === undefined ? undefined : (this.newest.get(key) ?? this.older.get(key));
    if (again !== undefined) return again;
    const given = work();
    if (key === undefined || isBlock(given)) return given;
    if (this.newest.size >= MOST) [this.older, this.newest] = [this.newest, new Map()];
    this.newest.set(key, given);
    return given;
  }
}

function isBlock(given: Cell | Block | FunctionError): given is Block {
  return Array.isArray(given);
}

/** A call as one text; undefined for ranges of several cells, errors and long texts. */
function keyOf(id: string, args: readonly unknown[]): string | undefined {
  let key = `${id};`;
  for (const arg of args) {
    const given = singleCell(arg);
    if (given === null || given === undefined) key += "-";
    else if (typeof given === "string") {
      if (given.length > LONGEST_ARGUMENT) return undefined;
      key += `${given.length}:${given}`;
    } else if (typeof given === "number" || typeof given === "boolean") key += `=${given}`;
    else return undefined;
    key += ";";
  }
  return key;
}

function singleCell(arg: unknown): unknown {
  if (!Array.isArray(arg) || arg.length !== 1) return arg;
  const row = arg[0] as unknown;
  return Array.isArray(row) && row.length === 1 ? row[0] : arg;
}
