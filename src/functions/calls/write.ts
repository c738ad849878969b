import type { View } from "../../dataset/view";
import type { FunctionDefinition } from "../definition";
import { FUNCTIONS } from "../registry";
import type { Session } from "../session";
import type { Asked, Wording } from "./asked";
import { formulaText, type Call } from "./call";
import { Say } from "./say";

/** A wording as a call of the function that offers it. */
export interface WrittenCall extends Wording {
  readonly call: Call;
  /** Whether the function takes a unit. */
  readonly takesUnit: boolean;
}

/** The shortest call that puts a question and fits; those that name the series by its id come last. */
export function callFor(
  session: Pick<Session, "words" | "dataset">,
  view: View,
  asked: Asked,
  fits: (written: WrittenCall) => boolean,
): WrittenCall | undefined {
  const say = new Say(session, view);
  const length = ({ said, call }: WrittenCall) =>
    formulaText(call, ",", (id) => id).length + (said === undefined ? LAST : 0);
  return FUNCTIONS.flatMap((definition) => written(definition, asked, say))
    .map((one) => ({ one, length: length(one) }))
    .sort((a, b) => a.length - b.length)
    .find(({ one }) => fits(one))?.one;
}

/** Longer than any formula. */
const LAST = 1e6;

function written({ id, parameters, wordings }: FunctionDefinition, asked: Asked, say: Say): WrittenCall[] {
  const takesUnit = "unit" in parameters;
  if (!wordings || (asked.unit !== undefined && !takesUnit)) return [];
  return wordings(asked, say).map(({ said, args }) => {
    const named: Wording["args"] = { ...args, unit: asked.unit, as_of: asked.asOf };
    return { said, args, takesUnit, call: { id, args: Object.keys(parameters).map((name) => named[name]) } };
  });
}
