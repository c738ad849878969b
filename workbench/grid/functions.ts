/** Makes the add-in's functions known to Univer: to its formula engine, its list of functions and its argument help. */
import {
  type BaseValueObject,
  BaseFunction,
  type IFunctionInfo,
  FunctionType,
  IFunctionService,
} from "@univerjs/engine-formula";
import { BooleanNumber } from "@univerjs/core";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { Value } from "../../tools/eval/cell";
import { fromEngine, toEngine } from "../../tools/eval/values";
import type { CallArgument } from "../host/call-arguments";
import type { FunctionDefinition, FunctionsMetadata } from "../host/function-metadata";
import type { Outcome } from "../host/invocation-results";
import type { CellCall } from "./answers";
import { BUSY } from "../host/busy";
import type { Grid } from "./grid";

/** `undefined`: not answered yet. `"unknown"`: Excel does not know the add-in's functions at this moment. */
type Ask = (call: CellCall) => Outcome | undefined | "unknown";

/** A custom function inside Univer's formula engine: it waits with `#BUSY!` until the add-in has answered. */
class GridFunction extends BaseFunction {
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

/** The formula engine knows them from the start; until they are described, `ask` answers that Excel does not. */
export function registerFunctions(grid: Grid, { functions }: FunctionsMetadata, ask: Ask): void {
  grid.injector
    .get(IFunctionService)
    .registerExecutors(...functions.map((definition) => new GridFunction(definition, ask)));
}

/** Offers them while a person types. */
export function describeFunctions(grid: Grid, { functions }: FunctionsMetadata): void {
  grid.injector.get(IDescriptionService).registerDescriptions(functions.map(describe));
}

function describe({ name, description, parameters }: FunctionsMetadata["functions"][number]): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description: description ?? "",
    abstract: description ?? "",
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      example: parameter.name,
      require: parameter.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: parameter.repeating ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    })),
  };
}
