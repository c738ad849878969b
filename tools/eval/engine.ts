import { FormulaSyntaxError } from "../../src/sheets/formula";
import { Calculator } from "./calculator";
import { Calls, Waiting, type Failure, type Invoke } from "./calls";
import { isError, single, type Cell, type Scalar, type Value, meaning } from "./cell";
import { CustomFunction, type EngineFunction } from "./custom-function";
import { parseFormula, withEquals, type Formula } from "./formula";
import { requireAddresses, type Cells } from "./sheet";
import { nearest } from "../../src/query/words/nearest";

export type { Invoke } from "./calls";
export type { Cell, ErrorValue, Scalar, Value } from "./cell";
export type { EngineFunction, Result } from "./custom-function";
export type { Cells } from "./sheet";

/** What a formula gives. A spill is rows, in which an error is its text. */
export type Outcome = { formula: string; value: Cell | Cell[][] } | ({ formula: string } & Failure);

export interface EngineOptions {
  functions: readonly EngineFunction[];
  invoke: Invoke;
}

/** The most answers one formula waits for; a volatile argument would otherwise ask for ever. */
const MAX_WAITS = 10_000;

export type Engine = Awaited<ReturnType<typeof createEngine>>;

/** Starts Univer's formula engine with the given functions beside its own. */
export async function createEngine({ functions, invoke }: EngineOptions) {
  let calls = new Calls(invoke);
  let last: Promise<unknown> = Promise.resolve();
  const calculator = new Calculator(
    functions.map((definition) => new CustomFunction(definition, (...call) => calls.answer(...call))),
  );

  async function calculate(formula: Formula, cells: Cells): Promise<Value> {
    calls = new Calls(invoke);
    for (let waits = 0; waits < MAX_WAITS; waits++) {
      try {
        return single(await calculator.calculate(formula, cells));
      } catch (reason) {
        if (!(reason instanceof Waiting)) throw reason;
        await reason.answer;
      }
    }
    throw new Error(`more than ${MAX_WAITS} answers to wait for`);
  }

  async function outcome(text: string, cells: Cells): Promise<Outcome> {
    try {
      const formula = parseFormula(text);
      const value = await calculate(formula, cells);
      if (!isError(value))
        return {
          formula: formula.source,
          value: Array.isArray(value) ? value.map((row) => row.map(shown)) : shown(value),
        };
      return {
        formula: formula.source,
        error: value.error,
        message: explain(value.error, formula, calls.failures, calculator),
      };
    } catch (reason) {
      return {
        formula: withEquals(text),
        error: "#VALUE!",
        message:
          reason instanceof FormulaSyntaxError ? reason.message : `the formula engine gave up (${String(reason)})`,
      };
    }
  }

  /**
   * Evaluates one formula; its equals sign may be missing. Rejects only for a key of `cells` that is no address. The
   * calculator calculates one formula at a time; callers need not know.
   */
  async function evaluate(formula: string, cells: Cells = {}): Promise<Outcome> {
    requireAddresses(cells);
    const turn = last.then(() => outcome(formula, cells));
    last = turn;
    return turn;
  }

  /** The value as a cell would show it, errors among them; rejects for what it cannot read. */
  async function compute(text: string, cells: Cells = {}): Promise<Value> {
    const turn = last.then(() => calculate(parseFormula(text), cells));
    last = turn.catch(() => undefined);
    const value = await turn;
    return Array.isArray(value) ? value.map((row) => row.map((cell) => cell ?? 0)) : (value ?? 0);
  }

  return {
    evaluate,
    /** Evaluates formulas one after the other. */
    evaluateAll: (formulas: Iterable<string>, cells?: Cells) =>
      Promise.all(Array.from(formulas, (formula) => evaluate(formula, cells))),
    compute,
    /** Whether there is a function of this name, Univer's or given. */
    has: (name: string) => calculator.has(name),
    close: () => calculator.dispose(),
  };
}

/** An empty cell shows as 0 in the cell that refers to it. */
function shown(value: Scalar): Cell {
  return value === null ? 0 : isError(value) ? value.error : value;
}

/** Why a formula ended in an error: an unknown name, what the first of our functions with this error said, or its meaning. */
function explain(error: string, formula: Formula, failures: readonly Failure[], functions: Calculator): string {
  const unknown = error === "#NAME?" ? unknownName(formula, functions) : undefined;
  const said = failures.find((failure) => failure.error === error && failure.message !== "");
  return unknown ?? said?.message ?? meaning(error);
}

function unknownName({ calls, names }: Formula, functions: Calculator): string | undefined {
  if (calls.some((call) => /^(let|lambda)$/i.test(call))) return undefined;
  const call = calls.find((name) => !functions.has(name));
  if (call !== undefined)
    return `there is no function ${call}; nearest: ${[...new Set([...sameLastPart(call, functions.names()), ...nearest(call, functions.names())])].slice(0, 3).join(", ")}`;
  return names[0] && `${names[0]} is not a name; a text stands between quotation marks: "${names[0]}"`;
}

/** Functions of ours with another first part, or written without one: QUOTA and METALS.QUOTA are REE.QUOTA. */
function sameLastPart(call: string, names: readonly string[]): string[] {
  const last = (name: string) => name.toUpperCase().split(".").at(-1);
  return names.filter((name) => name.includes(".") && last(name) === last(call));
}
