import type { Session } from "../../functions";
import { viewOf } from "../audit/view";
import type { AuditEntry } from "../audit/entry";
import type { DrawnChart } from "../chart";
import { isError, type Scalar } from "../formula";
import { momentText } from "../own-sheet/moment";
import type { SheetCell } from "../own-sheet/content";
import type { WorkbookScan } from "../scan";
import { NOT_AVAILABLE, plainOf } from "../write/content";
import { fingerprint } from "./ledger/fingerprint";
import type { SharedFormula } from "./ledger/ledger";
import { licensedIn } from "./licensed";
import { isMissing, type Conversion, type SharePlan } from "./plan";
import { tallyOf } from "./tally";
import { ledgerTexts } from "./ledger/texts";

export function lineOf(session: Session, { conversions, emptied }: SharePlan, now: Date): string {
  const { id, date } = viewOf(session).release;
  return ledgerTexts[session.language].shared(
    momentText(now),
    { ...tallyOf(conversions.map(({ entry }) => entry)), emptied: emptied.length },
    id,
    date,
    session.addinVersion,
  );
}

/** What was replaced earlier and is not replaced again now. */
export function stillApart(earlier: readonly SharedFormula[], conversions: readonly Conversion[]): SharedFormula[] {
  const again = new Set(
    conversions.map(({ entry: { place } }) => `${place.sheet} ${place.row} ${place.column}`.toLowerCase()),
  );
  return earlier.filter(({ sheet, area }) => !again.has(`${sheet} ${area.row} ${area.column}`.toLowerCase()));
}

export function sharedOf(
  session: Session,
  scan: WorkbookScan,
  { entry, values, isLeftOut }: Conversion,
  now: Date,
): SharedFormula {
  const { place, formula, status, release } = entry;
  const { sheet, row, column, rows, columns } = place;
  const shown = scan.sheet(place.sheetId)!.value(place.row, place.column);
  return {
    sheet,
    area: { row, column, rows, columns },
    formula,
    // Nor does the sheet that keeps the formulas tell what is left out.
    shows: isLeftOut ? NOT_AVAILABLE : shownText(shown),
    status: isLeftOut ? "" : status,
    release,
    day: session.standing.day ?? "",
    replaced: momentText(now),
    check: fingerprint(values.map((row) => row.map(plainOf))),
  };
}

/** In parentheses an error is told and is none, whoever reads the sheet. */
function shownText(value: Scalar): SheetCell {
  return isError(value) ? `(${value.error})` : (value ?? "");
}

export function summaryOf(
  session: Session,
  { conversions, told, kept, emptied }: SharePlan,
  charts: readonly DrawnChart[],
  all: readonly AuditEntry[],
) {
  const entries = conversions.map(({ entry }) => entry);
  const filled = entries.filter((entry) => !isMissing(entry)).map(({ place: { rows, columns } }) => rows * columns);
  return {
    ...tallyOf(entries),
    /** How many cells of tables of values are left out. */
    emptied: emptied.length,
    /** How many cells the formulas fill. */
    cells: filled.reduce((sum, cells) => sum + cells, 0),
    sheets: [...new Set(entries.map(({ place }) => place.sheet))],
    /** Of the formulas those whose error becomes a text. */
    told: told.filter((entry) => !isMissing(entry)).map(({ place }) => place),
    kept,
    licensed: licensedIn(session, conversions, all),
    /** Charts of which Excel does not tell what they draw: where errors become texts they may draw zeros. */
    unreadCharts: told.length > 0 ? charts.filter(({ values }) => values === undefined) : [],
  };
}

/** What replacing formulas comes to, before or after it is done. */
export type ShareSummary = ReturnType<typeof summaryOf>;
