import type { Block, Cell, FunctionError } from "../cells";

type Given = Cell | Block | FunctionError;

/** So many of the newest are kept at least, and twice as many at most; of a block ten cells count like one answer. */
const MOST = 10_000;
const CELLS_OF_A_BLOCK = 10;

/** Longer arguments are not likely to come again. */
const LONGEST = { text: 100, call: 10_000 };

/**
 * What calls of one session gave, refusals among it: a sheet is computed again and again. No answer depends on anything
 * but the session and its arguments.
 */
export class AnswersGiven {
  private newest = new Map<string, Given>();
  private older: ReadonlyMap<string, Given> = this.newest;
  private size = 0;

  /** What the call gives: as it was given before, or worked out now and kept. Blocks are the caller's own. */
  of(id: string, args: readonly unknown[], work: () => Given): Given {
    const key = keyOf(id, args);
    const again = key === undefined ? undefined : (this.newest.get(key) ?? this.older.get(key));
    if (again !== undefined) return copied(again);
    const given = work();
    if (key === undefined) return given;
    if (this.size >= MOST) {
      [this.older, this.newest] = [this.newest, new Map()];
      this.size = 0;
    }
    this.newest.set(key, copied(given));
    this.size += Array.isArray(given) ? (given.length * given[0]!.length) / CELLS_OF_A_BLOCK : 1;
    return given;
  }
}

function copied(given: Given): Given {
  return Array.isArray(given) ? given.map((row) => [...row]) : given;
}

/** A call as one text; undefined for errors and long arguments. */
function keyOf(id: string, args: readonly unknown[]): string | undefined {
  let key = `${id};`;
  for (const arg of args) {
    const given = keyOfArgument(arg);
    if (given === undefined) return undefined;
    key += given;
  }
  return key.length > LONGEST.call ? undefined : key;
}

/** A range by its cells; one of a single cell is what is in it. */
function keyOfArgument(arg: unknown): string | undefined {
  const given = singleCell(arg);
  if (given === null || given === undefined) return "-;";
  if (typeof given === "string") return given.length > LONGEST.text ? undefined : `${given.length}:${given};`;
  if (typeof given === "number" || typeof given === "boolean") return `=${given};`;
  return Array.isArray(given) ? keyOfCells(given) : undefined;
}

function singleCell(arg: unknown): unknown {
  if (!Array.isArray(arg) || arg.length !== 1) return arg;
  const row = arg[0] as unknown;
  return Array.isArray(row) && row.length === 1 ? row[0] : arg;
}

function keyOfCells(rows: readonly unknown[]): string | undefined {
  const keys = rows.map((row) => (Array.isArray(row) ? keyOfCells(row) : keyOfArgument(row)));
  return keys.includes(undefined) ? undefined : `[${keys.join("")}]`;
}
