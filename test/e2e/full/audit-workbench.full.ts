/** The audit of a large workbook in the workbench, with its progress, and the time it takes. */
import { deskForAll } from "../desk";

jest.setTimeout(120_000);

const desk = deskForAll();

test("two thousand formulas on twenty sheets are audited, with progress on the way", async () => {
  await desk().page.evaluate(async () => {
    const { workbook } = window.orebookHost;
    const metals = ["copper", "zinc", "lead", "tin", "nickel"];
    for (let number = 0; number < 20; number++) {
      const { id } = workbook.sheets.add(`Sheet ${number}`);
      workbook.cells.enter({ sheet: id, row: 0, column: 0, rowCount: 20, columnCount: 5 }, Array.from({ length: 20 }, (_, row) => metals.map((metal) => `=METALS.IMPORTS("${metal}",${2012 + (row % 12)})`)));
    }
    await workbook.calculation.settled();
  });
  await desk().pane().evaluate(() => {
    const seen = { told: new Set<number>(), began: performance.now(), took: 0 };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>(".running progress");
      if (bar) seen.told.add(bar.value);
      if (seen.took === 0 && /formulas/.test(document.querySelector(".audit-summary")?.textContent ?? "")) seen.took = performance.now() - seen.began;
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    document.querySelector<HTMLElement>("#tab-audit")!.click();
  });
  await desk().pane().locator(".audit-summary").filter({ hasText: /2,0\d\d formulas/ }).waitFor();
  const { steps, took } = await desk().pane().evaluate(() => {
    const { told, took } = (window as unknown as { seen: { told: Set<number>; took: number } }).seen;
    return { steps: told.size, took };
  });
  process.stdout.write(`The audit of 2,000 formulas on 20 sheets took ${Math.round(took)} ms, with ${steps} steps of progress.\n`);
  expect(steps).toBeGreaterThan(10);
});
