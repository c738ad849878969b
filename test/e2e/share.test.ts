/** Sharing, auditing and repairing with the add-in as it ships, run by the real office.js inside the page that plays Excel. */
import type { Locator } from "playwright-core";
import type { CellValue, Matrix } from "../../workbench/host/workbook-model";
import { trueBranch } from "../fixtures/if-true";
import { computed, startEngine } from "./addin-engine";
import { eventually } from "./eventually";
import { browserForAll, openPane } from "./harness";
import { openForAll, openForEach, orClose } from "./held";
import { faultsOf } from "./views";
import { openTab } from "./open-tab";

const COPPER = '=METALS.IMPORTS("copper",2024)';
const SERIES = '=METALS.SERIES("imports","copper",2023,2024)';
const QUOTA = '=REE.QUOTA(2025,"mining")';

/** Without the add-in every function of ours is `#NAME?`. */
let isLoaded = true;
beforeEach(() => void (isLoaded = true));

const engine = openForAll(
  () => startEngine(() => opened().host),
  (started) => started.close(),
);
const browser = browserForAll();
const opened = openForEach(
  () => openPane({ at: browser(), paneWidth: 320, evaluate }),
  async (pane) => {
    const { apiNotFound } = await orClose(pane.host.log(), pane.close);
    await pane.close();
    expect({ apiNotFound, problems: pane.problems }).toEqual({ apiNotFound: [], problems: [] });
  },
);

async function evaluate(formula: string): Promise<CellValue | Matrix<CellValue>> {
  if (!isLoaded && /METALS|REE/.test(formula)) return { error: "#NAME?" };
  // The engine at hand knows one cell and no other sheet.
  const branch = trueBranch(formula);
  if (branch !== undefined) return branch;
  return computed(engine(), formula);
}

const at = (selector: string): Locator => opened().pane.locator(selector);
const shown = (selector: string): Locator => at(`.panel:not([hidden]) ${selector}`);
const values = async (address: string) => (await opened().host.read(address)).values;
const formulas = async (address: string) => (await opened().host.read(address)).formulas;
const sheetNames = () =>
  opened().page.evaluate(() => window.orebookHost.workbook.sheets.list().map(({ name }) => name));
const activeSheet = () =>
  opened().page.evaluate(() => window.orebookHost.workbook.sheets.get(window.orebookHost.workbook.sheets.active)!.name);
const addSheet = (name: string) =>
  opened().page.evaluate((sheet) => window.orebookHost.workbook.sheets.add(sheet).id, name);
const says = (text: RegExp): Promise<void> => shown(".notice-text").filter({ hasText: text }).waitFor();

test("shared, opened without the add-in, restored with it: no error, every number, the sources; then every formula and value again", async () => {
  const sheet = `O'Brien's "Q2" (稀土)`;
  await addSheet(sheet);
  const quoted = `'O''Brien''s "Q2" (稀土)'`;
  await opened().host.enter("Sheet1!A1:C1", [[COPPER, `${COPPER}/1000000000`, QUOTA]]);
  await opened().host.enter("Sheet1!A3", [[SERIES]]);
  await opened().host.enter(`${quoted}!B2`, [[COPPER]]);
  const before = [await formulas("Sheet1!A1:C4"), await values("Sheet1!A1:C4")];

  await opened().host.command("share", "ShareButton");
  await shown("fluent-button[appearance=primary]:not([disabled])").click();
  await says(/^5 formulas replaced/);
  expect(await sheetNames()).toEqual(["Sheet1", sheet, "Sources", "Orebook formulas"]);
  expect(await opened().page.evaluate(() => window.orebookHost.runtime.startState)).toBe("Inactive");

  isLoaded = false;
  await opened().page.evaluate(() => {
    const { workbook } = window.orebookHost;
    workbook.calculation.recalculate(
      workbook.sheets.list().map(({ id }) => ({ sheet: id, row: 0, column: 0, rowCount: 1000, columnCount: 50 })),
    );
  });
  const everywhere = (
    await Promise.all(["Sheet1", quoted, "Sources", "'Orebook formulas'"].map((name) => values(`${name}!A1:H40`)))
  ).flat(2);
  expect(everywhere.filter((value) => typeof value === "object")).toEqual([]);
  expect(everywhere).toEqual(
    expect.arrayContaining([67330000000, 67.33, 2023, "n/a", "ANDAMAN PARTNERS (2025-08)", COPPER]),
  );

  isLoaded = true;
  await shown(".share-restore fluent-button:not([disabled])").click();
  await says(/are back/);
  expect(await shown(".share-details").textContent()).toBe("");
  expect([await formulas("Sheet1!A1:C4"), await values("Sheet1!A1:C4")]).toEqual(before);
  expect(await sheetNames()).toEqual(["Sheet1", sheet, "Sources"]);
});

