import type { Session } from "../../functions";
import { auditScan, viewOf, type AuditEntry } from "../audit";
import { readCharts, type DrawnChart } from "../chart/read-charts";
import { isError, type Scalar } from "../formula";
import { runAsOneStep } from "../one-step";
import { deleteOwnSheet, findOwnSheet, momentText, planOwnSheet, writeOwnSheet, type SheetCell } from "../own-sheet";
import type { Place } from "../place";
import { readRecord } from "../record";
import { portion, readWorkbook, supervised, type Job, type WorkbookScan } from "../scan";
import { planSources } from "../sources";
import { isHalfway, orHalfway } from "../workbook-error";
import { plainOf, replaceCells, type Write } from "../write";
import type { KeptError } from "./errors";
import { fingerprint } from "./fingerprint";
import { ledgerContent, readLedger, rewriteLedger, sharedEntries, type Ledger, type SharedFormula } from "./ledger";
import { isWanted } from "./plan-restore";
import {
  isMissing,
  originalOf,
  planShare,
  shareWrites,
  type Conversion,
  type ShareObstacle,
  type SharePlan,
} from "./plan";
import { readScope, type ScopeKind } from "./scope";
import { tallyOf, type Tally } from "./tally";
import { clearStartup } from "./startup";
import { ledgerTexts } from "./texts";

/** What replacing formulas comes to, before or after it is done. */
export interface ShareSummary extends Tally {
  /** How many cells the formulas fill. */
  readonly cells: number;
  readonly sheets: readonly string[];
  /** Of the formulas those whose error becomes a text. */
  readonly told: readonly Place[];
  readonly kept: readonly KeptError[];
  /** Charts of which Excel does not tell what they draw: where errors become texts they may draw zeros. */
  readonly unreadCharts: readonly DrawnChart[];
}

export type ShareResult =
  | {
      readonly kind: "shared";
      readonly summary: ShareSummary;
      /** The sheet that keeps the formulas. */
      readonly ledger: Place;
      readonly sources: Place;
      /** Whether the document no longer starts the add-in; false when Office did not let it. */
      readonly startupCleared: boolean;
    }
  /** Nothing was written. */
  | { readonly kind: "refused"; readonly obstacles: readonly ShareObstacle[] };

/** Of the work, reading the workbook, auditing it and writing take about so much. */
const PARTS = { read: 0.3, audit: 0.6 };

/** What was replaced in a scope and can come back. */
export interface KeptFormulas extends Tally {
  /** Name of the sheet that keeps them; "" when there is none. */
  readonly sheet: string;
  /** What was done last, and when. */
  readonly line: string;
}

export interface ShareInspection {
  readonly summary: ShareSummary;
  readonly obstacles: readonly ShareObstacle[];
  readonly kept: KeptFormulas;
}

/** What `share` would do, and what `restore` could. Writes nothing. */
export function inspectShare(session: Session, kind: ScopeKind, now: Date, job: Job = {}): Promise<ShareInspection> {
  return supervised(job, () =>
    Excel.run(async (context) => {
      const { summary, obstacles, scan, scope, entries, earlier } = await prepare(context, session, kind, now, job);
      const tables = entries.filter((entry) => entry.kind === "table").map(({ place }) => place);
      const kept = scope ? earlier.formulas.filter((shared) => isWanted(scan, scope, tables, shared)) : [];
      return { summary, obstacles, kept: { ...tallyOf(kept), sheet: earlier.sheet, line: earlier.line } };
    }),
  );
}

/**
 * Puts values in place of formulas, keeps the formulas on a sheet of their own, names the sources, and clears what
 * starts the add-in with the document. All of it or nothing. Rejects with a `WorkbookError`, or with the signal's reason
 * when cancelled.
 */
export async function share(session: Session, kind: ScopeKind, now: Date, job: Job = {}): Promise<ShareResult> {
  const result = await supervised(job, () => runAsOneStep((context) => shareNow(context, session, kind, now, job)));
  return result.kind === "shared" ? { ...result, startupCleared: await clearStartup() } : result;
}

async function shareNow(
  context: Excel.RequestContext,
  session: Session,
  kind: ScopeKind,
  now: Date,
  job: Job,
): Promise<ShareResult> {
  const { scan, plan, summary, ledgerPlan, sourcesPlan, obstacles, earlier } = await prepare(
    context,
    session,
    kind,
    now,
    job,
  );
  if (obstacles.length > 0) return { kind: "refused", obstacles };
  try {
    const sources = await writeOwnSheet(context, sourcesPlan);
    const ledger = await writeOwnSheet(context, ledgerPlan);
    await replaceCells(
      context,
      shareWrites(plan),
      formulaWrites(plan.conversions),
      (id) => scan.sheet(id)!.hidesRows,
      portion(job, PARTS.audit, 1),
    );
    return { kind: "shared", summary, ledger, sources, startupCleared: false };
  } catch (error) {
    if (!isHalfway(error))
      await orHalfway(error, () =>
        takeBack(context, session, earlier, !sourcesPlan.sheet && sourcesPlan.leftBehind === undefined),
      );
    throw error;
  }
}

