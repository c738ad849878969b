import { rowLook, type Look } from "../../insert/looks";
import { WIDEST } from "../../text-width";
import type { LayoutRow, TableLayout, TableMode } from "../layout";

/**
 * How a table is set off: title, header and total, every other row of values, missing figures, and what stands beside the
 * figures. Formulas have no bands: what they spill may grow.
 */
export function looksOf({ rows, columns, sides = [], widths }: TableLayout, mode: TableMode): Look[] {
  const first = firstOfBody(rows);
  const last = rows.findLastIndex(({ isBody }) => isBody);
  const header = rows.findIndex(({ key }) => key === "header");
  const ofRows = rows.flatMap((row, at) => rowLooks(row, at, columns, mode === "values" && isBanded(at, first)));
  if (header < 0) return ofRows;
  const part = (column: number, row: number, count: number) => ({ row, column, rows: count, columns: 1 });
  const wrapped = widths.flatMap((width, column) => (width > WIDEST ? [column] : []));
  return [
    ...ofRows,
    ...sides.flatMap((side, column): Look[] => {
      const isIndented = side === undefined && sides[column - 1] === "Right";
      return side || isIndented
        ? [{ ...part(column, header, last + 1 - header), side, ...(isIndented && { isIndented }) }]
        : [];
    }),
    ...wrapped.map((column): Look => ({ ...part(column, first, last + 1 - first), isWrapped: true })),
    ...(wrapped.length > 0
      ? [{ row: first, column: 0, rows: last + 1 - first, columns, isTop: true } satisfies Look]
      : []),
  ];
}

function firstOfBody(rows: readonly LayoutRow[]): number {
  return rows.findIndex(({ isBody }) => isBody);
}

/** `first`: the first row of figures. */
function isBanded(at: number, first: number): boolean {
  return (at - first) % 2 === 1;
}

function rowLooks({ key, isBody, isTotal, missing }: LayoutRow, at: number, columns: number, hasBand: boolean): Look[] {
  if (key === "title") return [rowLook(at, columns, { isBold: true })];
  if (key === "header") return [rowLook(at, columns, { style: "Accent1", isBold: true, isWrapped: true, isTop: true })];
  if (!isBody) return [rowLook(at, columns, { tone: "grey" })];
  return [
    ...(isTotal
      ? [rowLook(at, columns, { style: "Total" })]
      : hasBand
        ? [rowLook(at, columns, { style: "Accent1_20" })]
        : []),
    ...(missing ?? []).map((column): Look => ({ row: at, column, rows: 1, columns: 1, tone: "grey" })),
  ];
}

/**
 * What of the looks changes in a refresh: those of rows that are of another kind than what stands there, of figures that
 * came or went, and the bands below a row that came or went. `there`: what stands in a row of the new table, a row of `before`.
 */
export function changedLooks(
  after: TableLayout,
  mode: TableMode,
  there: (row: number) => LayoutRow | undefined,
  before: TableLayout,
): Look[] {
  const places = new Map(before.rows.map((row, at) => [row, at]));
  const [first, firstBefore] = [firstOfBody(after.rows), firstOfBody(before.rows)];
  const all = looksOf(after, mode);
  return after.rows.flatMap((now, row): Look[] => {
    const old = there(row);
    if (!isAlike(old, now))
      return [
        rowLook(row, after.columns, { style: "Normal", tone: "black" }),
        ...all.flatMap((look) => (look.row <= row && row < look.row + look.rows ? [{ ...look, row, rows: 1 }] : [])),
      ];
    const from = places.get(old) ?? row;
    const isOn = isBanded(row, first);
    const isOther = mode === "values" && now.isBody && !now.isTotal && isOn !== isBanded(from, firstBefore);
    const [missing, wereMissing] = [now.missing ?? [], old.missing ?? []];
    const ofFigures = Array.from({ length: after.columns }, (_, column) => column).flatMap((column): Look[] => {
      const isMissing = missing.includes(column);
      // A band comes with the colour of its figures.
      if (isMissing === wereMissing.includes(column) && !(isMissing && isOther)) return [];
      return [{ row, column, rows: 1, columns: 1, tone: isMissing ? "grey" : "black" }];
    });
    return [...(isOther ? [rowLook(row, after.columns, { band: { isOn, from } })] : []), ...ofFigures];
  });
}

/** Whether rows look alike but for what is missing in them. */
export function isAlike(old: LayoutRow | undefined, now: LayoutRow): old is LayoutRow {
  return old !== undefined && kindOf(old) === kindOf(now);
}

function kindOf({ key, isBody, isTotal }: LayoutRow): string {
  if (isBody) return isTotal ? "total" : "body";
  return key === "title" || key === "header" ? key : "beside";
}
