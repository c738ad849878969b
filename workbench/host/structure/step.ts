/** Changes of where cells stand, and what becomes of the areas around them. */
import { MAX_COLUMNS, MAX_ROWS, contains, intersection, type Area } from "../a1";

/** Along which dimension cells make room or close up. */
export type Dimension = "rows" | "columns";

/** Cells are inserted or deleted, and those behind them make room or close up. */
export interface Shift {
  readonly kind: "insert" | "delete";
  readonly area: Area;
  readonly along: Dimension;
}

/** Cut and paste: `to` is as large as `from`. */
export interface Move {
  readonly kind: "move";
  readonly from: Area;
  readonly to: Area;
}

export type Step = Shift | Move;

interface Span {
  readonly start: number;
  readonly count: number;
}

const LIMITS: Readonly<Record<Dimension, number>> = { rows: MAX_ROWS, columns: MAX_COLUMNS };

export const across = (dimension: Dimension): Dimension => (dimension === "rows" ? "columns" : "rows");

export const spanOf = (area: Area, dimension: Dimension): Span =>
  dimension === "rows" ? { start: area.row, count: area.rowCount } : { start: area.column, count: area.columnCount };

export const withSpan = (area: Area, dimension: Dimension, { start, count }: Span): Area =>
  dimension === "rows" ? { ...area, row: start, rowCount: count } : { ...area, column: start, columnCount: count };

/** Whether an area is as wide as the sheet, or as high. */
export const isEntire = (area: Area, dimension: Dimension): boolean =>
  spanOf(area, across(dimension)).count === LIMITS[across(dimension)];

const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && outer.start + outer.count >= inner.start + inner.count;

/** The cells that change place or go: for an insertion and a deletion everything from there to the end of the sheet. */
export function disturbed(step: Step): Area[] {
  if (step.kind === "move") return [step.from, step.to];
  const { start } = spanOf(step.area, step.along);
  return [withSpan(step.area, step.along, { start, count: LIMITS[step.along] - start })];
}

/** Whether a step takes only a part of the area's breadth along, which Excel does not do to tables and merged cells. */
export function tears(step: Step, area: Area): boolean {
  const isInPart = (band: Area): boolean => intersection(band, area) !== null && !contains(band, area);
  if (step.kind === "move") return isInPart(step.from) || isInPart(step.to);
  return (
    disturbed(step).some((band) => intersection(band, area)) &&
    !holds(spanOf(step.area, across(step.along)), spanOf(area, across(step.along)))
  );
}

/** What a reference to the area refers to after the step; null when all of it is gone (`#REF!`). */
export function areaAfter(step: Step, area: Area): Area | null {
  if (step.kind === "move") {
    const { from, to } = step;
    if (contains(from, area))
      return {
        ...area,
        sheet: to.sheet,
        row: area.row + to.row - from.row,
        column: area.column + to.column - from.column,
      };
    return contains(to, area) ? null : area;
  }
  const { along } = step;
  if (step.area.sheet !== area.sheet || !holds(spanOf(step.area, across(along)), spanOf(area, across(along))))
    return area;
  const span = spanOf(area, along);
  // Whole columns stay whole when rows come and go.
  if (span.count === LIMITS[along]) return area;
  const after =
    step.kind === "insert"
      ? stretched(span, spanOf(step.area, along), LIMITS[along])
      : shrunk(span, spanOf(step.area, along));
  return after.count > 0 ? withSpan(area, along, after) : null;
}

function stretched({ start, count }: Span, added: Span, limit: number): Span {
  const from = start >= added.start ? start + added.count : start;
  const grown = start < added.start && start + count > added.start ? count + added.count : count;
  return { start: from, count: Math.min(grown, limit - from) };
}

function shrunk({ start, count }: Span, gone: Span): Span {
  const end = gone.start + gone.count;
  const lost = Math.max(0, Math.min(end, start + count) - Math.max(gone.start, start));
  return { start: start < gone.start ? start : Math.max(gone.start, start - gone.count), count: count - lost };
}
