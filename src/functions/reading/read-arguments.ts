import { rememberingOf } from "../../dataset/remembering";
import { Refusal } from "../../query/refusal";
import { FunctionError, isCellError, type CellError } from "../cells";
import {
  parametersOf,
  type FunctionDefinition,
  type Given,
  type GivenBlock,
  type Parameter,
  type Reading,
} from "../definition";
import { refusalText } from "../messages";
import type { Session } from "../session";
import { readOrPlace } from "../usage";
import { asRange, readableGiven } from "./arguments";
import { LONGEST_ARGUMENT, unreadable } from "./unreadable";

type Before = Reading["before"];

/** A reading whose range is known once it has been looked at. */
interface Begun extends Reading {
  block: GivenBlock;
}

/** Of each argument of a function so many values are kept as read. */
const MOST = 2000;

/** Reads the arguments of a call into `read`, in their order, up to one that is refused. */
export function readArguments(
  definition: FunctionDefinition,
  args: readonly unknown[],
  session: Session,
  read: Record<string, unknown>,
): Refusal | undefined {
  const readers = readersIn(session)(definition);
  for (let position = 0; position < readers.length; position++) {
    const [argument, reader] = readers[position]!;
    const found = reader(args[position], read);
    if (found instanceof Refusal) return found;
    read[argument] = found;
  }
  return undefined;
}

const readersIn = rememberingOf((session: Session) =>
  rememberingOf((definition: FunctionDefinition) =>
    parametersOf(definition).map(
      ([argument, parameter], position) =>
        [argument, readerOf(definition, argument, parameter, session, position === 0)] as const,
    ),
  ),
);

/** Reads one argument. A column repeats its words and periods: a value that nothing before it bears on is read once. */
function readerOf(
  definition: FunctionDefinition,
  argument: string,
  parameter: Parameter<unknown>,
  session: Session,
  isFirst: boolean,
): (raw: unknown, before: Before) => unknown {
  const known = new Map<unknown, unknown>();
  return (raw, before) => {
    const found = known.get(raw);
    if (found !== undefined || known.has(raw)) return found;
    let isAlone = isSingle(raw);
    const at: Begun = {
      argument,
      session,
      block: [],
      get before() {
        isAlone &&= isFirst;
        return before;
      },
    };
    const read = readArgument(definition, parameter, asRange(raw), at);
    if (isAlone) {
      if (known.size >= MOST) known.clear();
      known.set(raw, read);
    }
    return read;
  };
}

/** One value that is no object, and no longer than what is read. */
function isSingle(raw: unknown): boolean {
  return typeof raw === "string" ? raw.length <= LONGEST_ARGUMENT : typeof raw !== "object" || raw === null;
}

function readArgument(
  definition: FunctionDefinition,
  parameter: Parameter<unknown>,
  range: readonly (readonly unknown[])[],
  at: Begun,
): unknown {
  const { argument, session } = at;
  if (parameter.matrix) {
    at.block = range.map((row) => row.map((cell) => readableCell(readableGiven(session, cell), argument, session)));
    return parameter.read(undefined, at);
  }
  if (range.length * (range[0]?.length ?? 0) > 1) return new Refusal("oneValue", { argument });
  const given = readableGiven(session, range[0]?.[0]);
  // An error value in an argument comes back as the same error.
  if (isCellError(given)) throw new FunctionError(given.error, "");
  if (given === undefined && !parameter.optional) return new Refusal("missing", { argument });
  const refusal = unreadable(given, argument, session, parameter.enum);
  if (refusal) return refusal;
  at.block = [[given]];
  return given === undefined ? parameter.read(given, at) : readOrPlace(definition, given, at);
}

/** A cell of a range that can never be read is an error of this cell alone. */
function readableCell(given: Given | CellError, argument: string, session: Session): Given | CellError {
  const refusal = isCellError(given) ? undefined : unreadable(given, argument, session);
  return refusal ? { error: refusal.code, message: refusalText(refusal, session) } : given;
}
