import type { Rectangle } from "../../formula";
import type { SheetScan } from "../../scan";
import { GENERAL } from "../../write/content";
import { contentAt, shows, signature } from "./cell-content";
import type { LayoutRow, TableLayout } from "./layout";
import { matchRows, type RowMatch } from "./match-rows";

/** A table before and after a refresh, in the order in which its rows stand on the sheet, with the rows that somebody put between them. */
export interface Aligned {
  readonly before: TableLayout;
  readonly after: TableLayout;
  readonly hasOwnRows: boolean;
}

/**
 * Brings a table's layouts to what its user made of its rows: sorted ones stay sorted, own ones stay between the same rows,
 * deleted ones do not come back. Undefined where it cannot be told for certain which row is which.
 */
export function align(sheet: SheetScan, area: Rectangle, before: TableLayout, after: TableLayout): Aligned | undefined {
  const match = matchRows(sheet, area, before);
  if (!match) return undefined;
  if (match.length === before.rows.length && match.every((index, at) => index === at)) return { before, after, hasOwnRows: false };
  const { standing, own } = standingRows(sheet, area, match, before);
  // Somebody may have entered the new figures already.
  if (isAmongOwn(own, rowsOnlyIn(after, before))) return undefined;
  const known = new Set(before.rows.map(({ key }) => key));
  const kept = new Set(standing.map(({ key }) => key));
  const wanted = after.rows.filter(({ key }) => kept.has(key) || !known.has(key));
  const rows = isSorted(match) ? inOrderOf(standing, wanted, own, match) : withOwnRows(wanted, standing, own);
  return { before: { ...before, rows: standing }, after: { ...after, rows }, hasOwnRows: own.size > 0 };
}

/** The layout in the order in which its rows stand on the sheet, where the sheet shows it whole; `before`: what may stand there otherwise. */
export function asShown(sheet: SheetScan, area: Rectangle, before: TableLayout, layout: TableLayout): TableLayout | undefined {
  const match = area.columns === layout.columns ? matchRows(sheet, area, layout) : undefined;
  if (!match || layout.rows.some((_, index) => !match.includes(index))) return undefined;
  // The rows only change their order, and stand as they did.
  if (isSorted(match) && area.columns === before.columns && !isSorted(matchRows(sheet, area, before) ?? match)) return undefined;
  const { standing, own } = standingRows(sheet, area, match, layout);
  const asItStands = { ...layout, rows: standing };
  return shows(sheet, area, asItStands) && !isAmongOwn(own, rowsOnlyIn(before, layout)) ? asItStands : undefined;
}

interface Standing {
  readonly standing: readonly LayoutRow[];
  /** Those of them that somebody put there. */
  readonly own: ReadonlySet<LayoutRow>;
}

function standingRows(sheet: SheetScan, area: Rectangle, match: RowMatch, layout: TableLayout): Standing {
  const standing = match.map((index, at) => (index === undefined ? ownRow(sheet, area, at, match, layout) : layout.rows[index]!));
  return { standing, own: new Set(standing.filter((_, at) => match[at] === undefined)) };
}

function rowsOnlyIn(one: TableLayout, other: TableLayout): LayoutRow[] {
  const keys = new Set(other.rows.map(({ key }) => key));
  return one.rows.filter(({ key }) => !keys.has(key));
}

function isAmongOwn(own: ReadonlySet<LayoutRow>, rows: readonly LayoutRow[]): boolean {
  return rows.some((row) => [...own].some((one) => labelOf(one, row.labels) === labelOf(row, row.labels)));
}

function isSorted(match: RowMatch): boolean {
  const found = match.filter((index) => index !== undefined);
  return found.some((index, i) => i > 0 && index < found[i - 1]!);
}

function ownRow(sheet: SheetScan, area: Rectangle, at: number, match: RowMatch, { rows, columns }: TableLayout): LayoutRow {
  const isBodyAt = (index: number | undefined): boolean => index !== undefined && rows[index]!.isBody;
  const cells = Array.from({ length: columns }, (_, column) => contentAt(sheet, area.row + at, area.column + column));
  const above = match.slice(0, at);
  const lastOfBody = rows.findLastIndex((row) => row.isBody);
  const isBody = above.some(isBodyAt) && !above.some((index) => index !== undefined && index > lastOfBody);
  return { key: `own ${at}`, isBody, labels: columns, cells, formats: cells.map(() => GENERAL), provenance: cells.map(() => []) };
}

function labelOf({ cells }: LayoutRow, labels: number): string {
  return cells.slice(0, labels).map(signature).join("\u001f");
}

/** The user's rows among those of the table in its own order: each below the row it stood below; at the end of the figures they stay the last. */
function withOwnRows(wanted: readonly LayoutRow[], standing: readonly LayoutRow[], own: ReadonlySet<LayoutRow>): LayoutRow[] {
  const rows = [...wanted];
  standing.forEach((row, at) => {
    if (!own.has(row)) return;
    const next = standing.slice(at + 1).find((one) => !own.has(one));
    const place = next && !next.isBody ? placeOf(rows, next) : -1;
    const previous = standing.slice(0, at).findLast((one) => rows.some(({ key }) => key === one.key));
    rows.splice(place >= 0 ? place : previous ? placeOf(rows, previous) + 1 : 0, 0, row);
  });
  return rows;
}

/** The rows in the order somebody sorted them into; new ones come beside the row they follow, at the other side in a descending order. */
function inOrderOf(standing: readonly LayoutRow[], wanted: readonly LayoutRow[], own: ReadonlySet<LayoutRow>, match: RowMatch): LayoutRow[] {
  const rows = standing.flatMap((row) => (own.has(row) ? [row] : wanted.filter(({ key }) => key === row.key)));
  const body = match.filter((index, at) => index !== undefined && standing[at]!.isBody);
  const isDescending = body.every((index, i) => i === 0 || index! < body[i - 1]!);
  wanted.forEach((row, at) => {
    if (placeOf(rows, row) >= 0) return;
    const previous = placeOf(rows, wanted[at - 1]!);
    const isBefore = isDescending && row.isBody && wanted[at - 1]!.isBody;
    rows.splice(isBefore ? previous : previous + 1, 0, row);
  });
  return rows;
}

function placeOf(rows: readonly LayoutRow[], { key }: LayoutRow): number {
  return rows.findIndex((row) => row.key === key);
}
