import type { Session } from "../../functions";
import { deleteOwnSheet, findOwnSheet, planOwnSheet, writeOwnSheet } from "../own-sheet/own-sheet";
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

/** Writes the sheet of replaced formulas anew where the workbook has one. When nothing is left on it, it goes, unless the workbook keeps its sheets protected. */
export async function rewriteLedger(
  context: Excel.RequestContext,
  session: Session,
  ledger: Omit<Ledger, "sheet">,
): Promise<void> {
  const sheet = await findOwnSheet(context, "formulas");
  if (!sheet) return;
  context.workbook.protection.load("protected");
  await context.sync();
  if (ledger.formulas.length > 0 || context.workbook.protection.protected) {
    await writeOwnSheet(
      context,
      await planOwnSheet(context, "formulas", ledgerTexts(session.language).sheet, ledgerContent(session, ledger)),
    );
  } else {
    deleteOwnSheet(context, "formulas", sheet);
    await context.sync();
  }
}
