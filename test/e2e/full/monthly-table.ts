/** The table of magnet exports by month as values, on a sheet of its own: what a newer data release makes longer. */
import type { Desk } from "../desk";

/** The series that its column shows. */
export const MAGNETS = "exports.rare-earth-magnets.chn.wld.weight.customs.m";

/** Inserts it at Rows!B2, with the pane, its months as words. Gives where it stands, without the sheet: `B2:C25`. */
export async function insertMonthlyTable(desk: Desk): Promise<string> {
  const shown = (selector: string) => desk.pane().locator(`#panel-tables ${selector}`);
  await desk.page.evaluate(() => window.orebookHost.workbook.sheets.add("Rows"));
  await desk.host.select("Rows!B2");
  await desk.pane().locator("#tab-tables").click();
  await shown(".gallery-row")
    .filter({ hasText: /by month/i })
    .first()
    .click();
  await shown('.segment:has([value="values"])').click();
  const options = shown(".options-toggle");
  if ((await options.getAttribute("aria-expanded")) === "false") await options.click();
  await shown(".dates-check fluent-checkbox").click();
  await shown(".notice-text")
    .filter({ hasText: /Rows!B2:.*empty/ })
    .waitFor();
  await shown(".insert-primary:not([disabled])").click();
  await shown(".notice-text").filter({ hasText: "Inserted in Rows!B2" }).waitFor();
  return /Rows!(B2:[A-Z]\d+)/.exec(await shown(".notice-text").innerText())![1]!;
}
