import { rangeAt } from "../ranges";
import type { Session } from "../../functions";
import type { Scalar } from "../../sheets/formula";
import { runAsOneStep } from "../one-step";
import { findOwnSheet } from "../own-sheet/own-sheet";
import { momentText } from "../../sheets/own-sheet/moment";
import type { Place } from "../../sheets/notation/place";
import { readRecord } from "../record/part";
import { layoutOf } from "../../sheets/tables/build-layout";
import { findWithCopies } from "../../sheets/tables/find/find-copies";
import { placeOf, type WorkbookScan, packed } from "../../sheets/scan";
import { portion, supervised, type Job } from "../../sheets/job";
import { readWorkbook } from "../scan/scan";
import { orHalfway } from "../../sheets/workbook-error";
import { putBack, replaceCells } from "../write/replace";
import { settledValues } from "../write/settled";
import { dropSheet, readLedger, requireLedger, rewriteLedger } from "./ledger";
import {
  planRestore,
  restoreWrites,
  showsTheSame,
  valueWrites,
  type Left,
  type RestorePlan,
  type Return,
} from "../../sheets/share/plan-restore";
import { homesIn } from "../../sheets/share/table-homes";
import { readScope } from "./scope";
import type { ScopeKind } from "../../sheets/share/scope";
import { tallyOf, type Tally } from "../../sheets/share/tally";
import { ledgerTexts } from "../../sheets/share/ledger/texts";
import { asNow } from "../../sheets/share/ledger/as-now";
import type { Ledger, SharedFormula } from "../../sheets/share/ledger/ledger";

const PLACES_PER_REQUEST = 500;

/** The plan without formulas that would find merged cells where they fill several: Excel lets none spill there. */
async function withoutMerged(
  context: Excel.RequestContext,
  { returns, left, back }: RestorePlan,
): Promise<RestorePlan> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return { returns, left, back };
  const blocks = returns.filter(({ place: { rows, columns } }) => rows * columns > 1);
  const merged = new Set<Return>();
  for (const group of packed(blocks, () => 1, PLACES_PER_REQUEST))
    for (const block of await mergedAmong(context, group)) merged.add(block);
  return {
    returns: returns.filter((one) => !merged.has(one)),
    back,
    left: [...left, ...[...merged].map(({ shared }): Left => ({ shared, reason: "merged" }))],
  };
}

async function mergedAmong(context: Excel.RequestContext, returns: readonly Return[]): Promise<Return[]> {
  const areas = returns.map(({ place }) => rangeAt(context, place).getMergedAreasOrNullObject().load("areaCount"));
  await context.sync();
  return returns.filter((_, i) => !areas[i]!.isNullObject);
}

export type RestoreResult =
  | {
      readonly kind: "restored";
      readonly restored: Tally;
      readonly places: readonly Place[];
      /** Formulas that stay on their sheet, and why. */
      readonly left: readonly Left[];
      /** Restored cells that show another value than before. */
      readonly different: readonly Place[];
    }
  /** Nothing is kept for this scope. */
  | { readonly kind: "nothing" }
  /** The sheet that keeps the formulas is protected, or what is selected is not one block of cells. Nothing was written. */
  | { readonly kind: "refused"; readonly reason: "protected" | "selection"; readonly sheet: string };

/** Of the work, reading the workbook takes about this much. */
const READING = 0.4;

/**
 * Brings replaced formulas back to their places where these still hold what was written, and tells of the rest. Rejects
 * with a `WorkbookError`, or with the signal's reason when cancelled; then everything is as it was.
 */
export async function restore(session: Session, kind: ScopeKind, now: Date, job: Job = {}): Promise<RestoreResult> {
  const result = await supervised(job, () => restoreNow(session, kind, now, job));
  if (!("returns" in result)) return result;
  const { returns, left } = result;
  const places = returns.map(({ place }) => place);
  const isSame = (values: readonly (readonly Scalar[])[], i: number) => showsTheSame(returns[i]!.shared, values);
  const read = () => Excel.run((context) => settledValues(context, places, isSame));
  const values = await read().catch((error: unknown) => orHalfway(error, read));
  const different = returns.filter((_, i) => !isSame(values[i]!, i)).map(({ place }) => place);
  return { kind: "restored", restored: tallyOf(returns.map(({ shared }) => shared)), places, left, different };
}

async function restoreNow(
  session: Session,
  kind: ScopeKind,
  now: Date,
  job: Job,
): Promise<Exclude<RestoreResult, { kind: "restored" }> | Pick<RestorePlan, "returns" | "left">> {
  const prepared = await Excel.run((context) => prepare(context, session, kind, job));
  if ("kind" in prepared) return prepared;
  const { scan, ledger, returns, left, back } = prepared;
  const { formulas } = ledger;
  const done = [...returns, ...back];
  const settled = new Set(done.map(({ shared }) => shared));
  const remaining = formulas.filter((shared) => !settled.has(shared));
  const stays = (now: readonly SharedFormula[]) => asNow(formulas, now).filter((_, i) => !settled.has(formulas[i]!));
  const line = ledgerTexts[session.language].restored(momentText(now), tallyOf([...settled]), remaining.length);
  const before = valueWrites(scan, returns);
  const mayHide = (id: string) => scan.sheet(id)!.hidesRows;
  const batch = async (context: Excel.RequestContext) => {
    await requireLedger(context, ledger);
    await replaceCells(context, restoreWrites(returns), before, mayHide, portion(job, READING, 1));
    const conclude = () => rewriteLedger(context, session, stays, line);
    // The formulas are back: a sheet that still lists them is written again rather than they taken away.
    return conclude().catch((error: unknown) => orHalfway(error, conclude));
  };
  const isEmpty = await runAsOneStep(batch, () =>
    Excel.run((context) => putBack(context, restoreWrites(returns), before, mayHide)),
  );
  const drop = () => dropSheet("formulas", formulas);
  if (isEmpty) await drop().catch((error: unknown) => orHalfway(error, drop));
  return { returns: done, left };
}

/** Reads and plans everything; writes nothing. */
async function prepare(
  context: Excel.RequestContext,
  session: Session,
  kind: ScopeKind,
  job: Job,
): Promise<
  | Exclude<RestoreResult, { kind: "restored" }>
  | (RestorePlan & { readonly scan: WorkbookScan; readonly ledger: Ledger })
> {
  const sheet = await findOwnSheet(context, "formulas");
  if (!sheet) return { kind: "nothing" };
  if (sheet.isProtected) return { kind: "refused", reason: "protected", sheet: sheet.place.sheet };
  const ledger = await readLedger(context);
  const scope = await readScope(context, kind);
  if (!scope) return { kind: "refused", reason: "selection", sheet: "" };
  const scan = await readWorkbook(context, portion(job, 0, READING));
  const { tables } = await readRecord(context);
  const instances = findWithCopies(scan, tables, (table) => layoutOf(session, table));
  const places = instances.map(({ sheet: on, area }) => placeOf(on, area));
  const homes = homesIn(session, scan, instances, ledger.formulas);
  const plan = await withoutMerged(context, planRestore(scan, ledger.formulas, scope, places, homes));
  return plan.returns.length + plan.left.length + plan.back.length === 0
    ? { kind: "nothing" }
    : { ...plan, scan, ledger };
}
