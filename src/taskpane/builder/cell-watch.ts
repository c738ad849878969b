import type { FunctionDefinition } from "../../functions";
import { samePlace, type Place } from "../../sheets/notation/place";
import type { Neighbour } from "../../workbook/cell/look-around";
import type { Value } from "../../sheets/formula";
import type { PaneContext } from "../context";
import type { Call, CallArgument } from "../formula/call";
import { referencesOf } from "./built-call";
import type { Choice } from "./choices";
import { neighbourChoices } from "./near-cells";
import { ReferencedCells } from "./referenced-cells";

/** Keeps an eye on the cells that arguments are taken from, and on those around the place of the formula. */
export class CellWatch {
  readonly cells: ReferencedCells;
  private near: readonly Neighbour[] = [];
  private place: Place | undefined;

  /** `changed`: a formula that refers to cells may read or answer differently now. */
  constructor(
    private readonly context: PaneContext,
    private readonly changed: () => void,
  ) {
    this.cells = new ReferencedCells(context.workbook, changed);
  }

  /** The sheet on which the formula will stand, once that is known. */
  get sheet(): string | undefined {
    return this.place?.sheet;
  }

  /** The workbook was looked at: the formula would go here, and its cells may hold something else. */
  looked(at: Place, call: Call<CallArgument>): void {
    const before = this.place;
    this.place = at;
    if (before?.sheetId !== at.sheetId) this.changed();
    this.refresh(call);
    const isElsewhere = before === undefined || !samePlace(before, at);
    if (isElsewhere)
      void this.context.workbook?.neighbours(at).then(
        (found) => (this.near = found),
        () => undefined,
      );
  }

  /** Another call refers to other cells. */
  follow(call: Call<CallArgument>): void {
    if (referencesOf(call).some((reference) => !this.cells.isKnown(reference))) this.refresh(call);
  }

  /** Cells near the place that hold something an argument can read. */
  choices(definition: FunctionDefinition, name: string, values: readonly Value[]): Choice[] {
    return neighbourChoices(this.context, definition, name, values, this.near, this.place);
  }

  private refresh(call: Call<CallArgument>): void {
    if (this.place) void this.cells.look(referencesOf(call), this.place.sheet);
  }
}
