import type { Session } from "../../functions";
import type { Language } from "../../query/describe";
import { runAsOneStep } from "../one-step";
import { momentText, planOwnSheet, writeOwnSheet, type SheetContent, type SheetRefusal } from "../own-sheet";
import type { Place } from "../place";
import type { WorkbookStanding } from "../record";
import { guarded, maybeHalfway } from "../workbook-error";
import { changeLines } from "./change-lines";
import type { Comparison } from "./difference";
import { refreshTexts } from "./texts";

export type ChangesExport =
  { readonly kind: "written"; readonly place: Place } | { readonly kind: "refused"; readonly refusal: SheetRefusal };

const WIDTHS = [18, 48, 16, 16, 16, 24, 36, 48];

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

export function changesContent(comparison: Comparison, language: Language, now: Date): SheetContent {
  const { sheet, standing } = refreshTexts(language);
  const { from, to, formulas, tables } = comparison;
  const lines = changeLines(comparison, language);
  const named = ({ release, day }: WorkbookStanding) => standing(release ?? "", day);
  return {
    title: sheet.title,
    lines: [sheet.way(named(from), named(to)), sheet.written(momentText(now), lines.length, formulas, tables.length)],
    tables: [
      {
        columns: sheet.headers.map((header, i) => ({ header, width: WIDTHS[i]! })),
        rows: lines.map(({ address, what, old, new: changed, difference, reason, source, note }) => [
          address,
          what,
          old,
          changed,
          difference,
          reason,
          source,
          note,
        ]),
      },
    ],
  };
}
