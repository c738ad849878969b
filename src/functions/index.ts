import { FUNCTIONS } from "./registry";
import { FunctionError, type Block, type Cell } from "./cells";
import { run } from "./runner";
import type { Session } from "./session";
import { TextsGiven } from "./answering/texts-given";

export { FUNCTIONS } from "./registry";
export { FunctionError, isCellError, type Block, type Cell, type CellError } from "./cells";
export { createSession, type Session } from "./session";
export type { FunctionDefinition } from "./definition";

/** Calls functions by id within one session. */
export interface Caller {
  /** Gives a cell or a block; throws FunctionError and nothing else. Ids are as in the registry, in any case. */
  call(id: string, args: readonly unknown[]): Cell | Block;
}

const BY_ID = new Map(FUNCTIONS.map((definition) => [definition.id, definition]));

export function createCaller(session: Session): Caller {
  const texts = new TextsGiven();
  return {
    call(id, args) {
      const definition = BY_ID.get(id) ?? BY_ID.get(id.toUpperCase());
      if (!definition) throw new FunctionError("#NAME?", `no function ${id}`);
      const again = texts.again(definition.id, args);
      if (again !== undefined) return again;
      try {
        const result = run(definition, args, session);
        if (typeof result === "string") texts.keep(definition.id, args, result);
        return result;
      } catch (error) {
        if (error instanceof FunctionError) texts.keep(definition.id, args, error);
        throw error;
      }
    },
  };
}
