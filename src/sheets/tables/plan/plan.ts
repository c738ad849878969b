import type { Look } from "../../insert/looks";
import type { Rectangle } from "../../notation/reference";
import type { InsertedTable } from "../../record";
import type { WorkbookScan } from "../../scan";
import type { Content } from "../../write/content";
import { align, asShown, type Aligned } from "../match/align";
import { plain } from "../cell-content";
import type { TableInstance } from "../find/find-tables";
import type { LayoutRow, TableLayout } from "../layout";
import { changedLooks, isAlike } from "../looks/looks";
import type { Obstacle } from "./obstacle";
import { rowSteps, type RowSteps } from "../match/row-steps";
import { TableSurroundings } from "./surroundings";

/** One thing that is done to the cells of a sheet to make a table's rows come and go. Rows count from 0. */
export type Shift =
  /** Whole rows of the sheet are pushed in above `row`. */
  | { readonly kind: "pushRows"; readonly row: number; readonly count: number }
  /** Cells of the table's width, its user's own columns included, come in or go; the cells below move. */
  | (Rectangle & { readonly kind: "insert" | "delete" });

/** A cell of the new table that has to be written, counted from the table's first cell. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  /** Undefined: the format stays. */
  readonly format: string | undefined;
}

/** How a table becomes another. */
export interface TablePlan {
  readonly instance: TableInstance;
  readonly title: string;
  readonly before: TableLayout;
  readonly after: TableLayout;
  /** What the document remembers afterwards. */
  readonly next: InsertedTable;
  /** Undefined: it can be done. */
  readonly obstacle: Obstacle | undefined;
  readonly shifts: readonly Shift[];
  readonly writes: readonly CellWrite[];
  /** How cells are set off otherwise than they are. */
  readonly looks: readonly Look[];
  /** Everything that is touched, before and after. */
  readonly window: Rectangle;
}

type Way = Pick<TablePlan, "shifts" | "writes" | "looks" | "window">;

/** Plans how a table in its place becomes what it is to be. What somebody wrote between the figures stays where no figure changes. */
export function planTable(
  scan: WorkbookScan,
  instance: TableInstance,
  before: TableLayout,
  after: TableLayout,
  next: InsertedTable,
): TablePlan {
  const { sheet, area } = instance;
  const plan = (way: Way | Obstacle, layouts: Layouts = { before, after }): TablePlan => {
    const obstacle = "kind" in way ? way : undefined;
    const { shifts, writes, looks, window } = "kind" in way ? { shifts: [], writes: [], looks: [], window: area } : way;
    return {
      instance,
      title: after.title,
      ...layouts,
      next: { ...next, rows: layouts.after.rows.length, columns: layouts.after.columns },
      obstacle,
      shifts,
      writes,
      looks,
      window,
    };
  };
  // An earlier run may have written it and not noted it.
  const done = asShown(sheet, area, before, after);
  if (done) return plan({ shifts: [], writes: [], looks: [], window: area }, { before, after: done });
  if (sheet.isProtected) return plan({ kind: "protected" });
  const aligned = align(sheet, area, before, after);
  if (!aligned) return plan({ kind: "reshaped" });
  return plan(new Planner(scan, instance, aligned).way(), aligned);
}

type Layouts = Pick<TablePlan, "before" | "after">;

class Planner {
  private readonly around: TableSurroundings;
  private readonly area: Rectangle;
  /** The table with the user's own columns beside it. */
  private readonly own: Rectangle;
  private readonly net: number;
  private readonly before: TableLayout;
  private readonly after: TableLayout;
  private readonly hasOwnRows: boolean;
  /** Own columns between those of the table, counted from its first. */
  private readonly ownColumns: readonly number[];

  constructor(
    scan: WorkbookScan,
    private readonly instance: TableInstance,
    { before, after, hasOwnRows, ownColumns }: Aligned,
  ) {
    [this.before, this.after, this.hasOwnRows, this.ownColumns] = [before, after, hasOwnRows, ownColumns];
    this.area = instance.area;
    this.around = new TableSurroundings(scan, instance.sheet, instance.area);
    const body = before.rows.filter(({ isBody }) => isBody).length;
    this.own = this.around.withOwnColumns(this.area.row + before.rows.findIndex(({ isBody }) => isBody), body);
    this.net = after.rows.length - before.rows.length;
  }

  way(): Way | Obstacle {
    const [old, now] = [bodyKeys(this.before), bodyKeys(this.after)];
    const hasOwnColumns = this.own.columns > this.area.columns || this.ownColumns.length > 0;
    const steps = rowSteps(keysOf(this.before), keysOf(this.after));
    if (this.after.columns > this.before.columns && !this.hasRoomBeside())
      return { kind: "noRoom", rows: 0, columns: this.after.columns - this.before.columns };
    const growsAtItsEnd = now.length >= old.length && old.every((key, i) => key === now[i]);
    const shrinksAtItsEnd = old.length > now.length && now.every((key, i) => key === old[i]) && !hasOwnColumns;
    if (!this.hasOwnRows && (growsAtItsEnd || shrinksAtItsEnd)) return this.rewritten();
    if (steps) return this.shifted(steps);
    return hasOwnColumns || this.hasOwnRows ? { kind: "reordered" } : this.rewritten();
  }

