import { observationKey, type Observation } from "../../dataset/records";
import type { View } from "../../dataset/view";
import type { Session } from "../../functions";
import { licenseeOf, sourceOf } from "../../query/citation";
import { printedEvidence } from "../../query/evidence";
import { isError } from "../formula";
import type { Place } from "../notation/place";
import type { InsertedTable } from "../record";
import type { SheetScan } from "../scan";
import { layoutOf } from "../tables/build-layout";
import { signature } from "../tables/cell-content";
import type { LayoutRow, TableLayout } from "../tables/layout";

/** What a table of values has of figures that are licensed to somebody alone. */
export interface LicensedPart {
  readonly figures: readonly Observation[];
  /** The cells that hold them. */
  readonly cells: readonly Place[];
}

const NONE: LicensedPart = { figures: [], cells: [] };

/**
 * Where the other cells stand as they were inserted the cells are known by their places; in a table that was worked on every
 * number may be one of them.
 */
export function licensedPart(
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
      const series = "series" in one ? view.catalogue.seriesById(one.series) : undefined;
      const found = series && "period" in one ? view.observation(series, one.period) : undefined;
      return found !== undefined && keys.has(observationKey(found));
    });
  const isKnown = isAsInserted(sheet, place, layout, rests);
  const cells = Array.from({ length: place.rows * place.columns }, (_, i): [number, number] => [
    Math.floor(i / place.columns),
    i % place.columns,
  ])
    .filter(([r, c]) => typeof sheet.value(place.row + r, place.column + c) === "number")
    .filter(([r, c]) => sheet.formula(place.row + r, place.column + c) === undefined)
    .filter(([r, c]) => !isKnown || rests(layout.rows[r]!, c))
    .map(([r, c]) => ({ ...place, row: place.row + r, column: place.column + c, rows: 1, columns: 1 }));
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
