import type { Session } from "../../functions";
import { auditScan } from "../../sheets/audit/audit";
import type { AuditEntry } from "../../sheets/audit/entry";
import { portion, supervised, type Job } from "../../sheets/job";
import type { Place } from "../../sheets/notation/place";
import { asNow } from "../../sheets/share/ledger/as-now";
import { ledgerContent, sharedEntries, type Ledger, type SharedFormula } from "../../sheets/share/ledger/ledger";
import { ledgerTexts } from "../../sheets/share/ledger/texts";
import { licenseesOf, withoutLeftOut } from "../../sheets/share/licensed";
import { planShare, shareWrites, unsharedWrites, type ShareObstacle } from "../../sheets/share/plan";
import { isWanted } from "../../sheets/share/plan-restore";
import type { ScopeKind } from "../../sheets/share/scope";
import { type ShareSummary, stillApart, sharedOf, lineOf, summaryOf } from "../../sheets/share/summary";
import { tallyOf, type Tally } from "../../sheets/share/tally";
import { isHalfway, orHalfway, WorkbookError } from "../../sheets/workbook-error";
import { readCharts } from "../chart/read-charts";
import { runAsOneStep } from "../one-step";
import { planOwnSheet, writeOwnSheet } from "../own-sheet/own-sheet";
import { readRecord } from "../record/part";
import { readWorkbook } from "../scan/scan";
import { planSources } from "../sources/update";
import { putBack, replaceCells } from "../write/replace";
import { dropSheet, readLedger, requireLedger, rewriteLedger, writeLedger } from "./ledger";
import { readScope } from "./scope";

/** The setting by which a document opens an add-in's pane; Office reads it. */
const SHOW_PANE = "Office.AutoShowTaskpaneWithDocument";

/**
 * Takes out of the document that it starts the add-in when it opens: whoever does not have it would be asked for it.
 * False when Office did not let it.
 */
async function clearStartup(): Promise<boolean> {
  try {
    await Office.addin.setStartupBehavior(Office.StartupBehavior.none);
    const { settings } = Office.context.document;
    if (settings.get(SHOW_PANE) === undefined || settings.get(SHOW_PANE) === null) return true;
    settings.remove(SHOW_PANE);
    return await new Promise((resolve) =>
      settings.saveAsync(({ status }) => resolve(status === Office.AsyncResultStatus.Succeeded)),
    );
  } catch {
    return false;
  }
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
      const found = await prepare(context, session, kind, now, job);
      const { summary, scan, scope, entries, earlier, canLeaveOut } = found;
      // Leaving figures out of tables of values is something to do, where nothing else is.
      const obstacles = canLeaveOut ? found.obstacles.filter(({ reason }) => reason !== "nothing") : found.obstacles;
      const tables = entries.filter((entry) => entry.kind === "table").map(({ place }) => place);
      const kept = scope ? earlier.formulas.filter((shared) => isWanted(scan, scope, tables, shared)) : [];
      return { summary, obstacles, kept: { ...tallyOf(kept), sheet: earlier.sheet, line: earlier.line } };
    }),
  );
}

/**
 * Puts values in place of formulas, keeps the formulas on a sheet of their own, names the sources, and clears what
 * starts the add-in with the document. With `leaveOut`, figures that are licensed to somebody alone do not stay. All of it or nothing. Rejects with a `WorkbookError`, or with the signal's reason
 * when cancelled.
 */
export async function share(
  session: Session,
  kind: ScopeKind,
  now: Date,
  job: Job = {},
  leaveOut = false,
): Promise<ShareResult> {
  const result = await supervised(job, () => shareNow(session, kind, now, job, leaveOut));
  return result.kind === "shared" ? { ...result, startupCleared: await clearStartup() } : result;
}

