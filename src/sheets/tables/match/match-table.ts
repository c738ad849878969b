import type { Rectangle } from "../../notation/reference";
import type { SheetScan } from "../../scan";
import { contentAt, signature } from "../cell-content";
import type { TableLayout } from "../layout";
import { matchRows } from "./match-rows";
import { type Match, pairBetween } from "./pair-between";

/**
 * Tells by the headers which column of a layout stands where, whether columns were moved, renamed, put in or taken out: per
 * column of cells its index, undefined for one that somebody put there. Undefined where that cannot be told for certain.
 */
function matchColumns(sheet: SheetScan, area: Rectangle, layout: TableLayout): Match | undefined {
  const columns = [...Array(layout.columns).keys()];
  const headers = layout.rows.find(({ key }) => key === "header")?.cells.map(signature) ?? [];
  const shown = headerRow(sheet, area, headers);
  const isWhole = area.columns === layout.columns;
  if (!shown)
    return isWhole && columns.every((index) => holdsFigures(sheet, area, index, layout, index)) ? columns : undefined;
  if (isWhole && shown.every((text, at) => text === headers[at])) return columns;
  // Of two columns of the same name, nobody knows which one went.
  if (headers.some((text) => countOf(headers, text) > 1 && countOf(shown, text) !== countOf(headers, text)))
    return undefined;
  const free = new Set(columns);
  const named = shown.map((text) => {
    const index = columns.find((one) => free.has(one) && headers[one] === text);
    if (index !== undefined) free.delete(index);
    return index;
  });
  const found = pairBetween(named, layout.columns);
  const isRenamed = (index: number | undefined, at: number) =>
    index === undefined || named[at] !== undefined || holdsFigures(sheet, area, at, layout, index);
  return found?.every(isRenamed) ? found : undefined;
}

/** The row that holds most of the headers; undefined where none holds any. */
function headerRow(sheet: SheetScan, area: Rectangle, headers: readonly string[]): string[] | undefined {
  const blank = signature(null);
  let [best, most]: [string[] | undefined, number] = [undefined, 0];
  for (let row = 0; row < area.rows; row++) {
    const texts = Array.from({ length: area.columns }, (_, column) =>
      signature(contentAt(sheet, area.row + row, area.column + column)),
    );
    const held = headers.filter((text) => text !== blank && texts.includes(text)).length;
    if (held > most) [best, most] = [texts, held];
  }
  return best;
}

/** Whether a column under another name holds most of what the table has there. */
function holdsFigures(sheet: SheetScan, area: Rectangle, at: number, { rows }: TableLayout, index: number): boolean {
  const there = new Set(
    Array.from({ length: area.rows }, (_, row) => signature(contentAt(sheet, area.row + row, area.column + at))),
  );
  const wanted = rows.filter(({ isBody }) => isBody).map(({ cells }) => signature(cells[index] ?? null));
  return wanted.filter((text) => there.has(text)).length * 2 > wanted.length;
}

function countOf(texts: readonly string[], text: string): number {
  return texts.filter((one) => one === text).length;
}

/** Which row and which column of a layout stands where on the sheet; what somebody put there is undefined. */
export interface TableMatch {
  readonly rows: Match;
  readonly columns: Match;
}

/** Undefined where it cannot be told for certain, so much was changed by hand. */
export function matchTable(sheet: SheetScan, area: Rectangle, layout: TableLayout): TableMatch | undefined {
  const columns = matchColumns(sheet, area, layout);
  if (!columns) return undefined;
  const places = [...columns.entries()]
    .filter((entry): entry is [number, number] => entry[1] !== undefined)
    .sort(([, a], [, b]) => a - b);
  const cells = Array.from({ length: area.rows }, (_, row) =>
    places.map(([at]) => signature(contentAt(sheet, area.row + row, area.column + at))),
  );
  const known = places.map(([, index]) => index);
  const wanted = layout.rows.map((row) => ({
    isBody: row.isBody,
    cells: known.map((index) => signature(row.cells[index] ?? null)),
    labels: known.filter((index) => index < row.labels).length,
  }));
  const rows = matchRows(cells, wanted);
  return rows && { rows, columns };
}

/** Whether every row and column stands where the table had it, and nothing else. */
export function isInPlace({ rows, columns }: TableMatch, layout: TableLayout): boolean {
  return (
    rows.length === layout.rows.length &&
    columns.length === layout.columns &&
    [rows, columns].every((match) => match.every((index, at) => index === at))
  );
}
