import { createCaller, FunctionError, FUNCTIONS, type Session } from "../../src/functions";
import type { EngineFunction, EngineOptions, Invoke } from "./engine";

/** The functions of the registry, called within a session. */
export function offer(session: Session): EngineOptions {
  const caller = createCaller(session);
  const invoke: Invoke = (name, args) => {
    try {
      return { value: caller.call(name, args) };
    } catch (error) {
      if (error instanceof FunctionError) return { error: error.code, message: error.message };
      throw error;
    }
  };
  return { functions: FUNCTIONS.map(describe), invoke };
}

function describe({ id, parameters, spills }: (typeof FUNCTIONS)[number]): EngineFunction {
  const list = Object.entries(parameters).map(([name, { optional, matrix }]) => ({
    name,
    optional,
    matrix: matrix === true,
  }));
  return { name: id, parameters: list, matrix: spills };
}
