import type { Session } from "../../functions";
import { deleteOwnSheet, findOwnSheet, planOwnSheet, writeOwnSheet } from "../own-sheet/own-sheet";
import { runUngrouped } from "../one-step";
import { ledgerTexts } from "../../sheets/share/ledger/texts";
import { type Ledger, readRow, ledgerContent } from "../../sheets/share/ledger/ledger";

/** The replaced formulas a workbook keeps; none when it has no such sheet. What somebody has spoilt is left out. */
export async function readLedger(context: Excel.RequestContext): Promise<Ledger> {
  const sheet = await findOwnSheet(context, "formulas");
  if (!sheet) return { formulas: [], line: "", sheet: "" };
  const { sheetId, row, column, rows, columns } = sheet.place;
  const range = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, rows, columns);
  range.load("values,formulas");
  await context.sync();
  const { values, formulas: entries } = range;
  return {
    formulas: values.flatMap((cells, i) => readRow(cells, entries[i]!.at(-1)) ?? []),
    line: String(values[1]?.[0] ?? ""),
    sheet: sheet.place.sheet,
  };
}

/** Writes the sheet of replaced formulas anew where the workbook has one. Gives whether nothing is left on it and it is to go, with `dropSheet`; where the workbook keeps its sheets protected it stays. */
export async function rewriteLedger(
  context: Excel.RequestContext,
  session: Session,
  ledger: Omit<Ledger, "sheet">,
): Promise<boolean> {
  const sheet = await findOwnSheet(context, "formulas");
  if (!sheet) return false;
  context.workbook.protection.load("protected");
  await context.sync();
  if (ledger.formulas.length === 0 && !context.workbook.protection.protected) return true;
  await writeOwnSheet(
    context,
    await planOwnSheet(context, "formulas", ledgerTexts(session.language).sheet, ledgerContent(session, ledger)),
  );
  return false;
}

/** Takes away a sheet of Orebook's, in a run of its own: Excel can never undo that. */
export function dropSheet(key: "formulas" | "sources"): Promise<void> {
  return runUngrouped(async (context) => {
    const sheet = await findOwnSheet(context, key);
    if (!sheet) return;
    deleteOwnSheet(context, key, sheet);
    await context.sync();
  });
}
