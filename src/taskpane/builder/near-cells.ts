import type { FunctionDefinition } from "../../functions";
import { cellsOf, type Place } from "../../sheets/notation/place";
import type { Neighbour } from "../../workbook/cell/look-around";
import { isError, type Value } from "../../sheets/formula";
import type { PaneContext } from "../context";
import type { CallArgument } from "../formula/call";
import { isReference } from "./built-call";
import { readEach } from "./check";
import type { Choice } from "./choices";
import type { ReferencedCells } from "./referenced-cells";
import { scalarText } from "./result-view";
import { builderTexts } from "./texts";

const SHOWN = 3;

/** Cells near the place of the formula that hold something the argument can read, the nearest first. */
export function neighbourChoices(
  context: PaneContext,
  definition: FunctionDefinition,
  name: string,
  values: readonly Value[],
  near: readonly Neighbour[],
  at: Place | undefined,
): Choice[] {
  const position = Object.keys(definition.parameters).indexOf(name);
  const fits = ({ value }: Neighbour) =>
    !isError(value) &&
    readEach(
      definition,
      values.map((other, i) => (i === position ? value : other)),
      context.session,
    ).faults[position] === undefined;
  return at === undefined
    ? []
    : near
        .filter(fits)
        .slice(0, SHOWN)
        .map(({ place, value }) => ({ word: cellsOf(place), label: cellsOf(place), hint: scalarText(context, value) }));
}

/** What the cells hold that an argument is taken from; "" for an argument that is typed. */
export function heldWords(context: PaneContext, arg: CallArgument, cells: ReferencedCells): string {
  const texts = builderTexts(context.language);
  if (!isReference(arg) || !cells.isKnown(arg.reference)) return "";
  const value = cells.valueOf(arg.reference);
  if (value === undefined) return texts.noCells(arg.reference);
  if (Array.isArray(value)) return texts.holds(arg.reference, texts.values(value.flat().length));
  return value === null ? texts.isEmpty(arg.reference) : texts.holds(arg.reference, scalarText(context, value));
}
