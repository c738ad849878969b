import { rowLook, type Look } from "../../insert/looks";
import { WIDEST } from "../../text-width";
import type { LayoutRow, TableLayout, TableMode } from "../layout";

/**
 * How a table is set off: title, header and total, every other row of values, missing figures, and what stands beside the
 * figures. Formulas have no bands: what they spill may grow.
 */
export function looksOf({ rows, columns, sides = [], widths }: TableLayout, mode: TableMode): Look[] {
  const first = rows.findIndex(({ isBody }) => isBody);
  const last = rows.findLastIndex(({ isBody }) => isBody);
  const header = rows.findIndex(({ key }) => key === "header");
  const ofRows = rows.flatMap((row, at) => rowLooks(row, at, columns, mode === "values" && (at - first) % 2 === 1));
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

function rowLooks(
  { key, isBody, isTotal, missing }: LayoutRow,
  at: number,
  columns: number,
  isBanded: boolean,
): Look[] {
  if (key === "title") return [rowLook(at, columns, { isBold: true })];
  if (key === "header") return [rowLook(at, columns, { style: "Accent1", isBold: true, isWrapped: true, isTop: true })];
  if (!isBody) return [rowLook(at, columns, { tone: "grey" })];
  return [
    ...(isTotal
      ? [rowLook(at, columns, { style: "Total" })]
      : isBanded
        ? [rowLook(at, columns, { style: "Accent1_20" })]
        : []),
    ...(missing ?? []).map((column): Look => ({ row: at, column, rows: 1, columns: 1, tone: "grey" })),
  ];
}

/**
 * What of the looks changes in a refresh: those of rows that are of another kind than what stands there, and of figures that
 * came or went. `there`: what stands in a row of the new table.
 */
export function changedLooks(
  after: TableLayout,
  mode: TableMode,
  there: (row: number) => LayoutRow | undefined,
): Look[] {
  const all = looksOf(after, mode);
  return after.rows.flatMap((now, row): Look[] => {
    const old = there(row);
    if (!isAlike(old, now))
      return [
        rowLook(row, after.columns, { style: "Normal", tone: "black" }),
        ...all.flatMap((look) => (look.row <= row && row < look.row + look.rows ? [{ ...look, row, rows: 1 }] : [])),
      ];
    const [missing, wereMissing] = [now.missing ?? [], old.missing ?? []];
    return Array.from({ length: after.columns }, (_, column) => column).flatMap((column): Look[] => {
      const isMissing = missing.includes(column);
      if (isMissing === wereMissing.includes(column)) return [];
      return [{ row, column, rows: 1, columns: 1, tone: isMissing ? "grey" : "black" }];
    });
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
