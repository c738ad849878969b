import { Refusal, refuse } from "../query/refusal";
import { FunctionError, isCellError, LONGEST_TEXT, SPILL_CAP, type Block, type Cell, type CellError } from "./cells";
import { parametersOf, type FunctionDefinition } from "./definition";
import { refusalText } from "./messages";
import { checkWhole, orLacking, releaseAsked } from "./reading/lacking";
import { readArguments } from "./reading/read-arguments";
import { saidGoods } from "./reading/said-goods";
import { withUsage } from "./usage";
import type { Session } from "./session";

/**
 * Calls one function with the arguments as Excel sends them. Reads every argument in order before anything is looked up,
 * so the first wrong one is the one named. Gives a cell, a block or the refusal, and throws nothing.
 */
export function run(
  definition: FunctionDefinition,
  args: readonly unknown[],
  session: Session,
): Cell | Block | FunctionError {
  const read: Record<string, unknown> = {};
  const asked = () =>
    releaseAsked(session, args[parametersOf(definition).findIndex(([argument]) => argument === "as_of")]);
  const found = attempt(() => {
    const refused = readArguments(definition, args, session, read);
    if (refused) return refused;
    if (definition.isWhole?.(read as never)) checkWhole(read, session, asked());
    const result = definition.method(read as never, session);
    return result instanceof Refusal ? result : checked(result);
  });
  if (!(found instanceof Refusal)) return found;
  const refusal = withUsage(orLacking(found, session, asked()), definition);
  const text = () => refusalText(refusal, session, saidGoods(definition, args, read, session));
  if (definition.neverRefuses) return text();
  return new FunctionError(refusal.code, session.isWordless ? "" : text());
}

function attempt<T>(work: () => T): T | Refusal | FunctionError {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal || error instanceof FunctionError) return error;
    return new Refusal("unexpected", { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Nothing but numbers, texts, booleans and blocks of them, with errors in single cells, ever leaves. */
function checked(result: Cell | Block): Cell | Block {
  if (!Array.isArray(result)) return checkedCell(result);
  const width = result[0]?.length ?? 0;
  if (width === 0) refuse("unexpected", { detail: "an empty block" });
  const cells = result.length * width;
  if (cells > SPILL_CAP) refuse("tooLarge", { cells, cap: SPILL_CAP });
  return result.map((row) => {
    if (row.length !== width) refuse("unexpected", { detail: "rows of different length" });
    return row.map((cell): Cell | CellError => (isCellError(cell) ? cell : checkedCell(cell)));
  });
}

function checkedCell(cell: Cell): Cell {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : refuse("overflow", {});
  if (typeof cell === "boolean") return cell;
  if (typeof cell !== "string" || cell === "") return refuse("unexpected", { detail: "an empty cell" });
  return cell.length > LONGEST_TEXT ? `${cell.slice(0, LONGEST_TEXT - 1)}…` : cell;
}
