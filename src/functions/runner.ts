import { Refusal, refuse } from "../query/refusal";
import { ERROR_VALUES, FunctionError, SPILL_CAP, type Block, type Cell, type ErrorValue } from "./cells";
import type { FunctionDefinition, Given } from "./definition";
import { refusalText } from "./messages";
import type { Session } from "./session";

/**
 * Calls one function with the arguments as Excel sends them. Reads every argument in order before anything is looked up,
 * so the first wrong one is the one named. Gives a cell or a block; throws FunctionError and nothing else.
 */
export function run(definition: FunctionDefinition, args: readonly unknown[], session: Session): Cell | Block {
  try {
    const read: Record<string, unknown> = {};
    Object.entries(definition.parameters).forEach(([name, parameter], position) => {
      const block = asBlock(args[position]);
      if (!parameter.matrix && block.length * (block[0]?.length ?? 0) > 1) refuse("oneValue", { argument: name });
      const given = block[0]?.[0];
      if (given === undefined && !parameter.optional && !parameter.matrix) refuse("missing", { argument: name });
      read[name] = parameter.read(given, name, session, block);
    });
    return checked(definition.method(read as never, session));
  } catch (error) {
    if (error instanceof FunctionError) throw error;
    if (error instanceof Refusal) throw new FunctionError(error.code, refusalText(error, session));
    throw new FunctionError("#VALUE!", refusalText(new Refusal("unexpected", { detail: error instanceof Error ? error.message : String(error) }), session));
  }
}

/** Blank is null, undefined, "", 0 and an empty cell alike: no option has 0 as a meaning of its own. */
function asBlock(argument: unknown): Given[][] {
  const rows = Array.isArray(argument) ? argument : [[argument]];
  return rows.map((row: unknown) => (Array.isArray(row) ? row : [row]).map(asGiven));
}

function asGiven(value: unknown): Given {
  if (value === null || value === undefined || value === "" || value === 0) return undefined;
  if (typeof value === "number") return Number.isFinite(value) ? value : passOn("#NUM!");
  if (typeof value === "string") return value.trim() === "" ? undefined : (errorIn(value) ?? value);
  if (typeof value === "boolean") return value;
  return passOn(errorOf(value));
}

/** An error value in an argument comes back as the same error. */
function passOn(code: ErrorValue): never {
  throw new FunctionError(code, "");
}

function errorIn(text: string): undefined {
  return (ERROR_VALUES as readonly string[]).includes(text) ? passOn(text as ErrorValue) : undefined;
}

/** Excel hands errors over as objects whose shape differs between builds. */
function errorOf(value: unknown): ErrorValue {
  const fields = value as Record<string, unknown>;
  const code = [fields["code"], fields["error"], fields["basicValue"]].find((field) => (ERROR_VALUES as readonly unknown[]).includes(field));
  return (code as ErrorValue | undefined) ?? "#VALUE!";
}

/** Nothing but numbers, texts, booleans and blocks of them ever leaves. */
function checked(result: Cell | Block): Cell | Block {
  if (!Array.isArray(result)) {
    if (typeof result === "number" && !Number.isFinite(result)) throw new Refusal("overflow", {});
    return result;
  }
  const cells = result.length * (result[0]?.length ?? 0);
  if (cells > SPILL_CAP) refuse("tooLarge", { cells, cap: SPILL_CAP });
  return result;
}
