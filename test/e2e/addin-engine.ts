/** Formulas of a workbook without a grid: computed by the project's engine, the functions in them answered by the add-in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EngineFunction, Result } from "../../tools/eval/engine";
import type { CellValue, Matrix } from "../../workbench/host/workbook-model";
import { EngineProcess } from "./engine-process";
import { builtAddin } from "./site";
import type { Host } from "./watched-page";

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly optional?: boolean;
      readonly dimensionality?: string;
    }[];
    readonly result?: { readonly dimensionality?: string };
  }[];
}

/** The built add-in's functions.json. */
export function builtMetadata(): Metadata {
  return JSON.parse(readFileSync(join(builtAddin(), "functions.json"), "utf8")) as Metadata;
}

/** Starts an engine that knows the built add-in's functions. `host` gives the page they are called through, when they are. */
export function startEngine(host: () => Host): EngineProcess {
  const { functions } = builtMetadata();
  const idOf = new Map(functions.map(({ name, id }) => [name.toUpperCase(), id]));
  const offered = functions.map(({ name, parameters, result }): EngineFunction => ({
    name,
    parameters: parameters.map(({ name: parameter, optional, dimensionality }) => ({
      name: parameter,
      optional: optional === true,
      matrix: dimensionality === "matrix",
    })),
    matrix: result?.dimensionality === "matrix",
  }));
  return new EngineProcess(
    offered,
    async (name, args) => (await host().invoke(idOf.get(name.toUpperCase())!, args)) as Result,
  );
}

/** What a formula shows in its cells. */
export async function computed(engine: EngineProcess, formula: string): Promise<CellValue | Matrix<CellValue>> {
  const outcome = await engine.evaluate(formula);
  return "error" in outcome ? { error: outcome.error, message: outcome.message } : outcome.value;
}
