import type { Session } from "../../functions";
import { readRecord } from "../record/part";
import { portion, supervised, type Job } from "../../sheets/job";
import { scanWorkbook } from "../scan/scan";
import { type Audit, auditScan } from "../../sheets/audit/audit";
import { auditContent } from "../../sheets/audit/report";
import { auditTexts } from "../../sheets/audit/texts";
import { exportSheet, type SheetExport } from "../own-sheet/own-sheet";

/** Of the work, reading takes about this much. */
const READING = 0.5;

/** Reads the open workbook and audits it. Rejects with a `WorkbookError`, or with the signal's reason when cancelled. */
export async function auditWorkbook(session: Session, job: Job = {}): Promise<Audit> {
  const scan = await scanWorkbook(portion(job, 0, READING));
  const { tables } = await supervised(job, () => Excel.run(readRecord));
  return auditScan(session, scan, tables, portion(job, READING, 1));
}

/** Writes an audit as a sheet of its own, anew each time. Rejects with a `WorkbookError`. */
export function exportAudit(session: Session, audit: Audit, now: Date): Promise<SheetExport> {
  return exportSheet("audit", auditTexts[session.language].sheet, () => auditContent(session, audit, now));
}
