/** What the pane, as it ships, tells of the selected cell. */
import type { Locator } from "playwright-core";
import { paneForAll } from "./harness";

const opened = paneForAll(320);

const at = (selector: string): Locator => opened().pane.locator(selector);

async function select(address: string): Promise<void> {
  await opened().host.select(address);
  await at("#panel-cell h1")
    .filter({ hasText: `Sheet1!${address}` })
    .waitFor();
}

test("the tab is in sight in the narrowest pane, beside all the others", async () => {
  for (const id of ["find", "tables", "evidence", "formulas", "workbook", "help", "settings"])
    expect([id, await at(`#tab-${id}`).isVisible()]).toEqual([id, true]);
  await at("#tab-formulas").click();
  await at("#panel-cell h1").waitFor();
});

test("the explanation follows the selection, and reads the cells that a formula refers to", async () => {
  await opened().host.enter("A1:A2", [["copper"], ["=METALS.PRICE(A1,2024)"]]);
  await select("A2");
  await at(".call-value").filter({ hasText: "9,142.14" }).waitFor();
  expect(await at(".ground").textContent()).toMatch(/World Bank.*Monthly Prices: Copper/);
  await select("A1");
  await at(".cell-content").filter({ hasText: "asks nothing of Orebook" }).waitFor();
});

test("the series of a formula is one key away, and Escape leads back", async () => {
  await opened().host.enter("C1", [['=REE.QUOTA(2023,"mining")']]);
  await select("C1");
  await at(".call-series button").press("Enter");
  await at("#panel-cell .readout").filter({ hasText: "255,000 t REO" }).waitFor();
  await opened().page.keyboard.press("Escape");
  await at(".call-value").filter({ hasText: "255,000" }).waitFor();
});

test("a cell of an inserted table of values is told by the formula that gives the same", async () => {
  await opened().host.select("F10");
  await at("#tab-tables").click();
  await at(".gallery-row").filter({ hasText: "Annual metal prices" }).click();
  await at('#panel-tables .segment:has([value="values"])').click();
  await at("#panel-tables .insert-primary:not([disabled])").click();
  await at("#panel-tables .notice-text").filter({ hasText: "Inserted in Sheet1!F10" }).waitFor();
  await at("#tab-formulas").click();
  await select("G14");
  await at(".cell-content").filter({ hasText: "Part of the inserted table" }).waitFor();
  expect(await at(".cell-formula").textContent()).toBe('=METALS.PRICE("copper",1960)');
  expect(await at(".call-value").textContent()).toBe("678.7558333 USD/t");
});

test("a calculation with several calls is told call by call", async () => {
  await opened().host.enter("P1", [['=METALS.IMPORTS("copper",2024)/METALS.IMPORTS("copper",2012)-1']]);
  await select("P1");
  await at(".call-card").nth(1).waitFor();
  expect(await at(".call-value").allTextContents()).toEqual(["67,330,000,000 USD", "16,930,000,000 USD"]);
});

test("neither page reported an error, and nothing was asked of Excel that the host does not have", async () => {
  expect(opened().problems).toEqual([]);
  expect((await opened().host.log()).apiNotFound).toEqual([]);
});
