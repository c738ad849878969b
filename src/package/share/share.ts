import type { Session } from "../../functions";
import { auditScan } from "../../sheets/audit/audit";
import type { Job } from "../../sheets/job";
import { freeSheetName } from "../../sheets/own-sheet/sheet-name";
import { planShare, type SharePlan } from "../../sheets/share/plan";
import { sourcesContent } from "../../sheets/sources/content";
import { sourcesTexts } from "../../sheets/sources/texts";
import { sourceUses } from "../../sheets/sources/uses";
import type { Content } from "../../sheets/write/content";
import type { Scalar } from "../../sheets/formula";
import type { SavedWorkbook } from "../saved-workbook";
import { recordIn } from "../standing";
import { addSheet } from "./new-sheet";

/**
 * Puts values in place of every formula that asks Orebook and adds a sheet of sources, so that the workbook reads well
 * without the add-in; the original keeps the formulas. Nothing is changed where the plan has obstacles.
 */
export async function shareSaved(
  workbook: SavedWorkbook,
  session: Session,
  now: Date,
  job: Job = {},
): Promise<SharePlan> {
  const { scan, file } = workbook;
  const { entries } = await auditScan(session, scan, recordIn(file).tables, job);
  const plan = planShare(scan, entries, { kind: "workbook" });
  if (plan.obstacles.length > 0) return plan;
  for (const { entry, values } of plan.conversions) {
    const { sheetId, row, column } = entry.place;
    const patch = workbook.patch(sheetId);
    values.forEach((line, r) =>
      line.forEach((content, c) => patch.freeze({ row: row + r, column: column + c, value: scalarOf(content) })),
    );
  }
  file.forgetCalculationOrder();
  const name = freeSheetName(
    sourcesTexts(session.language).sheet,
    scan.sheets.map((sheet) => sheet.name),
  );
  addSheet(file, name, sourcesContent(session, sourceUses(session, entries), now));
  return plan;
}

function scalarOf(content: Content): Scalar {
  if (content !== null && typeof content === "object" && "formula" in content)
    throw new RangeError("a value was to take the place of a formula");
  return content;
}
