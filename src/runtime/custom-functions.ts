import {
  createCaller,
  FunctionError,
  FUNCTIONS,
  isCellError,
  type Caller,
  type Cell,
  type Session,
} from "../functions";
import { isDated } from "../query/period/date-system";
import { withCeiling, type Arrival } from "./readiness";

/** A cell waits this long for the data, then says so instead of hanging. */
const CEILING_SECONDS = 10;

type Answer = Cell | (Cell | CustomFunctions.Error)[][];

/**
 * Ties every function to Excel, synchronously, so that no formula waits for the pane. Once the data is there a call gives
 * a plain value; before, all calls share one promise, and a call with a date waits for `dates` as well, after which the
 * session knows what dates count from. `used` is told of every call.
 */
export function associateAll(arrival: Arrival<Session>, dates: Promise<unknown>, used: () => void): void {
  let known: { session: Session; caller: Caller } | undefined;
  const callerOf = (session: Session): Caller => {
    if (known?.session !== session) known = { session, caller: createCaller(session) };
    return known.caller;
  };
  const ready = async (given: readonly unknown[]): Promise<Session> => {
    const arrived = arrival.now ?? (await arrival.later);
    if (!awaitsDates(arrived, given)) return arrived;
    await dates;
    return arrival.now ?? arrived;
  };
  for (const { id, parameters } of FUNCTIONS) {
    const count = Object.keys(parameters).length;
    CustomFunctions.associate(id, (...args: unknown[]) => {
      used();
      // Excel passes an invocation object after the parameters it knows of: by the metadata of an older version those are fewer.
      const given = args.slice(0, count).filter((arg) => !isInvocation(arg));
      const session = arrival.now;
      if (session && !awaitsDates(session, given)) return answer(callerOf(session), id, given);
      return withCeiling(ready(given), CEILING_SECONDS, notLoaded).then(
        (arrived) => answer(callerOf(arrived), id, given),
        (reason: unknown) => {
          if (arrival.now) return answer(callerOf(arrival.now), id, given);
          throw reason instanceof CustomFunctions.Error ? reason : notLoaded(reason);
        },
      );
    });
  }
}

function isInvocation(arg: unknown): boolean {
  return typeof arg === "object" && arg !== null && "functionName" in arg;
}

function awaitsDates({ dateSystem }: Session, given: readonly unknown[]): boolean {
  return dateSystem === "unknown" && given.flat(2).some(isDated);
}

function answer(caller: Caller, id: string, args: readonly unknown[]): Answer {
  const result = caller.outcome(id, args);
  if (result instanceof FunctionError) throw excelError(result.code, result.message);
  return Array.isArray(result)
    ? result.map((row) => row.map((cell) => (isCellError(cell) ? excelError(cell.error, cell.message) : cell)))
    : result;
}

function excelError(code: string, message: string): CustomFunctions.Error & Error {
  const error = new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message || undefined);
  return error as CustomFunctions.Error & Error;
}

/** Data that is not there has no session, hence no language either: this one text is English. */
function notLoaded(reason?: unknown): CustomFunctions.Error & Error {
  const why = reason instanceof Error ? `: ${reason.message}` : ` after ${CEILING_SECONDS} s`;
  return excelError("#N/A", `Data not loaded${why}. Open the Orebook pane and try again, then recalculate.`);
}
