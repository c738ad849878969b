import { keep, rememberingOf } from "../../dataset/remembering";
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

/** A reading whose range is known once it has been looked at. */
interface Begun extends Reading {
  block: GivenBlock;
}

/** Stands for every first argument: a value that is read alike beside each. */
const ANY = Symbol("any");

/** Reads the arguments of a call into `read`, in their order, up to one that is refused. */
export function readArguments(
  definition: FunctionDefinition,
  args: readonly unknown[],
  session: Session,
  read: Record<string, unknown>,
): Refusal | undefined {
  const readers = readersIn(session)(definition);
  let first: unknown;
  for (let position = 0; position < readers.length; position++) {
    const [argument, reader] = readers[position]!;
    const found = reader(args[position], first);
    if (found instanceof Refusal) return found;
    read[argument] = found;
    if (position === 0) first = found;
  }
  return undefined;
}

const readersIn = rememberingOf((session: Session) =>
  rememberingOf((definition: FunctionDefinition) =>
    parametersOf(definition).map(
      ([argument, parameter]) => [argument, readerOf(definition, argument, parameter, session)] as const,
    ),
  ),
);

/** Reads one argument. A column repeats its words and periods: each is read once, or once beside each first argument that bears on it. */
function readerOf(
  definition: FunctionDefinition,
  argument: string,
  parameter: Parameter<unknown>,
  session: Session,
): (raw: unknown, first: unknown) => unknown {
  const known = new Map<unknown, Map<unknown, unknown>>();
  return (raw, first) => {
    for (const beside of [ANY, first]) {
      const values = known.get(beside);
      if (values?.has(raw)) return values.get(raw);
    }
    let beside: unknown = ANY;
    const at: Begun = {
      argument,
      session,
      block: [],
      get first() {
        return (beside = first);
      },
    };
    const read = readArgument(definition, parameter, asRange(raw), at);
    if (isSingle(raw)) {
      const values = known.get(beside) ?? new Map<unknown, unknown>();
      keep(values, raw, read);
      keep(known, beside, values);
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
