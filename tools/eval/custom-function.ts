import { BaseFunction, type BaseValueObject } from "@univerjs/engine-formula";
import { isError, single, type Cell, type ErrorValue, type Value } from "./cell";
import { fromEngine, toEngine } from "./values";

/** A function the engine offers under its name; any case calls it. */
export interface EngineFunction {
  name: string;
  parameters: readonly { name: string; optional: boolean; matrix?: boolean }[];
  /** True when it returns rows, which spill. */
  matrix?: boolean;
}

/** What a function answers: a value, rows of values in which single cells may be errors, or an error with its reason. */
export type Result = { value: Cell | (Cell | ErrorValue)[][] } | { error: string; message: string };

/** Answers a call of `definition` that was written with `written` arguments. */
export type Answer = (definition: EngineFunction, args: Value[], written: number) => Result;

/** A function of ours inside the engine: hands arguments over as Excel does, not as Univer does. */
export class CustomFunction extends BaseFunction {
  constructor(
    private readonly definition: EngineFunction,
    private readonly answer: Answer,
  ) {
    super(definition.name.toUpperCase());
  }

  override calculate(...given: BaseValueObject[]): BaseValueObject {
    const args = this.definition.parameters.map(({ matrix }, index) => argument(given[index], matrix === true));
    const result = this.answer(this.definition, args, given.length);
    return toEngine("error" in result ? { error: result.error } : result.value);
  }
}

/** One cell is its value where one value belongs; one value is one cell where rows belong. */
function argument(given: BaseValueObject | undefined, matrix: boolean): Value {
  const value = given === undefined ? null : fromEngine(given);
  if (!Array.isArray(value)) return matrix && value !== null && !isError(value) ? [[value]] : value;
  return matrix ? value : single(value);
}