/** Takes back the sheets of a sharing that did not happen: no formula was replaced. */
async function takeBack(
  context: Excel.RequestContext,
  session: Session,
  earlier: Ledger,
  isSourcesNew: boolean,
): Promise<void> {
  await rewriteLedger(context, session, earlier);
  const sheet = isSourcesNew ? await findOwnSheet(context, "sources") : undefined;
  if (!sheet) return;
  deleteOwnSheet(context, "sources", sheet);
  await context.sync();
}

/** Reads and plans everything; writes nothing. */
async function prepare(context: Excel.RequestContext, session: Session, kind: ScopeKind, now: Date, job: Job) {
  const scope = await readScope(context, kind);
  const scan = await readWorkbook(context, portion(job, 0, PARTS.read));
  const { tables } = await readRecord(context);
  const { entries } = await auditScan(session, scan, tables, portion(job, PARTS.read, PARTS.audit));
  const earlier = await readLedger(context);
  const sight = planShare(scan, entries, scope);
  // Only where errors would become texts does it matter what charts draw.
  const charts = sight.told.length > 0 ? await readCharts(context) : [];
  const plan = charts.length > 0 ? planShare(scan, entries, scope, charts) : sight;
  const formulas = [
    ...stillApart(earlier.formulas, plan.conversions),
    ...plan.conversions.map((conversion) => sharedOf(session, scan, conversion, now)),
  ];
  const ledgerPlan = await planOwnSheet(
    context,
    "formulas",
    ledgerTexts(session.language).sheet,
    ledgerContent(session, { formulas, line: lineOf(session, plan, now) }),
  );
  const everything: AuditEntry[] = [...entries, ...(await sharedEntries(session, scan, earlier.formulas))];
  const { plan: sourcesPlan } = await planSources(context, session, everything, now);
  const refusal = ledgerPlan.refusal ?? sourcesPlan.refusal;
  return {
    scan,
    scope,
    entries,
    plan,
    summary: summaryOf(plan, charts),
    ledgerPlan,
    sourcesPlan,
    earlier,
    obstacles: refusal ? [...plan.obstacles, { reason: "ownSheet", refusal } as const] : plan.obstacles,
  };
}

function lineOf(session: Session, { conversions }: SharePlan, now: Date): string {
  const { id, date } = viewOf(session).release;
  return ledgerTexts(session.language).shared(
    momentText(now),
    tallyOf(conversions.map(({ entry }) => entry)),
    id,
    date,
    session.addinVersion,
  );
}

/** What was replaced earlier and is not replaced again now. */
function stillApart(earlier: readonly SharedFormula[], conversions: readonly Conversion[]): SharedFormula[] {
  const again = new Set(
    conversions.map(({ entry: { place } }) => `${place.sheet} ${place.row} ${place.column}`.toLowerCase()),
  );
  return earlier.filter(({ sheet, area }) => !again.has(`${sheet} ${area.row} ${area.column}`.toLowerCase()));
}

function sharedOf(session: Session, scan: WorkbookScan, { entry, values }: Conversion, now: Date): SharedFormula {
  const { place, formula, status, release } = entry;
  const { sheet, row, column, rows, columns } = place;
  const shown = scan.sheet(place.sheetId)!.value(place.row, place.column);
  return {
    sheet,
    area: { row, column, rows, columns },
    formula,
    shows: shownText(shown),
    status,
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

/** The writes that bring the formulas of some conversions back. */
function formulaWrites(conversions: readonly Conversion[]): Write[] {
  return conversions.map(({ entry, entry: { place }, values }) => ({
    sheetId: place.sheetId,
    row: place.row,
    column: place.column,
    content: values.map((row, r) => row.map((__, c) => (r === 0 && c === 0 ? originalOf(entry) : null))),
  }));
}

function summaryOf({ conversions, told, kept }: SharePlan, charts: readonly DrawnChart[]): ShareSummary {
  const entries = conversions.map(({ entry }) => entry);
  const filled = entries.filter((entry) => !isMissing(entry)).map(({ place: { rows, columns } }) => rows * columns);
  return {
    ...tallyOf(entries),
    cells: filled.reduce((sum, cells) => sum + cells, 0),
    sheets: [...new Set(entries.map(({ place }) => place.sheet))],
    told: told.filter((entry) => !isMissing(entry)).map(({ place }) => place),
    kept,
    unreadCharts: told.length > 0 ? charts.filter(({ values }) => values === undefined) : [],
  };
}
