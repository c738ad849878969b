/** `Range`: the methods that lead to another range. */
import { MAX_COLUMNS, MAX_ROWS, bounding, intersection, type Area } from "../a1";
import { found, invalidArgument } from "../host-error";
import { type HostClass, type Method } from "../host-object";
import { areaArgument, asCount, checkedArea, type RangeState } from "./object-model";

/** Another range given as argument: the object itself or its address. */
function otherArea(of: HostClass<RangeState>, { model, area }: RangeState, argument: unknown): Area {
  const given = areaArgument(of, model, argument, area.sheet);
  if (given.sheet !== area.sheet) throw invalidArgument();
  return given;
}

function usedWithin({ model, area }: RangeState, valuesOnly: unknown): Area | null {
  const used = model.workbook.cells.used(area.sheet, valuesOnly === true);
  return used && intersection(used, area);
}

/** Excel gives the first cell where there is nothing in use, rather than an error. */
export const usedOrFirst = (used: Area | null, area: Area): Area => used ?? { ...area, rowCount: 1, columnCount: 1 };

export function rangeSteps(of: () => HostClass<RangeState>): Record<string, Method<RangeState>> {
  const to =
    (step: (area: Area, a: unknown, b: unknown) => Area): Method<RangeState> =>
    ({ model, area }, a, b) =>
      model.range(checkedArea(step(area, a, b)));
  const orNull = ({ model }: RangeState, area: Area | null) => area && model.range(area);
  const required = ({ model }: RangeState, area: Area | null) => model.range(found(area));
  /** Spills are asked of one cell at a time. */
  const spill = ({ model, area }: RangeState, what: "spillParent" | "spillArea"): Area | null => {
    if (area.rowCount * area.columnCount !== 1) throw invalidArgument();
    return model.workbook.cells[what](area);
  };
  const last = (area: Area) => ({ row: area.row + area.rowCount - 1, column: area.column + area.columnCount - 1 });
  return {
    GetCell: to((area, row, column) => ({
      ...area,
      row: area.row + asCount(row),
      column: area.column + asCount(column),
      rowCount: 1,
      columnCount: 1,
    })),
    GetRow: to((area, row) => ({ ...area, row: area.row + asCount(row), rowCount: 1 })),
    GetColumn: to((area, column) => ({ ...area, column: area.column + asCount(column), columnCount: 1 })),
    GetLastRow: to((area) => ({ ...area, row: last(area).row, rowCount: 1 })),
    GetLastColumn: to((area) => ({ ...area, column: last(area).column, columnCount: 1 })),
    GetLastCell: to((area) => ({ ...area, ...last(area), rowCount: 1, columnCount: 1 })),
    GetEntireRow: to((area) => ({ ...area, column: 0, columnCount: MAX_COLUMNS })),
    GetEntireColumn: to((area) => ({ ...area, row: 0, rowCount: MAX_ROWS })),
    GetOffsetRange: to((area, rows, columns) => ({
      ...area,
      row: area.row + asCount(rows),
      column: area.column + asCount(columns),
    })),
    GetResizedRange: to((area, rows, columns) => ({
      ...area,
      rowCount: area.rowCount + asCount(rows),
      columnCount: area.columnCount + asCount(columns),
    })),
    GetAbsoluteResizedRange: to((area, rows, columns) => ({
      ...area,
      rowCount: asCount(rows),
      columnCount: asCount(columns),
    })),
    GetBoundingRect: (range, other) => range.model.range(bounding(range.area, otherArea(of(), range, other))),
    GetIntersection: (range, other) => required(range, intersection(range.area, otherArea(of(), range, other))),
    GetIntersectionOrNullObject: (range, other) =>
      orNull(range, intersection(range.area, otherArea(of(), range, other))),
    GetUsedRange: (range, valuesOnly) => range.model.range(usedOrFirst(usedWithin(range, valuesOnly), range.area)),
    GetUsedRangeOrNullObject: (range, valuesOnly) => orNull(range, usedWithin(range, valuesOnly)),
    GetSpillParent: (range) => required(range, spill(range, "spillParent")),
    GetSpillParentOrNullObject: (range) => orNull(range, spill(range, "spillParent")),
    GetSpillingToRange: (range) => required(range, spill(range, "spillArea")),
    GetSpillingToRangeOrNullObject: (range) => orNull(range, spill(range, "spillArea")),
  };
}
