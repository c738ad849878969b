import type { Session } from "../../functions";
import { readRecord } from "../record/part";
import { portion, supervised, type Job } from "../../sheets/job";
import { scanWorkbook } from "../scan/scan";
import { type Audit, auditScan } from "../../sheets/audit/audit";

/** Of the work, reading takes about this much. */
const READING = 0.5;

/** Reads the open workbook and audits it. Rejects with a `WorkbookError`, or with the signal's reason when cancelled. */
export async function auditWorkbook(session: Session, job: Job = {}): Promise<Audit> {
  const scan = await scanWorkbook(portion(job, 0, READING));
  const { tables } = await supervised(job, () => Excel.run(readRecord));
  return auditScan(session, scan, tables, portion(job, READING, 1));
}
