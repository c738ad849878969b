/** The audit in the workbench: how it follows what happens to the workbook; of a large one its progress, and the time it takes. */
import { eventually } from "../eventually";
import { deskForAll } from "../desk";
import { openTab } from "../open-tab";

const desk = deskForAll();

const COPPER = '=METALS.IMPORTS("copper",2024)';

test("two thousand formulas on twenty sheets are audited, with progress on the way", async () => {
  await desk().page.evaluate(async () => {
    const { workbook } = window.orebookHost;
    const metals = ["copper", "zinc", "lead", "tin", "nickel"];
    for (let number = 0; number < 20; number++) {
      const { id } = workbook.sheets.add(`Sheet ${number}`);
      workbook.cells.enter(
        { sheet: id, row: 0, column: 0, rowCount: 20, columnCount: 5 },
        Array.from({ length: 20 }, (_, row) =>
          metals.map((metal) => `=METALS.IMPORTS("${metal}",${2012 + (row % 12)})`),
        ),
      );
    }
    await workbook.calculation.settled();
  });
  await desk()
    .pane()
    .evaluate(() => {
      const seen = { told: new Set<number>(), began: performance.now(), took: 0 };
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const bar = document.querySelector<HTMLProgressElement>(".running progress");
        if (bar) seen.told.add(bar.value);
        if (seen.took === 0 && /formulas/.test(document.querySelector(".audit-summary")?.textContent ?? ""))
          seen.took = performance.now() - seen.began;
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      document.querySelector<HTMLElement>("#tab-workbook")!.click();
    });
  await desk()
    .pane()
    .locator(".audit-summary")
    .filter({ hasText: /2,0\d\d formulas/ })
    .waitFor();
  const { steps, took } = await desk()
    .pane()
    .evaluate(() => {
      const { told, took } = (window as unknown as { seen: { told: Set<number>; took: number } }).seen;
      return { steps: told.size, took };
    });
  process.stdout.write(
    `The audit of 2,000 formulas on 20 sheets took ${Math.round(took)} ms, with ${steps} steps of progress.\n`,
  );
  expect(steps).toBeGreaterThan(10);
});

test("an audit that is open shows at once what Repair did, and says when somebody types", async () => {
  const shown = (selector: string) => desk().pane().locator(`.panel:not([hidden]) ${selector}`);
  await desk().host.enter("H5", [['=_xldudf_METALS_IMPORTS("copper",2024)']]);
  await desk().holds("H5", [["#NAME?"]]);
  await openTab(desk().pane(), "audit");
  await shown(".audit-row").filter({ hasText: "not recognised" }).waitFor();
  await desk().press("Repair");
  await desk().holds("H5", [[67330000000]]);
  await shown(".audit-row")
    .filter({ hasText: /^H5\s*67,330,000,000/ })
    .waitFor();
  await desk().settled();
  expect(await shown(".audit-outdated").isVisible()).toBe(false);
  await desk().type("A20", COPPER);
  await shown(".audit-outdated").waitFor();
  await desk().screenshot("audit-outdated-workbench");
  await shown(".audit-outdated button").click();
  await eventually(() => shown(".audit-outdated").isVisible(), false);
});
