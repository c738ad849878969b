import type { Session } from "../../functions";
import { auditScan } from "../../sheets/audit/audit";
import type { AuditEntry } from "../../sheets/audit/entry";
import { runAsOneStep } from "../one-step";
import { findOwnSheet, planOwnSheet, writeOwnSheet } from "../own-sheet/own-sheet";
import type { OwnSheetPlan, SheetRefusal } from "../../sheets/own-sheet/plan";
import type { Place } from "../../sheets/notation/place";
import { readRecord } from "../record/part";
import { portion, supervised, type Job } from "../../sheets/job";
import { readWorkbook } from "../scan/scan";
import { readLedger } from "../share/ledger";
import { sharedEntries } from "../../sheets/share/ledger/ledger";
import { maybeHalfway } from "../../sheets/workbook-error";
import { sourcesContent } from "../../sheets/sources/content";
import { sourcesTexts } from "../../sheets/sources/texts";
import { sourceUses } from "../../sheets/sources/uses";

export type SourcesUpdate =
  | {
      readonly kind: "written";
      readonly place: Place;
      readonly sources: number;
      readonly leftBehind: string | undefined;
    }
  | { readonly kind: "refused"; readonly refusal: SheetRefusal }
  /** The workbook asks Orebook for nothing, or (when only an existing sheet is to be updated) has no such sheet. */
  | { readonly kind: "nothing" };

/** Of the work, reading takes about this much. */
const READING = 0.5;

/** Writes the Sources sheet anew, or for the first time. Rejects with a `WorkbookError`, or with the signal's reason when cancelled. */
export function writeSources(session: Session, now: Date, job: Job = {}): Promise<SourcesUpdate> {
  return supervised(job, () => runAsOneStep((context) => update(context, session, now, job)));
}

/** Brings the Sources sheet up to date where the workbook has one: to be called after every refresh. */
export function refreshSources(session: Session, now: Date, job: Job = {}): Promise<SourcesUpdate> {
  return supervised(job, () =>
    runAsOneStep(async (context) =>
      (await findOwnSheet(context, "sources")) ? update(context, session, now, job) : { kind: "nothing" },
    ),
  );
}

async function update(context: Excel.RequestContext, session: Session, now: Date, job: Job): Promise<SourcesUpdate> {
  const scan = await readWorkbook(context, portion(job, 0, READING));
  const { tables } = await readRecord(context);
  const { entries } = await auditScan(session, scan, tables, portion(job, READING, 1));
  const shared = await sharedEntries(session, scan, (await readLedger(context)).formulas);
  const all = [...entries, ...shared];
  const known = await findOwnSheet(context, "sources");
  if (!known && all.every(({ sources }) => sources.length === 0)) return { kind: "nothing" };
  const { plan, sources } = await planSources(context, session, all, now);
  if (plan.refusal) return { kind: "refused", refusal: plan.refusal };
  return {
    kind: "written",
    place: await maybeHalfway(writeOwnSheet(context, plan)),
    sources,
    leftBehind: plan.leftBehind,
  };
}

/** The Sources sheet for what a workbook asks, planned and not yet written. */
export async function planSources(
  context: Excel.RequestContext,
  session: Session,
  entries: readonly AuditEntry[],
  now: Date,
): Promise<{ plan: OwnSheetPlan; sources: number }> {
  const uses = sourceUses(session, entries);
  const content = sourcesContent(session, uses, now);
  const plan = await planOwnSheet(context, "sources", sourcesTexts[session.language].sheet, content);
  return { plan, sources: uses.length };
}
