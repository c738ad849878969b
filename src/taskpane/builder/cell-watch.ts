import type { FunctionDefinition } from "../../functions";
import { single, type Value, isError } from "../../sheets/formula/value";
import { cellsOf, type Place, samePlace } from "../../sheets/notation/place";
import type { Neighbour } from "../../workbook/cell/look-around";
import type { WorkbookPort } from "../../workbook/port";
import { latestLook } from "../context/latest-look";
import type { PaneContext } from "../context/pane-context";
import type { CallArgument, Call } from "../../functions/calls/call";
import type { Choice } from "../widgets/combo-box";
import { readEach } from "./check";
import { scalarText } from "./result";
import { builderTexts } from "./texts";
import { isReference, referencesOf } from "./typed";
import { valuesWith } from "./choices";

/** More neighbours nobody chooses from. */
const SHOWN = 3;

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

  /** Cells near the place that hold something an argument can read, the nearest first. */
  choices(definition: FunctionDefinition, name: string, values: readonly Value[]): Choice[] {
    const { context } = this;
    if (!this.place) return [];
    const position = Object.keys(definition.parameters).indexOf(name);
    const fits = ({ value }: Neighbour) =>
      !isError(value) &&
      readEach(definition, valuesWith(values, position, value), context.session).faults[position] === undefined;
    return this.near
      .filter(fits)
      .slice(0, SHOWN)
      .map(({ place, value }) => ({ word: cellsOf(place), label: cellsOf(place), hint: scalarText(context, value) }));
  }

  private refresh(call: Call<CallArgument>): void {
    if (this.place) void this.cells.look(referencesOf(call), this.place.sheet);
  }
}

/** What the cells hold that an argument is taken from; "" for an argument that is typed. */
export function heldWords(context: PaneContext, arg: CallArgument, cells: ReferencedCells): string {
  const texts = builderTexts[context.language];
  if (!isReference(arg) || !cells.isKnown(arg.reference)) return "";
  const value = cells.valueOf(arg.reference);
  if (value === undefined) return texts.noCells(arg.reference);
  if (Array.isArray(value)) return texts.holds(arg.reference, texts.values(value.flat().length));
  return value === null ? texts.isEmpty(arg.reference) : texts.holds(arg.reference, scalarText(context, value));
}

/** What the cells hold that arguments are taken from, as last seen. */
export class ReferencedCells {
  private values: ReadonlyMap<string, Value | undefined> = new Map();
  private wanted: readonly string[] = [];
  private sheet = "";
  private readonly refresh: () => Promise<void>;

  /** `changed`: some of them hold something else than was known. */
  constructor(workbook: WorkbookPort | undefined, changed: () => void) {
    const read = async (): Promise<ReadonlyMap<string, Value | undefined>> => {
      const { wanted, sheet } = this;
      const values = wanted.length === 0 || !workbook ? [] : await workbook.valuesOf(wanted, sheet).catch(() => []);
      return new Map(values.map((value, i) => [wanted[i]!, value === undefined ? undefined : single(value)]));
    };
    this.refresh = latestLook(read, (seen) => {
      if (JSON.stringify([...seen]) === JSON.stringify([...this.values])) return;
      this.values = seen;
      changed();
    });
  }

  /** Whether it was told what the cells hold, or that there are none. */
  isKnown(reference: string): boolean {
    return this.values.has(reference);
  }

  /** Null for an empty cell; undefined where the workbook has no such cells, or nothing is known yet. */
  valueOf(reference: string): Value | undefined {
    return this.values.get(reference);
  }

  /** Looks at some cells, as a formula on a sheet names them. */
  look(references: readonly string[], sheet: string): Promise<void> {
    this.wanted = references;
    this.sheet = sheet;
    return this.refresh();
  }
}
