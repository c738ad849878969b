/** The formula builder in the pane as it ships: by keyboard alone from the list of functions to the cell. */
import type { Locator } from "playwright-core";
import { paneForAll } from "./harness";
import { faultsOf } from "./views";
import { openTab } from "./open-tab";

const opened = paneForAll(320);

const at = (selector: string): Locator => opened().pane.locator(selector);
const says = (text: string | RegExp): Promise<void> =>
  at("#panel-builder .notice-text").filter({ hasText: text }).waitFor();
const gives = (text: string | RegExp): Promise<void> =>
  at("#panel-builder .preview-result").filter({ hasText: text }).waitFor();
const field = (name: string): Locator => at(`[aria-describedby="argument-${name}"]`);

async function open(id: string): Promise<void> {
  await openTab(opened().pane, "builder");
  await at("#panel-builder :is(.function-row, .arguments)").first().waitFor();
  if ((await at("#panel-builder .function-row").count()) === 0) await at("#panel-builder .back-button").click();
  await at("#panel-builder .filter-bar input").fill(id);
  await at("#panel-builder .function-row").filter({ hasText: id }).first().click();
}

test("by keyboard alone: search a function, choose words, press Ctrl+Enter, and the formula is in the cell", async () => {
  const { keyboard } = opened().page;
  await opened().host.select("B3");
  await openTab(opened().pane, "builder");
  await at("#panel-builder .filter-bar input").focus();
  await keyboard.type("imports of a metal");
  await keyboard.press("Enter");
  await field("metal").waitFor();
  await keyboard.type("copp");
  await at(".combo-option").first().waitFor();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  expect(await field("metal").inputValue()).toBe("copper");
  await keyboard.press("Tab");
  await keyboard.press("Tab");
  expect(await field("period").evaluate((input) => input === document.activeElement)).toBe(true);
  await keyboard.type("2024");
  await gives("= 67,330,000,000 USD");
  await says("Goes into Sheet1!B3");
  await keyboard.press("Control+Enter");
  await says("Inserted in Sheet1!B3.");
  expect((await opened().host.read("B3")).formulas).toEqual([['=METALS.IMPORTS("copper",2024)']]);
  await at("#panel-builder .undo").click();
  await says("is as it was");
  expect((await opened().host.read("B3")).formulas).toEqual([[""]]);
});

test("arguments come from cells: typed, taken from the selection, and offered when they are near", async () => {
  await opened().host.enter("A6", [["zinc ores"]]);
  await opened().host.enter("B5", [[2024]]);
  await opened().host.select("A6");
  await open("METALS.IMPORTS");
  await field("period").fill("2024");
  await at('[aria-label="Take metal from the selected cell"]').click();
  await at("#argument-metal").filter({ hasText: "Sheet1!A6 holds zinc ores." }).waitFor();
  await says("refers to");
  await opened().host.select("B6");
  await says("Goes into Sheet1!B6");
  await field("period").fill("");
  await field("period").press("ArrowDown");
  const near = at(".combo-option").filter({ hasText: "B5" });
  await near.waitFor();
  await near.click();
  await at("#argument-period").filter({ hasText: "B5 holds 2024." }).waitFor();
  expect(await at("#panel-builder .preview-content").textContent()).toBe("=METALS.IMPORTS(A6,B5)");
  await says("Goes into Sheet1!B6");
  await at("#panel-builder .insert-primary:not([disabled])").click();
  await says("Inserted in Sheet1!B6.");
  expect((await opened().host.read("B6")).formulas).toEqual([["=METALS.IMPORTS(A6,B5)"]]);
});

test("a place that is typed is where it goes, and one that is not free is not written over", async () => {
  await opened().host.enter("D10", [["mine"]]);
  await open("METALS.PRICE");
  await field("metal").fill("copper");
  await field("period").fill("2024");
  await at("#panel-builder .options-toggle").click();
  await at("#panel-builder .target input").fill("D10");
  await at("#panel-builder .target input").press("Enter");
  await says("Sheet1!D10 is not empty.");
  await at("#panel-builder .insert-primary").filter({ hasText: "Insert in D11" }).click();
  await says("Inserted in Sheet1!D11.");
  expect((await opened().host.read("D10:D11")).formulas).toEqual([["mine"], ['=METALS.PRICE("copper",2024)']]);
});

test("from a series: the metal and the year of its formula come from cells, and the formula is inserted with references", async () => {
  await opened().host.enter("J20", [["copper"]]);
  await opened().host.enter("K18", [[2012]]);
  await opened().host.select("K20");
  await at("#tab-find").click();
  await at("fluent-text-input input").first().fill("imports copper ore value china customs");
  await at("#panel-find .series-row").first().click();
  // The options stand open as they were left in the builder.
  await at("#panel-find .from-cells summary").click();
  const fields = at("#panel-find .from-cells input");
  await fields.first().press("ArrowDown");
  await at("#panel-find .combo-option").filter({ hasText: "J20" }).click();
  await fields.nth(1).press("ArrowDown");
  await at("#panel-find .combo-option").filter({ hasText: "K18" }).click();
  await at("#panel-find .preview-result").filter({ hasText: "= 16,930,000,000 USD" }).waitFor();
  expect(await at("#panel-find .preview-content").textContent()).toBe("=METALS.IMPORTS(J20,K18)");
  await at("#panel-find .notice-text").filter({ hasText: "Goes into Sheet1!K20" }).waitFor();
  await at("#panel-find .insert-primary:not([disabled])").click();
  await at("#panel-find .notice-text").filter({ hasText: "Inserted in Sheet1!K20." }).waitFor();
  expect((await opened().host.read("K20")).formulas).toEqual([["=METALS.IMPORTS(J20,K18)"]]);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong and nothing is wider than the pane in the %s theme",
  async (colorScheme) => {
    await opened().page.emulateMedia({ colorScheme });
    await open("METALS.SERIES");
    await field("indicator").fill("quota minning");
    await at("#argument-indicator .link-button").first().waitFor();
    await at("#panel-builder .more-arguments summary").click();
    expect(await faultsOf(opened())).toEqual([]);
    await opened().screenshot(`pane-builder-${colorScheme}`);
  },
);

test("neither page reported an error, and nothing was asked of Excel that the host does not have", async () => {
  expect(opened().problems).toEqual([]);
  expect((await opened().host.log()).apiNotFound).toEqual([]);
});