  /** Every row stays where it is; what comes or goes does so at the end. */
  private rewritten(): Way | Obstacle {
    const taken = this.around.takenRow(this.before, this.after);
    if (taken) return { kind: "ownContent", row: String(plain(taken.cells[0] ?? null) ?? "") };
    const room = this.room(this.area);
    if ("kind" in room) return room;
    const columns = Math.max(this.before.columns, this.after.columns);
    const rows = Math.max(this.before.rows.length, this.after.rows.length);
    const there = (row: number) => this.before.rows[row];
    return {
      shifts: room.shifts,
      writes: this.writes(there),
      looks: this.looks(there),
      window: { ...this.area, rows, columns },
    };
  }

  /** Rows come and go in between, and what stands beside them with them; what stands below stays where it is. */
  private shifted({ removed, added, from }: RowSteps): Way | Obstacle {
    const kept = removed.map((row) => this.ownContentBeside(row)).find((row) => row !== undefined);
    if (kept !== undefined) return { kind: "ownContent", row: kept };
    const room = this.room(this.own);
    if ("kind" in room) return room;
    const { row: first, column, columns } = this.own;
    const cells = (row: number, rows = 1) => ({ row: first + row, column, rows, columns });
    const end = this.after.rows.length;
    const shifts: Shift[] = [
      ...room.shifts,
      ...removed.map((row): Shift => ({ kind: "delete", ...cells(row) })),
      ...added.map((row): Shift => ({ kind: "insert", ...cells(row) })),
      ...(this.net > 0 ? [{ kind: "delete", ...cells(end, this.net) } as const] : []),
      ...(this.net < 0 ? [{ kind: "insert", ...cells(end, -this.net) } as const] : []),
    ];
    const there = (row: number) => (row < end ? this.before.rows[from[row] ?? -1] : undefined);
    const window = {
      ...this.own,
      rows: Math.max(this.before.rows.length, end),
      columns: Math.max(columns, this.after.columns),
    };
    return { shifts, writes: this.writes(there), looks: this.looks(there), window };
  }

  /** Free cells below for the rows that come; where there are too few, whole rows are pushed in if that tears nothing apart. */
  private room(cells: Rectangle): { shifts: Shift[] } | Obstacle {
    if (this.net <= 0) return { shifts: [] };
    const below: Rectangle = { ...cells, row: this.area.row + this.area.rows, rows: this.net };
    if (this.around.isFree(below)) return { shifts: [] };
    if (this.around.canPushDown(below.row, cells))
      return { shifts: [{ kind: "pushRows", row: below.row, count: this.net }] };
    return { kind: "noRoom", rows: this.net, columns: 0 };
  }

  private hasRoomBeside(): boolean {
    const { row, column, columns } = this.area;
    const rows = Math.max(this.before.rows.length, this.after.rows.length);
    return this.around.isFree({ row, column: column + columns, rows, columns: this.after.columns - columns });
  }

  /** What the user typed beside a row that goes, or in a column of their own in it; formulas there go with their row. */
  private ownContentBeside(row: number): string | undefined {
    const { sheet } = this.instance;
    const at = this.area.row + row;
    for (let column = this.own.column; column < this.own.column + this.own.columns; column++) {
      const isOwn =
        column < this.area.column ||
        column >= this.area.column + this.area.columns ||
        this.ownColumns.includes(column - this.area.column);
      if (isOwn && this.around.isFilled(at, column) && sheet.formula(at, column) === undefined)
        return String(plain(this.before.rows[row]!.cells[0] ?? null) ?? "");
    }
    return undefined;
  }

  private looks(there: (row: number) => LayoutRow | undefined): Look[] {
    return changedLooks(this.after, this.instance.mode, there, this.before);
  }

  /** The cells that differ from what stands there. `there`: the row whose contents stand in a row of the new table. */
  private writes(there: (row: number) => LayoutRow | undefined): CellWrite[] {
    const rows = Math.max(this.before.rows.length, this.after.rows.length);
    const columns = Math.max(this.before.columns, this.after.columns);
    const writes: CellWrite[] = [];
    for (let row = 0; row < rows; row++) {
      const [old, now] = [there(row), this.after.rows[row]];
      for (let column = 0; column < columns; column++) {
        const [from, to] = [old?.cells[column] ?? null, now?.cells[column] ?? null];
        const format = now?.formats[column];
        const isOther = now !== undefined && !isAlike(old, now);
        if (sameContent(from, to) && !(isOther && to !== null) && signIn(format) === signIn(old?.formats[column]))
          continue;
        // A format that the user chose for a number stays; a text needs one in which nothing reads it as something else.
        writes.push({
          row,
          column,
          content: to,
          format: typeof to === "string" || isOther || format !== old?.formats[column] ? format : undefined,
        });
      }
    }
    return writes;
  }
}

function keysOf({ rows }: TableLayout): string[] {
  return rows.map(({ key }) => key);
}

function bodyKeys({ rows }: TableLayout): string[] {
  return rows.filter(({ isBody }) => isBody).map(({ key }) => key);
}

/** The sign of a bound in a number format. */
function signIn(format: string | undefined): string | undefined {
  return /^"[^"]*"/.exec(format ?? "")?.[0];
}

export function sameContent(a: Content, b: Content): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
