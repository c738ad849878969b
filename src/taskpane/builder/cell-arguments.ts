import { FUNCTIONS, type FunctionDefinition } from "../../functions";
import type { Parameter } from "../../functions/definition";
import type { Block } from "../../sheets/insert/block";
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

/** A call some of whose arguments come from cells, as it will be written. */
export interface CallFromCells {
  readonly call: Call<CallArgument>;
  readonly block: Block;
  /** The answer in one line. */
  readonly line: string;
  reads(place: Place): boolean;
}

export interface CellArguments {
  readonly element: HTMLElement;
  /** The call with what the fields say; undefined while they are blank. */
  applied(call: Call): CallFromCells | undefined;
  looked(at: Place): void;
}

/** Fields for the metal and the periods of a call, each blank as long as it keeps its own word. */
export function cellArguments(context: PaneContext, changed: () => void): CellArguments {
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
    looked: (at) => built && watch.looked(at, built.call),
    applied(call) {
      const definition = FUNCTIONS.find(({ id }) => id === call.id)!;
      if (shown !== call.id) build(definition, call);
      shown = call.id;
      const own = Object.entries(definition.parameters).map(
        ([name, parameter], i) => [name, typedText(call.args[i], name, parameter, session)] as const,
      );
      for (const [name, field] of fields) field.input.placeholder = own.find(([other]) => other === name)![1];
      const given = Object.fromEntries(
        fields.map(([name]) => [name, typed[name] ?? ""]).filter(([, text]) => text !== ""),
      );
      built = builtCall(context, definition, { ...Object.fromEntries(own), ...given }, watch.cells);
      const names = Object.keys(definition.parameters);
      for (const [name, field] of fields)
        field.show(
          built.faults[names.indexOf(name)],
          heldWords(context, built.call.args[names.indexOf(name)], watch.cells),
        );
      watch.follow(built.call);
      if (Object.keys(given).length === 0) return undefined;
      const { call: whole, result } = built;
      const here = callOn(whole, watch.sheet);
      return {
        call: here,
        block: formulaBlock(formulaText(here, ",", context.nameOf), result),
        line: resultLine(context, result),
        reads: (place) => refersTo(whole, place),
      };
    },
  };
}

/** The metal and the period of what is asked; of a spill also from when and until when. */
function isOffered({ spills }: FunctionDefinition, parameter: Parameter<unknown>, given: CallArgument): boolean {
  const isMeant = ITEMS.has(parameter.enum) || parameter.takes === "period";
  return isMeant && (!parameter.optional || given !== undefined || spills);
}
