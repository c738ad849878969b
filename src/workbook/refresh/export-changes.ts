import type { Session } from "../../functions";
import type { Comparison } from "../../sheets/refresh/comparison";
import { changesContent } from "../../sheets/refresh/content";
import { refreshTexts } from "../../sheets/refresh/texts";
import { exportSheet, type SheetExport } from "../own-sheet/own-sheet";

/** Writes what would change as a sheet of its own, anew each time. Rejects with a `WorkbookError`. */
export function exportChanges({ language }: Session, comparison: Comparison, now: Date): Promise<SheetExport> {
  return exportSheet("changes", refreshTexts[language].sheet.name, () => changesContent(comparison, language, now));
}
