import { rangeAt } from "../ranges";
import type { Session } from "../../functions";
import { deleteOwnSheet, findOwnSheet, planOwnSheet, writeOwnSheet } from "../own-sheet/own-sheet";
import { areAmong } from "../../sheets/share/ledger/as-now";
import { WorkbookError } from "../../sheets/workbook-error";
import { runUngrouped } from "../one-step";
import { ledgerTexts } from "../../sheets/share/ledger/texts";
import { type Ledger, readRow, ledgerContent, type SharedFormula } from "../../sheets/share/ledger/ledger";
import type { Place } from "../../sheets/notation/place";
import type { OwnSheetPlan } from "../../sheets/own-sheet/plan";

/** The replaced formulas a workbook keeps; none when it has no such sheet. What somebody has spoilt is left out. */
export async function readLedger(context: Excel.RequestContext): Promise<Ledger> {
  const sheet = await findOwnSheet(context, "formulas");
  if (!sheet) return { formulas: [], line: "", sheet: "" };
  const range = rangeOf(context, sheet.place);
  await context.sync();
  return { formulas: formulasIn(range), line: String(range.values[1]?.[0] ?? ""), sheet: sheet.place.sheet };
}

/** Refuses where the sheet of replaced formulas is not as it was read: another Orebook has written there since. */
export async function requireLedger(context: Excel.RequestContext, earlier: Ledger): Promise<void> {
  const { sheet, formulas } = await readLedger(context);
  if (JSON.stringify(formulas) !== JSON.stringify(earlier.formulas)) throw new WorkbookError("changed", sheet);
}

function rangeOf(context: Excel.RequestContext, place: Place): Excel.Range {
  return rangeAt(context, place).load("values,formulas");
}

function formulasIn({ values, formulas }: Excel.Range): SharedFormula[] {
  return values.flatMap((cells, i) => readRow(cells, formulas[i]!.at(-1)) ?? []);
}

/**
 * Writes the sheet of replaced formulas as it was planned. Gives what stood there when the message came, where that is not
 * `earlier` any more: somebody moved rows or gave one of the `sheets` another name, so that what was written is of yesterday.
 */
export async function writeLedger(
  context: Excel.RequestContext,
  plan: OwnSheetPlan,
  earlier: readonly SharedFormula[],
  sheets: readonly string[],
): Promise<{ readonly place: Place; readonly moved: readonly SharedFormula[] | undefined }> {
  const { worksheets } = context.workbook;
  let moved: SharedFormula[] | undefined;
  const place = await writeOwnSheet(context, plan, () => {
    const range = plan.sheet && rangeOf(context, plan.sheet.place);
    worksheets.load("items/name");
    return () => {
      const found = range ? formulasIn(range) : [...earlier];
      const names = worksheets.items.map(({ name }) => name);
      const isSame = JSON.stringify(found) === JSON.stringify(earlier) && sheets.every((name) => names.includes(name));
      moved = isSame ? undefined : found;
    };
  });
  return { place, moved };
}

/**
 * Writes the sheet of replaced formulas anew where the workbook has one. `keep` gives what is to stay of those that it has,
 * which are read anew, for their places may have moved; `from`: what it has, where it says what is no longer so. Gives
 * whether nothing is left on it and it is to go, with `dropSheet`; where the workbook keeps its sheets protected it stays.
 */
export async function rewriteLedger(
  context: Excel.RequestContext,
  session: Session,
  keep: (formulas: readonly SharedFormula[]) => readonly SharedFormula[],
  line?: string,
  from?: readonly SharedFormula[],
): Promise<boolean> {
  const sheet = await findOwnSheet(context, "formulas");
  if (!sheet) return false;
  const { worksheets, protection } = context.workbook;
  protection.load("protected");
  worksheets.load("items/name");
  const now = await readLedger(context);
  const formulas = keep(from ?? now.formulas);
  if (formulas.length === 0 && !protection.protected) return true;
  const sheets = worksheets.items.map(({ name }) => name);
  const content = ledgerContent(session, { formulas, line: line ?? now.line });
  const plan = await planOwnSheet(context, "formulas", ledgerTexts[session.language].sheet, content);
  const { moved } = await writeLedger(context, plan, now.formulas, sheets);
  return moved && !from ? rewriteLedger(context, session, keep, line, moved) : false;
}

/** Takes away a sheet of Orebook's, in a run of its own: Excel can never undo that. One that keeps other formulas than those that are `done` stays. */
export function dropSheet(key: "formulas" | "sources", done: readonly SharedFormula[] = []): Promise<void> {
  return runUngrouped(async (context) => {
    const sheet = await findOwnSheet(context, key);
    if (!sheet) return;
    if (key === "formulas" && !areAmong((await readLedger(context)).formulas, done)) return;
    deleteOwnSheet(context, key, sheet);
    await context.sync();
  });
}
