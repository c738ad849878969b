import type { Session } from "../../functions";
import type { Audit } from "../../sheets/audit/audit";
import { auditContent } from "../../sheets/audit/report";
import { auditTexts } from "../../sheets/audit/texts";
import { exportSheet, type SheetExport } from "../own-sheet/own-sheet";

/** Writes an audit as a sheet of its own, anew each time. Rejects with a `WorkbookError`. */
export function exportAudit(session: Session, audit: Audit, now: Date): Promise<SheetExport> {
  return exportSheet("audit", auditTexts(session.language).sheet, () => auditContent(session, audit, now));
}
