import { orRefusal, Refusal, type RefusalData, type RefusalKind } from "../query/refusal";
import type { Cell } from "./cells";
import type { FunctionDefinition, Parameter, Reading } from "./definition";
import { textOf } from "./reading/parameters";

/** Refusals of a word that nothing is known of where it stands. */
const UNREAD: ReadonlySet<RefusalKind> = new Set(["unknownWord", "notOffered", "notPeriod", "notDate", "notDay"]);

/** Refusals that are easier to act on beside the order of the arguments. */
const ABOUT_PLACES: ReadonlySet<RefusalKind> = new Set(["missing", "misplaced", "oneValue"]);

/** How a function is called, optional arguments in brackets: `REE.QUOTA(year, stage, [group], …)`. */
export function usageOf({ id, parameters }: FunctionDefinition): string {
  return `${id}(${Object.entries(parameters)
    .map(([name, { optional }]) => (optional ? `[${name}]` : name))
    .join(", ")})`;
}

/** A refusal about the place of an argument, with how the function is called; any other as it is. */
export function withUsage(refusal: Refusal, definition: FunctionDefinition): Refusal {
  if (!ABOUT_PLACES.has(refusal.kind)) return refusal;
  const example = refusal.kind === "missing" ? { example: definition.examples[0]?.formula } : {};
  return new Refusal(refusal.kind, { ...refusal.data, usage: usageOf(definition), ...example } as never);
}

/** Reads an argument; one that cannot be read, but could in another place of the call or the grammar, is refused as misplaced. */
export function readOrPlace(definition: FunctionDefinition, given: Cell, at: Reading): unknown {
  const { argument } = at;
  const read = orRefusal(() => definition.parameters[argument]!.read(given, at));
  if (!(read instanceof Refusal) || !UNREAD.has(read.kind)) return read;
  const data = read.data as Partial<RefusalData["unknownWord"] & RefusalData["notOffered"]>;
  const { kind, valid } = data;
  // A word of no list, such as a part of a series id, is better answered with the nearest.
  if (!kind && data.nearest?.length) return read;
  const word = String(given).trim();
  // Two or three letters are the code of some country or metal; of a unit that says nothing.
  if (kind === "units" && /^[a-z]{1,3}$/i.test(word)) return read;
  const fits = placeFor(definition, given, at);
  const misplaced = fits ? { argument, word, fits, expected: argument } : at.session.words.misplaced(word, argument);
  // 2024.5 reads as a month when it is text; where a period belongs, that it is no period is the point.
  const isMisread = misplaced?.fits === "period" && read.kind !== "unknownWord" && read.kind !== "notOffered";
  return misplaced && !isMisread
    ? new Refusal("misplaced", { ...misplaced, ...(kind && { kind }), ...(valid && { valid }) })
    : read;
}

/** The first other argument of the function that can read what was given. */
function placeFor({ parameters }: FunctionDefinition, given: Cell, at: Reading): string | undefined {
  return Object.entries(parameters).find(
    ([name, parameter]) =>
      name !== at.argument &&
      !parameter.matrix &&
      !(parameter.enum === "countries" && /^\d+$/.test(String(given))) &&
      reads(parameter, given, { ...at, argument: name }),
  )?.[0];
}

function reads(parameter: Parameter<unknown>, given: Cell, at: Reading): boolean {
  // Quicker than a refusal, which begins with the same look-up.
  if (parameter.list !== undefined && at.session.words.find(parameter.list, textOf(given)) === undefined) return false;
  try {
    parameter.read(given, at);
    return true;
  } catch {
    return false;
  }
}
