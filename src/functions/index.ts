import { FUNCTIONS } from "./registry";
import { FunctionError, type Block, type Cell } from "./cells";
import { run } from "./runner";
import type { Session } from "./session";
import { AnswersGiven } from "./answering/answers-given";

export { FUNCTIONS } from "./registry";
export { FunctionError, isCellError, type Block, type Cell, type CellError } from "./cells";
export { openSession, type Session } from "./session";
export type { FunctionDefinition } from "./definition";

/** Calls functions by id within one session. Ids are as in the registry, in any case. */
export interface Caller {
  /** Gives a cell or a block; throws FunctionError and nothing else. */
  call(id: string, args: readonly unknown[]): Cell | Block;
  /** The same with a refusal given where `call` throws it: throws cost an engine more than most answers do. */
  outcome(id: string, args: readonly unknown[]): Cell | Block | FunctionError;
}

const BY_ID = new Map(FUNCTIONS.map((definition) => [definition.id, definition]));

export function createCaller(session: Session): Caller {
  const answers = session.isTraced ? undefined : new AnswersGiven();
  const outcome: Caller["outcome"] = (id, args) => {
    const definition = BY_ID.get(id) ?? BY_ID.get(id.toUpperCase());
    if (!definition) return new FunctionError("#NAME?", `no function ${id}`);
    const work = () => run(definition, args, session);
    return answers ? answers.of(definition.id, args, work) : work();
  };
  return {
    outcome,
    call(id, args) {
      const result = outcome(id, args);
      if (result instanceof FunctionError) throw result;
      return result;
    },
  };
}
