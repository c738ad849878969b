/** Carries a step out on a workbook: the cells, and everything that refers to them. */
import { intersection, type Area } from "../a1";
import type { ChangeType, DefinedName, Workbook, WorkbookEvent } from "../workbook-model";
import { formulaAfter, formulaRenamed, type SheetNames } from "./formula-after";
import { areaAfter, disturbed, isEntire, spanOf, withSpan, type Shift, type Step } from "./step";

export interface FormulaCell {
  readonly at: Area;
  readonly formula: string;
}

/** What a spreadsheet must be able to do so that its cells can change place. Its events are told elsewhere. */
export interface Carrier {
  /** Every formula of the workbook. */
  formulas(): readonly FormulaCell[];
  /** Brings cells with their looks to their new places; what has none is gone. Sizes of rows and columns go with entire ones. */
  carry(step: Step): void;
  /** Changes the text of formulas, which mean what they meant. */
  rewrite(formulas: readonly FormulaCell[]): void;
  /** Gives an empty sheet the cells of another with their looks and answers, and the sizes of its rows and columns. */
  copy(from: string, to: string): void;
}

/**
 * What a step does to cells: those that leave their places, those that come to others, and those that inserted cells are to
 * look like, once for each at its place. `on` gives the cells in use of a sheet.
 */
export function movement<T extends { readonly at: Area }>(step: Step, on: (sheet: string) => readonly T[]) {
  const leaving = disturbed(step).flatMap((band) => on(band.sheet).filter(({ at }) => intersection(at, band)));
  const arriving = leaving.flatMap((cell) => {
    const place = areaAfter(step, cell.at);
    return place ? [{ ...cell, at: place, from: cell.at }] : [];
  });
  return { leaving, arriving, models: step.kind === "insert" ? modelsFor(step, on(step.area.sheet)) : [] };
}

/** Inserted cells look like those they were inserted behind. */
function modelsFor<T extends { readonly at: Area }>({ area, along }: Shift, cells: readonly T[]): T[] {
  const { start, count } = spanOf(area, along);
  const behind = withSpan(area, along, { start: start - 1, count: 1 });
  const models = cells.filter(({ at }) => intersection(at, behind));
  const at = (model: T, i: number) => withSpan(model.at, along, { start: start + i, count: 1 });
  return models.flatMap((model) => Array.from({ length: count }, (_, i) => ({ ...model, at: at(model, i) })));
}

/** What of a workbook follows its cells. */
export type Following = Pick<Workbook, "sheets" | "names" | "tables" | "merges" | "rules" | "undo">;

/** One entry of the undo stack. */
export function restructure(workbook: Following, carrier: Carrier, step: Step): void {
  const sheets: SheetNames = {
    idOf: (name) => workbook.sheets.named(name)?.id,
    nameOf: (id) => workbook.sheets.get(id)!.name,
  };
  workbook.undo.group(() => {
    const rewritten = carrier.formulas().flatMap(({ at, formula }) => {
      const place = areaAfter(step, at);
      const text = place && formulaAfter(step, formula, { before: at.sheet, after: place.sheet }, sheets);
      return place && text !== null && text !== formula ? [{ at: place, formula: text }] : [];
    });
    const merged = workbook.sheets.list().flatMap(({ id }) => workbook.merges.on(id));
    const follow = {
      tables: workbook.tables.list().map(({ id, area }) => ({ id, area, after: areaAfter(step, area) })),
      merges: merged
        .map((area) => ({ area, after: areaAfter(step, area) }))
        .filter(({ area, after }) => after !== area),
    };
    for (const { area } of follow.merges) workbook.merges.unmerge(area);
    carrier.carry(step);
    carrier.rewrite(rewritten);
    for (const { after } of follow.merges)
      if (after && after.rowCount * after.columnCount > 1) workbook.merges.merge(after);
    for (const { id, area, after } of follow.tables) {
      if (!after) workbook.tables.remove(id);
      else if (after !== area) workbook.tables.change(id, { area: after });
    }
    for (const { id, area } of workbook.rules.list()) {
      const after = areaAfter(step, area);
      if (!after) workbook.rules.remove(id);
      else if (after !== area) workbook.rules.change(id, { area: after });
    }
    for (const name of workbook.names.list()) {
      const after = nameAfter(step, name, sheets);
      if (after !== name.refersTo) workbook.names.set({ ...name, refersTo: after });
    }
  });
}

/** The formulas that name the sheet `from` name `to` instead; only those on one sheet, where it is said. */
export function rewriteRenamed(carrier: Carrier, from: string, to: string, on?: string): void {
  carrier.rewrite(
    carrier.formulas().flatMap(({ at, formula }) => {
      const after = formulaRenamed(formula, from, to);
      return after === formula || (on !== undefined && at.sheet !== on) ? [] : [{ at, formula: after }];
    }),
  );
}

/** Formulas of cells and names follow a sheet that was renamed. */
export function followRename({ names }: Pick<Workbook, "names">, carrier: Carrier, from: string, to: string): void {
  rewriteRenamed(carrier, from, to);
  for (const name of names.list()) {
    if (typeof name.refersTo === "string") names.set({ ...name, refersTo: formulaRenamed(name.refersTo, from, to) });
  }
}

function nameAfter(step: Step, { refersTo, scope }: DefinedName, sheets: SheetNames): Area | string {
  if (typeof refersTo === "object") return areaAfter(step, refersTo) ?? "=#REF!";
  return formulaAfter(step, refersTo, { before: scope, after: scope }, sheets);
}

/** What listeners are told of a step. */
export function eventsOf(step: Step): WorkbookEvent[] {
  if (step.kind === "move")
    return [step.from, step.to].map((area) => ({ kind: "changed", area, change: "RangeEdited" }));
  const { kind, area, along } = step;
  const entire = along === "rows" ? "Row" : "Column";
  const change: ChangeType = `${isEntire(area, along) ? entire : "Cell"}${kind === "insert" ? "Inserted" : "Deleted"}`;
  return [{ kind: "changed", area, change }];
}
