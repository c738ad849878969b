import type { FunctionError } from "../cells";

/** So many are kept, then all are forgotten. */
const MOST = 10_000;

/** A longer text is not likely to come again. */
const LONGEST_ARGUMENT = 100;

/**
 * The texts that calls of one session gave, refusals among them: a sheet is computed again and again, and to put a text
 * together takes longer than to find a figure. No answer depends on anything but the session and its arguments.
 */
export class TextsGiven {
  private readonly byFunction = new Map<string, Map<string, string | FunctionError>>();
  private count = 0;

  /** What the same call gave before. Undefined if it gave no text, or is not known. */
  again(id: string, args: readonly unknown[]): string | FunctionError | undefined {
    const ofFunction = this.byFunction.get(id);
    const key = ofFunction && keyOf(args);
    return key === undefined ? undefined : ofFunction!.get(key);
  }

  keep(id: string, args: readonly unknown[], text: string | FunctionError): void {
    const key = keyOf(args);
    if (key === undefined) return;
    if (this.count++ >= MOST) {
      this.byFunction.clear();
      this.count = 1;
    }
    const ofFunction = this.byFunction.get(id);
    if (ofFunction) ofFunction.set(key, text);
    else this.byFunction.set(id, new Map([[key, text]]));
  }
}

/** Arguments as one text; undefined for ranges of several cells, errors and long texts. */
function keyOf(args: readonly unknown[]): string | undefined {
  let key = "";
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
