import type { Rectangle } from "../../notation/reference";
import type { SheetScan } from "../../scan";
import { GENERAL } from "../../write/content";
import { contentAt, contentsIn, shows, signature } from "../cell-content";
import type { LayoutRow, TableLayout } from "../layout";
import { isInPlace, matchTable, type TableMatch } from "./match-table";
import { isAscending } from "./pair-between";

/** A table before and after a refresh as its user arranged it, with the rows and columns that were put in. */
export interface Aligned {
  readonly before: TableLayout;
  readonly after: TableLayout;
  readonly hasOwnRows: boolean;
  /** Places of own columns between those of the table, counted from its first. */
  readonly ownColumns: readonly number[];
}

/**
 * Brings a table's layouts to what its user made of its rows and columns: sorted rows stay sorted and moved columns where
 * they are, own ones stay between the same neighbours, deleted ones do not come back. Undefined where it cannot be told for
 * certain which is which.
 */
export function align(sheet: SheetScan, area: Rectangle, before: TableLayout, after: TableLayout): Aligned | undefined {
  const match = matchTable(sheet, area, before);
  if (!match) return undefined;
  if (isInPlace(match, before)) return { before, after, hasOwnRows: false, ownColumns: [] };
  const standing = new TableInPlace(sheet, area, match, before);
  const coming = after.rows.filter(({ key }) => !standing.known.has(key));
  // Somebody may have entered the new figures already; and where columns come or go, nobody knows where between the user's.
  if (standing.hasAmongOwn(coming) || (standing.isRearranged && after.columns !== before.columns)) return undefined;
  const wanted = after.rows.filter(({ key }) => standing.holds(key) || !standing.known.has(key));
  const rows = standing.isSorted ? inOrderOf(standing, wanted) : withOwnRows(wanted, standing);
  return {
    before: standing.layout(before, standing.rows),
    after: standing.layout(after, rows),
    hasOwnRows: standing.own.size > 0,
    ownColumns: standing.ownColumns,
  };
}

/** The layout as it stands on the sheet, where the sheet shows it whole; `before`: what may stand there otherwise. */
export function asShown(
  sheet: SheetScan,
  area: Rectangle,
  before: TableLayout,
  layout: TableLayout,
): TableLayout | undefined {
  const match = matchTable(sheet, area, layout);
  if (!match || layout.rows.some((_, index) => !match.rows.includes(index))) return undefined;
  const standing = new TableInPlace(sheet, area, match, layout);
  if (standing.isSorted) {
    // The rows only change their order, and stand as they did.
    const old = matchTable(sheet, area, before);
    if (old && isAscending(old.rows)) return undefined;
  }
  const keys = new Set(layout.rows.map(({ key }) => key));
  const asItStands = standing.layout(layout, standing.rows);
  return shows(sheet, area, asItStands) && !standing.hasAmongOwn(before.rows.filter(({ key }) => !keys.has(key)))
    ? asItStands
    : undefined;
}

/** What stands on the sheet, in the terms of a layout. */
class TableInPlace {
  /** The layout's rows and the user's, in the order of the sheet. */
  readonly rows: readonly LayoutRow[];
  readonly own: ReadonlySet<LayoutRow>;
  readonly ownColumns: readonly number[];
  /** Keys of the layout, there or not. */
  readonly known: ReadonlySet<string>;
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    private readonly sheet: SheetScan,
    private readonly area: Rectangle,
    readonly match: TableMatch,
    layout: TableLayout,
  ) {
    const lastOfBody = layout.rows.findLastIndex((row) => row.isBody);
    this.rows = match.rows.map((index, at) =>
      index === undefined ? this.ownRow(at, layout, lastOfBody) : layout.rows[index]!,
    );
    this.own = new Set(this.rows.filter((_, at) => match.rows[at] === undefined));
    this.ownColumns = match.columns.flatMap((index, at) => (index === undefined ? [at] : []));
    this.known = new Set(layout.rows.map(({ key }) => key));
    this.places = new Map(this.rows.map(({ key }, at) => [key, at]));
  }

  get isSorted(): boolean {
    return !isAscending(this.match.rows);
  }

  /** Whether columns are not where the table had them. */
  get isRearranged(): boolean {
    return this.match.columns.some((index, at) => index !== at);
  }

  holds(key: string): boolean {
    return this.places.has(key);
  }

  /** Whether one of the user's rows says it is one of these. */
  hasAmongOwn(rows: readonly LayoutRow[]): boolean {
    return rows.some((row) => [...this.own].some((one) => labelOf(one, row.labels) === labelOf(row, row.labels)));
  }

  /** Rows with their columns as they are on the sheet. */
  layout(of: TableLayout, rows: readonly LayoutRow[]): TableLayout {
    const { columns } = this.match;
    // Nothing moved sideways: columns may still come or go at the table's end.
    if (!this.isRearranged) return { ...of, rows };
    const arranged = rows.map((row): LayoutRow => {
      const at = this.places.get(row.key);
      const pick = <T>(from: readonly T[], own: (column: number) => T): T[] =>
        columns.map((index, column) => (index === undefined ? own(column) : from[index]!));
      return {
        ...row,
        cells: this.own.has(row)
          ? this.contents(at!)
          : pick(row.cells, (column) =>
              at === undefined ? null : contentAt(this.sheet, this.area.row + at, this.area.column + column),
            ),
        formats: pick(row.formats, () => GENERAL),
        provenance: pick(row.provenance, () => []),
      };
    });
    return {
      ...of,
      rows: arranged,
      columns: columns.length,
      formats: columns.map((index) => (index === undefined ? undefined : of.formats[index])),
    };
  }

  /** One that the user put there; its cells are in the order of the layout's columns. */
  private ownRow(at: number, { rows, columns }: TableLayout, lastOfBody: number): LayoutRow {
    const above = this.match.rows.slice(0, at);
    const isBody =
      above.some((index) => index !== undefined && rows[index]!.isBody) &&
      !above.some((index) => index !== undefined && index > lastOfBody);
    const contents = this.contents(at);
    const cells = Array.from({ length: columns }, (_, column) => contents[this.match.columns.indexOf(column)] ?? null);
    return {
      key: `own ${at}`,
      isBody,
      labels: columns,
      cells,
      formats: cells.map(() => GENERAL),
      provenance: cells.map(() => []),
    };
  }

  private contents(at: number): LayoutRow["cells"] {
    return contentsIn(this.sheet, { ...this.area, row: this.area.row + at, rows: 1 })[0]!;
  }
}

function labelOf({ cells }: LayoutRow, labels: number): string {
  return cells.slice(0, labels).map(signature).join("\u001f");
}

/** The user's rows among those of the table in its own order: each below the row it stood below; at the end of the figures they stay the last. */
function withOwnRows(wanted: readonly LayoutRow[], { rows: standing, own }: TableInPlace): LayoutRow[] {
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
function inOrderOf({ rows: standing, own, match }: TableInPlace, wanted: readonly LayoutRow[]): LayoutRow[] {
  const rows = standing.flatMap((row) => (own.has(row) ? [row] : wanted.filter(({ key }) => key === row.key)));
  const body = match.rows.filter((index, at) => index !== undefined && standing[at]!.isBody);
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
