import type { Session } from "../../functions";
import { runAsOneStep } from "../one-step";
import { planOwnSheet, writeOwnSheet } from "../own-sheet/own-sheet";
import type { SheetRefusal } from "../../sheets/own-sheet/plan";
import type { Place } from "../../sheets/notation/place";
import { guarded, maybeHalfway } from "../../sheets/workbook-error";
import type { Audit } from "../../sheets/audit/audit";
import { auditContent } from "../../sheets/audit/report";
import { auditTexts } from "../../sheets/audit/texts";

export type Export =
  { readonly kind: "written"; readonly place: Place } | { readonly kind: "refused"; readonly refusal: SheetRefusal };

/** Writes an audit as a sheet of its own, anew each time. Rejects with a `WorkbookError`. */
export function exportAudit(session: Session, audit: Audit, now: Date): Promise<Export> {
  return guarded(() =>
    runAsOneStep(async (context): Promise<Export> => {
      const plan = await planOwnSheet(
        context,
        "audit",
        auditTexts(session.language).sheet,
        auditContent(session, audit, now),
      );
      if (plan.refusal) return { kind: "refused", refusal: plan.refusal };
      return { kind: "written", place: await maybeHalfway(writeOwnSheet(context, plan)) };
    }),
  );
}
