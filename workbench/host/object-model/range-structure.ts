/** `Range`: inserting, deleting, moving and merging cells. */
import { isUnbounded, type Area, contains, intersection, mapArea } from "../a1";
import { insertDeleteConflict, invalidArgument, mergedRangeConflict, nonBlankCellOffSheet, found } from "../host-error";
import { hostObject, type HostClass, type HostObject, type Method } from "../host-object";
import { disturbed, isEntire, spanOf, tears, type Dimension, type Shift, type Step } from "../structure/step";
import type { Table } from "../workbook-model";
import { nameColumns } from "./column-names";
import {
  addressOf,
  asCount,
  type ObjectModel,
  asWord,
  assertWritable,
  checkedArea,
  type RangeState,
  areaArgument,
} from "./object-model";

interface AreasState {
  readonly model: ObjectModel;
  /** All on one sheet, at least one. */
  readonly areas: readonly Area[];
}

const ranges = ({ model, areas }: AreasState): HostObject[] => areas.map((area) => model.range(area));

const COLLECTION: HostClass<AreasState> = {
  name: "RangeCollection",
  items: ranges,
  methods: {
    GetItemAt: (self, index) => found(ranges(self)[asCount(index)]),
  },
};

const address = ({ model, areas }: AreasState): string => areas.map((area) => addressOf(model, area)).join(",");

/** `RangeAreas` and `RangeCollection`: several ranges of one sheet. */
const RANGE_AREAS: HostClass<AreasState> = {
  name: "RangeAreas",
  isReferenced: true,
  properties: {
    Address: { get: address },
    AddressLocal: { get: address },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: {
      get: ({ areas }) => areas.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0),
    },
    IsEntireColumn: { get: ({ areas }) => areas.every((area) => isUnbounded({ ...area, columnCount: 1 })) },
    IsEntireRow: { get: ({ areas }) => areas.every((area) => isUnbounded({ ...area, rowCount: 1 })) },
    Areas: { get: (self) => hostObject(COLLECTION, self) },
    Worksheet: { get: ({ model, areas }) => model.worksheet(areas[0]!.sheet) },
  },
};

/** Excel tears neither tables nor merged cells apart. */
function assertWhole(model: ObjectModel, step: Step): void {
  const { tables, merges, sheets } = model.workbook;
  if (tables.list().some(({ area }) => tears(step, area))) throw insertDeleteConflict();
  if (sheets.list().some(({ id }) => merges.on(id).some((area) => tears(step, area)))) throw mergedRangeConflict();
}

/** Rows are inserted and deleted downwards and upwards, columns sideways; a part of the sheet either way. */
function along(area: Area, rowsWord: string, columnsWord: string, shift: unknown): Dimension {
  const dimension: Dimension = asWord([rowsWord, columnsWord], shift) === rowsWord ? "rows" : "columns";
  if (isUnbounded(area) && !isEntire(area, dimension)) throw invalidArgument();
  return dimension;
}

function insert({ model, area }: RangeState, shift: unknown): HostObject {
  const step: Shift = { kind: "insert", area, along: along(area, "Down", "Right", shift) };
  assertWritable(model, area);
  assertWhole(model, step);
  assertRoom(model, step);
  const widened = model.workbook.tables.list().filter((table) => isWidened(table, step));
  model.workbook.structure.carryOut(step);
  for (const { id } of widened) nameColumns(model, model.workbook.tables.get(id)!.area);
  return model.range(area);
}

/** Nothing in use may come to lie beyond the end of the sheet. */
function assertRoom({ workbook }: ObjectModel, step: Shift): void {
  const [band] = disturbed(step);
  const used = workbook.cells.used(band!.sheet, false);
  const inUse = used && intersection(used, band!);
  if (!inUse) return;
  const [{ start, count }, end] = [spanOf(inUse, step.along), spanOf(band!, step.along)];
  if (start + count + spanOf(step.area, step.along).count > end.start + end.count) throw nonBlankCellOffSheet();
}

function isWidened({ area, showHeaders }: Table, { along: dimension, area: inserted }: Shift): boolean {
  return (
    showHeaders && dimension === "columns" && area.column < inserted.column && intersection(area, inserted) !== null
  );
}

function remove({ model, area }: RangeState, shift: unknown): void {
  const step: Shift = { kind: "delete", area, along: along(area, "Up", "Left", shift) };
  assertWritable(model, area);
  assertWhole(model, step);
  if (model.workbook.tables.list().some((table) => losesTooMuch(table, area))) throw insertDeleteConflict();
  model.workbook.structure.carryOut(step);
}

/** A table keeps its header and a row below it, or goes as a whole. */
function losesTooMuch({ area, showHeaders }: Table, deleted: Area): boolean {
  const lost = intersection(area, deleted);
  if (!lost || contains(deleted, area) || lost.rowCount === area.rowCount) return false;
  const losesHeader = showHeaders && lost.row === area.row;
  return losesHeader || lost.rowCount === area.rowCount - Number(showHeaders);
}

function moveTo({ model, area }: RangeState, destination: unknown, range: HostClass<RangeState>): void {
  const { sheet, row, column } = areaArgument(range, model, destination, area.sheet);
  const to = checkedArea({ ...area, sheet, row, column });
  assertWritable(model, area);
  assertWritable(model, to);
  const step: Step = { kind: "move", from: area, to };
  assertWhole(model, step);
  model.workbook.structure.carryOut(step);
}

/** What merged cells cover is empty, but for the first. */
function merge({ model, area }: RangeState, across: unknown): void {
  assertWritable(model, area);
  const { merges, cells, tables } = model.workbook;
  if (tables.list().some((table) => intersection(table.area, area))) throw mergedRangeConflict();
  if (merges.on(area.sheet).some((merged) => intersection(merged, area) && !contains(area, merged)))
    throw mergedRangeConflict();
  const rows = Array.from({ length: area.rowCount }, (_, i) => ({ ...area, row: area.row + i, rowCount: 1 }));
  const parts = across === true ? rows : [area];
  merges.unmerge(area);
  for (const part of parts) {
    if (part.rowCount * part.columnCount === 1) continue;
    cells.enter(
      part,
      mapArea(part, (row, column) => (row === part.row && column === part.column ? null : "")),
    );
    merges.merge(part);
  }
}

function unmerge({ model, area }: RangeState): void {
  assertWritable(model, area);
  model.workbook.merges.unmerge(area);
}

function mergedAreas({ model, area }: RangeState): HostObject | null {
  const areas = model.workbook.merges.on(area.sheet).filter((each) => intersection(each, area));
  return areas.length > 0 ? hostObject(RANGE_AREAS, { model, areas }) : null;
}

export function rangeStructure(of: () => HostClass<RangeState>): Record<string, Method<RangeState>> {
  return {
    Insert: insert,
    Delete: remove,
    MoveTo: (range, destination) => moveTo(range, destination, of()),
    Merge: merge,
    Unmerge: unmerge,
    GetMergedAreasOrNullObject: mergedAreas,
  };
}