async function shareNow(
  session: Session,
  kind: ScopeKind,
  now: Date,
  job: Job,
  leaveOut: boolean,
): Promise<ShareResult> {
  const prepared = await Excel.run((context) => prepare(context, session, kind, now, job, leaveOut));
  const { scan, plan, summary, ledgerPlan, sourcesPlan, obstacles, earlier } = prepared;
  if (obstacles.length > 0) return { kind: "refused", obstacles };
  const isSourcesNew = !sourcesPlan.sheet && sourcesPlan.leftBehind === undefined;
  let isBegun = false;
  let moved: readonly SharedFormula[] | undefined;
  const undo = () => takeBack(session, prepared, isSourcesNew, moved);
  const before = unsharedWrites(plan);
  const mayHide = (id: string) => scan.sheet(id)!.hidesRows;
  const undoAll = async () => {
    await Excel.run((context) => putBack(context, shareWrites(plan), before, mayHide));
    await undo();
  };
  try {
    return await runAsOneStep(async (context): Promise<ShareResult> => {
      await requireLedger(context, earlier);
      isBegun = true;
      const sources = await writeOwnSheet(context, sourcesPlan);
      const names = scan.sheets.map(({ name }) => name);
      const { place: ledger, moved: found } = await writeLedger(context, ledgerPlan, earlier.formulas, names);
      moved = found;
      // Where formulas belong, as it was written, is not where they are.
      if (moved) throw new WorkbookError("changed", names[0]);
      await replaceCells(context, shareWrites(plan), before, mayHide, portion(job, PARTS.audit, 1));
      return { kind: "shared", summary, ledger, sources, startupCleared: false };
    }, undoAll);
  } catch (error) {
    if (isBegun && !isHalfway(error)) await orHalfway(error, undo);
    throw error;
  }
}

/** Takes back the sheets of a sharing that did not happen: no formula was replaced. `moved`: what the sheet of formulas said last. */
async function takeBack(
  session: Session,
  { earlier, formulas }: { readonly earlier: Ledger; readonly formulas: readonly SharedFormula[] },
  isSourcesNew: boolean,
  moved: readonly SharedFormula[] | undefined,
): Promise<void> {
  const keep = (now: readonly SharedFormula[]) => asNow(earlier.formulas, now);
  const isEmpty = await Excel.run((context) => rewriteLedger(context, session, keep, earlier.line, moved));
  if (isEmpty) await dropSheet("formulas", formulas);
  if (isSourcesNew) await dropSheet("sources");
}

/** Reads and plans everything; writes nothing. */
async function prepare(
  context: Excel.RequestContext,
  session: Session,
  kind: ScopeKind,
  now: Date,
  job: Job,
  leaveOut = false,
) {
  const scope = await readScope(context, kind);
  const scan = await readWorkbook(context, portion(job, 0, PARTS.read));
  const { tables } = await readRecord(context);
  const { entries } = await auditScan(session, scan, tables, portion(job, PARTS.read, PARTS.audit));
  const earlier = await readLedger(context);
  const isLicensed = (entry: AuditEntry) => licenseesOf(session, entry).length > 0;
  const isLeftOut = (entry: AuditEntry) => leaveOut && isLicensed(entry);
  const sight = planShare(scan, entries, scope, [], isLeftOut);
  // Only where errors would become texts does it matter what charts draw.
  const charts = sight.told.length > 0 ? await readCharts(context) : [];
  const plan = charts.length > 0 ? planShare(scan, entries, scope, charts, isLeftOut) : sight;
  const apart = stillApart(earlier.formulas, plan.conversions);
  const formulas = [...apart, ...plan.conversions.map((conversion) => sharedOf(session, scan, conversion, now))];
  const content = ledgerContent(session, { formulas, line: lineOf(session, plan, now) });
  const ledgerPlan = await planOwnSheet(context, "formulas", ledgerTexts[session.language].sheet, content);
  const everything: AuditEntry[] = [
    ...withoutLeftOut(session, entries, plan),
    ...(await sharedEntries(session, scan, earlier.formulas)),
  ];
  const { plan: sourcesPlan } = await planSources(context, session, everything, now);
  const refusal = ledgerPlan.refusal ?? sourcesPlan.refusal;
  return {
    scan,
    scope,
    entries,
    plan,
    canLeaveOut: planShare(scan, entries, scope, [], isLicensed).emptied.length > 0,
    summary: summaryOf(session, plan, charts, entries),
    ledgerPlan,
    sourcesPlan,
    earlier,
    formulas,
    obstacles: refusal ? [...plan.obstacles, { reason: "ownSheet", refusal } as const] : plan.obstacles,
  };
}
