import { FUNCTIONS, type FunctionDefinition } from "../../functions";
import type { Parameter } from "../../functions/definition";
import type { Place } from "../../sheets/notation/place";
import type { PaneContext } from "../context/pane-context";
import { formulaText, type Call, type CallArgument } from "../../functions/calls/call";
import { fill, h } from "../widgets/dom";
import { ArgumentField, takeFrom } from "./argument-field";
import { builtCall, callOn, refersTo, type BuiltCall } from "./built-call";
import { CellWatch, heldWords } from "./cell-watch";
import { ITEMS } from "./choices";
import { formulaBlock, resultLine } from "./result";
import { typedText } from "./typed";

/** Fields for the metal and the periods of a call, each blank as long as it keeps its own word. */
export function cellArguments(context: PaneContext, changed: () => void) {
  const { session, workbook } = context;
  const element = h("div.arguments");
  const watch = new CellWatch(context, changed);
  const typed: Record<string, string> = {};
  let fields: readonly (readonly [name: string, field: ArgumentField])[] = [];
  let shown: string | undefined;
  let built: BuiltCall | undefined;

  const build = (definition: FunctionDefinition, call: Call) => {
    const entries = Object.entries(definition.parameters).filter(([, parameter], i) =>
      isOffered(definition, parameter, call.args[i]),
    );
    fields = entries.map(([name, parameter]) => [
      name,
      new ArgumentField(context, name, parameter, typed[name] ?? "", {
        choices: () => watch.choices(definition, name, built?.values ?? []),
        changed: (text) => {
          typed[name] = text;
          changed();
        },
        take: takeFrom(workbook, false),
      }),
    ]);
    fill(element, ...fields.map(([, field]) => field.element));
  };
  return {
    element,
    looked: (at: Place) => built && watch.looked(at, built.call),
    /** The call with what the fields say, as it will be written; undefined while they are blank. */
    applied(call: Call) {
      const definition = FUNCTIONS.find(({ id }) => id === call.id)!;
      if (shown !== call.id) build(definition, call);
      shown = call.id;
      const names = Object.keys(definition.parameters);
      const wordOf = (name: string, i: number) => typedText(call.args[i], name, definition.parameters[name]!, session);
      const own = Object.fromEntries(names.map((name, i) => [name, wordOf(name, i)]));
      for (const [name, field] of fields) field.input.placeholder = own[name]!;
      const given = Object.fromEntries(
        fields.map(([name]) => [name, typed[name] ?? ""]).filter(([, text]) => text !== ""),
      );
      built = builtCall(context, definition, { ...own, ...given }, watch.cells);
      for (const [name, field] of fields) {
        const at = names.indexOf(name);
        field.show(built.faults[at], heldWords(context, built.call.args[at], watch.cells));
      }
      watch.follow(built.call);
      if (Object.keys(given).length === 0) return undefined;
      const { call: whole, result } = built;
      const here = callOn(whole, watch.sheet);
      return {
        call: here,
        block: formulaBlock(formulaText(here, ",", context.nameOf), result),
        /** The answer in one line. */
        line: resultLine(context, result),
        reads: (place: Place) => refersTo(whole, place),
      };
    },
  };
}

export type CellArguments = ReturnType<typeof cellArguments>;

/** The metal and the period of what is asked; of a spill also from when and until when. */
function isOffered({ spills }: FunctionDefinition, parameter: Parameter<unknown>, given: CallArgument): boolean {
  const isMeant = ITEMS.has(parameter.enum) || parameter.takes === "period";
  return isMeant && (!parameter.optional || given !== undefined || spills);
}
