/** Makes the add-in's functions known to Univer: to its formula engine, its list of functions and its argument help. */
import { BooleanNumber } from "@univerjs/core";
import { type IFunctionInfo, FunctionType, IFunctionService } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { FunctionsMetadata } from "../host/function-metadata";
import { GridFunction, type Ask } from "./custom-function";
import type { Grid } from "./grid";

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
