import { rememberingBy, rememberingOf } from "../dataset/remembering";
import { Refusal, type RefusalData, type RefusalKind } from "../query/refusal";
import type { Cell } from "./cells";
import type { FunctionDefinition, Parameter, Reading } from "./definition";
import type { Session } from "./session";

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
export function readOrPlace<T>(definition: FunctionDefinition, parameter: Parameter<T>, given: Cell, at: Reading): T {
  try {
    return parameter.read(given, at);
  } catch (error) {
    if (!(error instanceof Refusal) || !UNREAD.has(error.kind)) throw error;
    const data = error.data as Partial<RefusalData["unknownWord"] & RefusalData["notOffered"]>;
    const { kind, valid } = data;
    // A word of no list, such as a part of a series id, is better answered with the nearest.
    if (!kind && data.nearest?.length) throw error;
    const word = String(given).trim();
    // Two or three letters are the code of some country or metal; of a unit that says nothing.
    if (kind === "units" && /^[a-z]{1,3}$/i.test(word)) throw error;
    const isFirst = Object.keys(at.before).length === 0;
    const fits = isFirst ? placesOfFirst(at.session)(definition)(given) : placeFor(definition, given, at);
    const misplaced = fits
      ? { argument: at.argument, word, fits, expected: at.argument }
      : at.session.words.misplaced(word, at.argument);
    // 2024.5 reads as a month when it is text; where a period belongs, that it is no period is the point.
    const isMisread = misplaced?.fits === "period" && error.kind !== "unknownWord" && error.kind !== "notOffered";
    throw misplaced && !isMisread
      ? new Refusal("misplaced", { ...misplaced, ...(kind && { kind }), ...(valid && { valid }) })
      : error;
  }
}

/** For what nothing was read before, once: a column asks for the same unknown metal in every row. */
const placesOfFirst = rememberingOf((session: Session) =>
  rememberingOf((definition: FunctionDefinition) => {
    const argument = Object.keys(definition.parameters)[0]!;
    return rememberingBy(
      (given: Cell) => `${typeof given} ${given}`,
      (given) => placeFor(definition, given, { argument, session, block: [[given]], before: {} }),
    );
  }),
);

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
  try {
    parameter.read(given, at);
    return true;
  } catch {
    return false;
  }
}
