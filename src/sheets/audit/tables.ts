import { observationKey, type Event, type Observation } from "../../dataset/records";
import type { View } from "../../dataset/view";
import type { Session } from "../../functions";
import { eventIds, figureOf, type TableBlock } from "../../tables";
import { printedEvidence } from "../../query/evidence";
import { Refusal } from "../../query/refusal";
import type { Place } from "../notation/place";
import type { InsertedTable } from "../record";
import { blockFor, layoutOf } from "../tables/build-layout";
import { findWithCopies } from "../tables/find/find-copies";
import { placeOf, type SheetScan, type WorkbookScan } from "../scan";
import type { AuditEntry } from "./entry";
import { traitsOf } from "./traits";
import { viewOf } from "./view";
import { separators, stateOfFigure, unique } from "./words";
import { licenseeOf, sourceOf } from "../../query/citation";
import { isError } from "../formula";
import { signature } from "../tables/cell-content";
import type { LayoutRow, TableLayout } from "../tables/layout";
import { cellsIn } from "../notation/areas";

/** The tables that Orebook inserted, wherever their cells are, with their copies. What the user deleted is left out. */
export function auditTables(session: Session, scan: WorkbookScan, tables: readonly InsertedTable[]): AuditEntry[] {
  return findWithCopies(scan, tables, (table) => layoutOf(session, table)).map(({ table, sheet, area }) =>
    entryOf(session, table, sheet, placeOf(sheet, area)),
  );
}

function entryOf(session: Session, table: InsertedTable, sheet: SheetScan, place: Place): AuditEntry {
  const view = viewOf(session, table.standing);
  const block = built(session, table, view);
  const all = block ? figuresOf(view, block) : [];
  const licensed = licensedPart(session, view, table, sheet, place, all);
  // Figures that were left out are nothing that the table rests on any more.
  const isLeftOut =
    licensed.figures.length > 0 && licensed.cells.length === 0 && [...sheet.formulaCells(place)].length === 0;
  const figures = isLeftOut ? all.filter((figure) => !licensed.figures.includes(figure)) : all;
  const printed = new Set(printedEvidence(view, figures).map(({ source }) => source));
  return {
    kind: "table",
    place,
    formula: "",
    value: sheet.value(place.row, place.column),
    state: "calculated",
    figures,
    events: block ? eventsOf(view, block) : [],
    question: block?.title ?? table.recipe,
    status: unique(figures.map((figure) => stateOfFigure(session, figure))).join(separators(session).semicolon),
    sources: (block?.sources.map(({ id }) => id) ?? []).filter((id) => !isLeftOut || printed.has(id)),
    licensed: licensed.cells,
    published: figures.reduce((newest, { known }) => (known > newest ? known : newest), ""),
    traits: traitsOf(view, figures, sheet.values(place).flat()),
    release: view.release.id,
  };
}

/** The table as it was asked for; undefined when this version cannot build it. */
function built(session: Session, table: InsertedTable, view: View): TableBlock | undefined {
  try {
    return blockFor(session, table, view);
  } catch (error) {
    if (error instanceof Refusal || error instanceof RangeError) return undefined;
    throw error;
  }
}

function figuresOf(view: View, { rows }: TableBlock): Observation[] {
  const found = rows.flat().flatMap(({ provenance }) => provenance.flatMap((one) => figureOf(view, one) ?? []));
  return [...new Map(found.map((figure) => [observationKey(figure), figure])).values()];
}

function eventsOf(view: View, { rows }: TableBlock): Event[] {
  const ids = eventIds(rows.flat());
  return view.events().filter(({ id }) => ids.has(id));
}

/** What a table of values has of figures that are licensed to somebody alone. */
interface LicensedPart {
  readonly figures: readonly Observation[];
  /** The cells that hold them. */
  readonly cells: readonly Place[];
}

const NONE: LicensedPart = { figures: [], cells: [] };

/**
 * Where the other cells stand as they were inserted the cells are known by their places; in a table that was worked on every
 * number may be one of them.
 */
function licensedPart(
  session: Session,
  view: View,
  table: InsertedTable,
  sheet: SheetScan,
  place: Place,
  figures: readonly Observation[],
): LicensedPart {
  const { dataset } = session;
  if (!dataset.overlay) return NONE;
  const licensed = figures.filter((figure) =>
    printedEvidence(view, [figure]).some(({ source }) => licenseeOf(dataset, sourceOf(dataset, source))),
  );
  const layout = licensed.length > 0 ? layoutOf(session, { ...table, mode: "values" }) : undefined;
  if (!layout) return NONE;
  const keys = new Set(licensed.map(observationKey));
  const rests = ({ provenance }: LayoutRow, column: number) =>
    (provenance[column] ?? []).some((one) => {
      const found = figureOf(view, one);
      return found !== undefined && keys.has(observationKey(found));
    });
  const isKnown = isAsInserted(sheet, place, layout, rests);
  const cells = cellsIn(place)
    .filter(({ row, column }) => typeof sheet.value(row, column) === "number")
    .filter(({ row, column }) => sheet.formula(row, column) === undefined)
    .filter(({ row, column }) => !isKnown || rests(layout.rows[row - place.row]!, column - place.column))
    .map((cell) => ({ ...place, ...cell, rows: 1, columns: 1 }));
  return { figures: licensed, cells };
}

/** Whether every cell that does not rest on them holds what was inserted; a missing figure may be told as a text. */
function isAsInserted(
  sheet: SheetScan,
  place: Place,
  { rows, columns }: TableLayout,
  rests: (row: LayoutRow, column: number) => boolean,
): boolean {
  if (place.rows !== rows.length || place.columns !== columns) return false;
  return rows.every((row, r) =>
    row.cells.every((content, c) => {
      const value = sheet.value(place.row + r, place.column + c);
      const isGap = typeof content === "object" && content !== null && typeof value !== "number";
      return isGap || isError(value) || rests(row, c) || signature(value) === signature(content);
    }),
  );
}
