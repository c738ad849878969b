import { addressOf } from "../../sheets/notation/place";
import { portion, type Job } from "../../sheets/job";
import { orHalfway, WorkbookError } from "../../sheets/workbook-error";
import { changedSince, notWritten } from "./check";
import type { Write } from "../../sheets/write/content";
import { writeCells } from "./write-cells";

/**
 * Writes contents where `before` still stands, looks whether they are there, and puts back what was before when they are
 * not, when Excel refuses in between, and when the job is cancelled: either all of it happens or nothing. Where Excel takes nothing any more it
 * rejects as `halfway`.
 */
export async function replaceCells(
  context: Excel.RequestContext,
  writes: readonly Write[],
  before: readonly Write[],
  mayHide: (sheetId: string) => boolean,
  job: Job = {},
): Promise<void> {
  const [changed] = await changedSince(context, before);
  if (changed) throw new WorkbookError("changed", await addressIn(context, changed));
  try {
    await writeCells(context, writes, mayHide, portion(job, 0, 0.9));
    const missing = await notWritten(context, writes);
    if (missing.length > 0) throw new WorkbookError("failed", "Excel did not keep what was written");
  } catch (error) {
    // `orHalfway` leaves a group that Excel refused to whoever runs it.
    await orHalfway(error, () => writeCells(context, before, mayHide));
    throw error;
  }
}

async function addressIn(context: Excel.RequestContext, { sheetId, row, column }: Write): Promise<string> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  sheet.load("name");
  await context.sync();
  return addressOf({ sheetId, sheet: sheet.name, row, column, rows: 1, columns: 1 });
}
