import type { Session } from "../../functions";
import { runAsOneStep } from "../one-step";
import { planOwnSheet, writeOwnSheet } from "../own-sheet/own-sheet";
import type { SheetRefusal } from "../../sheets/own-sheet/plan";
import type { Place } from "../../sheets/notation/place";
import { guarded, maybeHalfway } from "../../sheets/workbook-error";
import type { Comparison } from "../../sheets/refresh/comparison";
import { refreshTexts } from "../../sheets/refresh/texts";
import { changesContent } from "../../sheets/refresh/content";

export type ChangesExport =
  { readonly kind: "written"; readonly place: Place } | { readonly kind: "refused"; readonly refusal: SheetRefusal };

/** Writes what would change as a sheet of its own, anew each time. Rejects with a `WorkbookError`. */
export function exportChanges({ language }: Session, comparison: Comparison, now: Date): Promise<ChangesExport> {
  return guarded(() =>
    runAsOneStep(async (context): Promise<ChangesExport> => {
      const plan = await planOwnSheet(
        context,
        "changes",
        refreshTexts(language).sheet.name,
        changesContent(comparison, language, now),
      );
      if (plan.refusal) return { kind: "refused", refusal: plan.refusal };
      return { kind: "written", place: await maybeHalfway(writeOwnSheet(context, plan)) };
    }),
  );
}
