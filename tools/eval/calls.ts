import { isError, type Cell, type Scalar, type Value } from "./cell";
import type { EngineFunction, Result } from "./custom-function";

/**
 * Calls a function by its name. Arguments come as Excel hands them over: one per parameter; null for an omitted one or
 * an empty cell; one value for one cell; rows for a larger range or for a matrix parameter; `{error}` for an error.
 * What it throws shows as #VALUE!.
 */
export type Invoke = (name: string, args: Value[]) => Result | Promise<Result>;

/** An error one of our functions gave. */
export interface Failure {
  error: string;
  message: string;
}

/** Thrown through a calculation that needs an answer which is not there yet: wait for it, then calculate again. */
export class Waiting {
  constructor(readonly answer: Promise<void>) {}
}

/** The calls of our functions during the evaluation of one formula. */
export class Calls {
  /** The errors given, in the order of their calls. */
  readonly failures: Failure[] = [];
  private readonly answers = new Map<string, Result>();

  constructor(private readonly invoke: Invoke) {}

  /** Answers a call that was written with `written` arguments. Throws a `Waiting`. */
  answer(definition: EngineFunction, args: Value[], written: number): Result {
    const result = written > definition.parameters.length ? tooMany(definition, written) : this.ask(definition, args);
    if ("error" in result) this.failures.push(result);
    return result;
  }

  private ask(definition: EngineFunction, args: Value[]): Result {
    const call = JSON.stringify([definition.name, args]);
    const known = this.answers.get(call);
    if (known) return known;
    try {
      const result = this.invoke(definition.name, args);
      if (!(result instanceof Promise)) return checked(definition, result);
      throw new Waiting(
        result.then(
          (settled) => void this.answers.set(call, checked(definition, settled)),
          (reason: unknown) => void this.answers.set(call, thrown(definition, reason)),
        ),
      );
    } catch (reason) {
      if (reason instanceof Waiting) throw reason;
      return thrown(definition, reason);
    }
  }
}

/** Excel does not accept such a formula at all. */
function tooMany({ name, parameters }: EngineFunction, written: number): Failure {
  return { error: "#VALUE!", message: `${name} takes at most ${parameters.length} arguments, not ${written}` };
}

function thrown({ name }: EngineFunction, reason: unknown): Failure {
  return { error: "#VALUE!", message: `${name} failed: ${reason instanceof Error ? reason.message : String(reason)}` };
}

/** Refuses what Excel could not show. */
function checked(definition: EngineFunction, result: Result): Result {
  if ("error" in result) return result;
  const flaw = flawOf(result.value, definition.matrix === true);
  return flaw === undefined ? result : { error: "#VALUE!", message: `${definition.name} returned ${flaw}` };
}

function flawOf(value: Cell | Scalar[][], matrix: boolean): string | undefined {
  if (!Array.isArray(value)) return isCell(value) ? undefined : `${String(value)}, which no cell can hold`;
  if (!matrix) return "rows instead of one value";
  if (!value[0]?.length || value.some((row) => row.length !== value[0]!.length)) return "rows that form no rectangle";
  const bad = value.flat().findIndex((cell) => !isCell(cell) && !isError(cell));
  return bad < 0 ? undefined : `rows with ${String(value.flat()[bad])}, which no cell can hold`;
}

function isCell(value: unknown): value is Cell {
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}
