import { grouped } from "../../dataset/catalogue";
import type { Session } from "../../functions";
import type { Place } from "../notation/place";
import { overlaps, placeOf, type WorkbookScan } from "../scan";
import { layoutOf } from "../tables/build-layout";
import { signature } from "../tables/cell-content";
import type { TableInstance } from "../tables/find/find-tables";
import { askingCells, type AskingCell, type AskingCells } from "../tables/plan/asking-cells";
import { asWritten } from "../tables/plan/as-written";
import { NOT_AVAILABLE } from "../write/content";
import { shownMark } from "./ledger/fingerprint";
import type { SharedFormula } from "./ledger/ledger";

/** Where a formula of an inserted table belongs now, and whether the table's own figure stands there: a refresh wrote it. */
export interface Home {
  readonly place: Place;
  readonly isFigure: boolean;
}

export interface TableHomes {
  /** By formula of an inserted table; undefined for one of which nobody can tell where its row is. */
  readonly homes: ReadonlyMap<SharedFormula, Home | undefined>;
  /** What rows ask that came with a refresh since: they become formulas with the others. */
  readonly more: readonly { readonly formula: string; readonly place: Place }[];
}

/**
 * Where the formulas of inserted tables belong: in the row that asks them, wherever somebody sorted it. Excel keeps the
 * places of replaced formulas up to date when rows move, but not when values are sorted.
 */
export function homesIn(
  session: Session,
  scan: WorkbookScan,
  instances: readonly TableInstance[],
  formulas: readonly SharedFormula[],
): TableHomes {
  const homes = new Map<SharedFormula, Home | undefined>();
  const more: { formula: string; place: Place }[] = [];
  for (const instance of instances) {
    const { sheet, area, table } = instance;
    const own = formulas.filter(
      (one) => one.gone !== "place" && scan.sheetNamed(one.sheet) === sheet && overlaps(one.area, area),
    );
    if (table.mode !== "formulas" || own.length === 0) continue;
    const asking = askingIn(session, instance);
    if (!asking) {
      // It is as it was left, or nobody can tell.
      const isSame = own.every((one) => shownMark(sheet.values(one.area)) === one.check);
      if (!isSame) for (const one of own) homes.set(one, undefined);
      continue;
    }
    const { asked, rest } = paired(asking, own);
    const placeAt = ({ row, column }: AskingCell) => placeOf(sheet, { row, column, rows: 1, columns: 1 });
    for (const [one, cell] of asked) homes.set(one, { place: placeAt(cell), isFigure: isFigure(cell) });
    const places = new Set(asking.cells.map(placeIn));
    for (const one of rest) if (places.has(placeIn(one))) homes.set(one, undefined);
    const rows = new Set([...asked.values()].map(({ row }) => row));
    for (const cell of asking.cells)
      if (!rows.has(cell.row) && isFigure(cell)) more.push({ formula: cell.formula, place: placeAt(cell) });
  }
  return { homes, more };
}

function askingIn(session: Session, instance: TableInstance): AskingCells | undefined {
  const table = { ...instance.table, mode: "values" } as const;
  const layout = layoutOf(session, table);
  return layout && askingCells(session, instance, asWritten(session, instance, { table, layout }));
}

/** Which formula asks in which cell; `rest`: those that the table does not ask. */
function paired({ cells, isSorted }: AskingCells, own: readonly SharedFormula[]) {
  const asked = new Map<SharedFormula, AskingCell>();
  const rest = new Set(own);
  const pair = (of: readonly AskingCell[], keyOf: (one: SharedFormula | AskingCell) => string) => {
    const waiting = grouped([...rest], keyOf);
    return of.filter((cell) => {
      const one = waiting.get(keyOf(cell))?.shift();
      if (one) asked.set(one, cell);
      return !(one && rest.delete(one));
    });
  };
  const open = pair(cells, ({ formula }) => signature({ formula }));
  // Somebody may have asked in another way: what they wrote is where they wrote it.
  if (!isSorted) pair(open, placeIn);
  return { asked, rest };
}

function placeIn(one: SharedFormula | AskingCell): string {
  const { row, column } = "area" in one ? one.area : one;
  return `${row} ${column}`;
}

/** Whether the table's figure stands in a cell, or what says that there is none. */
function isFigure({ figure, there }: AskingCell): boolean {
  const isMissing = typeof figure === "object" && figure !== null;
  return signature(there) === signature(figure) || (isMissing && there === NOT_AVAILABLE);
}