test("the audit lists every formula, filters, and leads to the cell", async () => {
  await opened().host.enter("Sheet1!B2:B3", [[COPPER], [QUOTA]]);
  await opened().host.read("Sheet1!B2:B3");
  await openTab(opened().pane, "audit");
  await shown(".audit-row").nth(1).waitFor();
  expect(await shown(".audit-row").first().textContent()).toMatch(
    /B2.*67,330,000,000.*copper.*2024.*published.*ANDAMAN PARTNERS/,
  );
  await shown(".filter").filter({ hasText: "Errors" }).click();
  expect(await shown(".audit-row").count()).toBe(1);
  await shown(".audit-row").click();
  await opened().page.waitForFunction(() => window.orebookHost.workbook.selection.area.row === 2);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong in audit, share and help in the %s theme, 320 pixels wide",
  async (colorScheme) => {
    await opened().page.emulateMedia({ colorScheme });
    await opened().host.enter("Sheet1!B2:B4", [[COPPER], [QUOTA], ['=_xldudf_METALS_IMPORTS("copper",2024)']]);
    await opened().host.read("Sheet1!B2:B4");
    for (const [section, ready] of [
      ["audit", ".audit-row"],
      ["share", ".share-preview li, .share-preview p"],
      ["help", ".starts a"],
    ] as const) {
      await openTab(opened().pane, section);
      await shown(ready).first().waitFor();
      // A button that has just been switched on fades into its colours; what is wrong for good stays wrong.
      await eventually(async () => [section, await faultsOf(opened())], [section, []]);
      expect([section, await opened().pane.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual(
        [section, true],
      );
      await opened().screenshot(`${section}-${colorScheme}`);
    }
  },
);

test("the Sources button writes the sheet and goes there", async () => {
  await opened().host.enter("Sheet1!A1", [[COPPER]]);
  await opened().host.read("Sheet1!A1");
  await opened().host.command("sources", "SourcesButton");
  expect(await activeSheet()).toBe("Sources");
  expect((await values("Sources!A1:A6")).flat()).toEqual(
    expect.arrayContaining(["Sources of this workbook", "ANDAMAN PARTNERS (2025-08)"]),
  );
});

test("the Repair button enters formulas again that Excel did not recognise", async () => {
  isLoaded = false;
  await opened().host.enter("Sheet1!A1:A2", [['=_xldudf_METALS_IMPORTS("copper",2024)'], [COPPER]]);
  await opened().host.read("Sheet1!A1:A2");
  isLoaded = true;
  await opened().host.command("repair", "RepairButton");
  expect([await formulas("Sheet1!A1:A2"), await values("Sheet1!A1:A2")]).toEqual([
    [[COPPER], [COPPER]],
    [[67330000000], [67330000000]],
  ]);
});

test("after the Repair button the audit that is open shows the repaired formulas, and after somebody's edit it says so", async () => {
  isLoaded = false;
  await opened().host.enter("Sheet1!A1", [['=_xldudf_METALS_IMPORTS("copper",2024)']]);
  await opened().host.read("Sheet1!A1");
  await openTab(opened().pane, "audit");
  await shown(".audit-row").filter({ hasText: "not recognised" }).waitFor();
  isLoaded = true;
  await opened().host.command("repair", "RepairButton");
  await shown(".audit-row").filter({ hasText: "67,330,000,000" }).waitFor();
  expect(await shown(".audit-outdated").isVisible()).toBe(false);
  await opened().host.enter("Sheet1!A2", [[COPPER]]);
  await opened().host.read("Sheet1!A2");
  await shown(".audit-outdated").waitFor();
  await opened().screenshot("audit-outdated");
  await shown(".audit-outdated button").click();
  await shown(".audit-row").nth(1).waitFor();
  expect(await shown(".audit-outdated").isVisible()).toBe(false);
});

test.each([
  ["insertTable", "tables"],
  ["refresh", "updates"],
  ["help", "help"],
])("the %s button opens the pane at its place", async (name, section) => {
  await opened().host.command(name, `${name}Button`);
  await opened().pane.waitForFunction((id) => document.getElementById(`panel-${id}`)?.hidden === false, section);
});
