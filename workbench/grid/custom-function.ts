/** A custom function inside Univer's formula engine: it waits with `#BUSY!` until the add-in has answered. */
import { type BaseValueObject, BaseFunction } from "@univerjs/engine-formula";
import { fromEngine, toEngine } from "../../tools/eval/values";
import type { Value } from "../../tools/eval/cell";
import type { CallArgument } from "../host/call-arguments";
import type { FunctionDefinition } from "../host/function-metadata";
import type { Outcome } from "../host/invocation-results";
import { BUSY } from "./cell-data";
import type { CellCall } from "./answers";

/** `undefined`: not answered yet. `"unknown"`: Excel does not know the add-in's functions at this moment. */
export type Ask = (call: CellCall) => Outcome | undefined | "unknown";

export class GridFunction extends BaseFunction {
  constructor(
    private readonly definition: FunctionDefinition,
    private readonly ask: Ask,
  ) {
    super(definition.name.toUpperCase());
  }

  /** Or the text "2024-06" would arrive as the number of a day. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...given: BaseValueObject[]): BaseValueObject {
    const { id, parameters } = this.definition;
    const args: CallArgument[] = given.map(fromEngine);
    if (args.length > parameters.length && !parameters.at(-1)?.repeating) return toEngine({ error: "#VALUE!" });
    if (args.some(isBusy)) return toEngine({ error: BUSY });
    const outcome = this.ask({ cell: { sheet: this.subUnitId!, row: this.row, column: this.column }, id, args });
    if (outcome === "unknown") return toEngine({ error: "#NAME?" });
    if (outcome === undefined) return toEngine({ error: BUSY });
    return toEngine("error" in outcome ? { error: outcome.error } : (outcome.value as Value));
  }
}

function isBusy(argument: CallArgument): boolean {
  if (Array.isArray(argument)) return argument.flat().some(isBusy);
  return typeof argument === "object" && argument !== null && "error" in argument && argument.error === BUSY;
}
