import type { FunctionDefinition, Session } from "../../functions";
import { asGiven, asRange, readableGiven } from "../../functions/reading/arguments";
import { isCellError } from "../../functions/cells";
import { refusalText } from "../../functions/messages";
import { readOrPlace, withUsage } from "../../functions/usage";
import { Refusal, refuse } from "../../query/refusal";
import type { Value } from "../../sheets/formula";

/** What is wrong with one argument, and words that would be right. */
export interface ArgumentFault {
  readonly text: string;
  readonly words: readonly string[];
}

const WORDS_SHOWN = 6;

/** Reads every argument as the function does, but each for itself. `values`: what Excel would hand over, null for a blank. */
export function readEach(definition: FunctionDefinition, values: readonly Value[], session: Session) {
  const before: Record<string, unknown> = {};
  const unread = new Set<string>();
  const [first] = Object.keys(definition.parameters);
  const faults = Object.entries(definition.parameters).map(
    ([argument, parameter], position): ArgumentFault | undefined => {
      const block = asRange(values[position] ?? null).map((row) => row.map((cell) => readableGiven(session, cell)));
      const given = block[0]?.[0];
      const isBlank = block.flat().every((cell) => cell === undefined);
      if (isBlank && !parameter.optional) {
        unread.add(argument);
        return undefined;
      }
      try {
        if (!parameter.matrix && block.flat().length > 1) refuse("oneValue", { argument });
        if (!parameter.matrix && isCellError(given)) return { text: given.error, words: [] };
        const reading = { argument, session, block, first: before[first!] };
        const read =
          parameter.matrix || given === undefined || isCellError(given)
            ? parameter.read(undefined, reading)
            : readOrPlace(definition, given, reading);
        if (read instanceof Refusal) throw read;
        before[argument] = read;
        return undefined;
      } catch (error) {
        const hasAllBefore = unread.size === 0;
        unread.add(argument);
        // What cannot be read without an argument that is still missing is not wrong yet.
        if (error instanceof Refusal)
          return { text: refusalText(withUsage(error, definition), session), words: wordsIn(error) };
        if (!hasAllBefore) return undefined;
        throw error;
      }
    },
  );
  return {
    /** By position; undefined where the argument can be read, or is still blank. */
    faults,
    /** What the function makes of those that can be read, by name. */
    read: before,
  };
}

/** The arguments that have to be there and are not. */
export function missingArguments({ parameters }: FunctionDefinition, values: readonly Value[]): string[] {
  return Object.entries(parameters).flatMap(([name, { optional }], i) =>
    !optional && isBlank(values[i]) ? [name] : [],
  );
}

function isBlank(value: Value | undefined): boolean {
  return asRange(value)
    .flat()
    .every((cell) => asGiven(cell) === undefined);
}

function wordsIn({ data }: Refusal): string[] {
  const { nearest, valid } = data as { nearest?: readonly string[]; valid?: readonly string[] };
  return [...new Set([...(nearest ?? []), ...(valid ?? [])])].slice(0, WORDS_SHOWN);
}
