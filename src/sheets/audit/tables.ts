import { observationKey, type Event, type Observation } from "../../dataset/records";
import type { View } from "../../dataset/view";
import type { Session } from "../../functions";
import type { TableBlock } from "../../tables";
import { printedEvidence } from "../../query/evidence";
import { Refusal } from "../../query/refusal";
import type { Place } from "../notation/place";
import type { InsertedTable } from "../record";
import { blockFor, layoutOf } from "../tables/build-layout";
import { findWithCopies } from "../tables/find/find-copies";
import { placeOf, type SheetScan, type WorkbookScan } from "../scan";
import type { AuditEntry } from "./entry";
import { licensedPart } from "./licensed-cells";
import { traitsOf } from "./traits";
import { viewOf } from "./view";
import { separators, stateOfFigure, unique } from "./words";

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
    calls: [],
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
  const found = rows.flat().flatMap(({ provenance }) =>
    provenance.flatMap((one) => {
      const series = "series" in one ? view.catalogue.seriesById(one.series) : undefined;
      return (series && "period" in one && view.observation(series, one.period)) || [];
    }),
  );
  return [...new Map(found.map((figure) => [observationKey(figure), figure])).values()];
}

function eventsOf(view: View, { rows }: TableBlock): Event[] {
  const ids = new Set(
    rows.flat().flatMap(({ provenance }) => provenance.flatMap((one) => ("event" in one ? [one.event] : []))),
  );
  return view.events().filter(({ id }) => ids.has(id));
}
