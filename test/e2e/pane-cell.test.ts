/** What the pane, as it ships, tells of the selected cell. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { DIST } from "../../tools/build/build";
import { openHost, type Opened } from "./harness";

jest.setTimeout(120_000);

let opened: Opened;

beforeAll(async () => {
  if (!existsSync(join(DIST, "taskpane.html"))) throw new Error("There is no dist/: run npm run build first");
  opened = await openHost({ addin: DIST, paneWidth: 320 });
  opened.page.setDefaultTimeout(10_000);
  await at("#tab-find").waitFor();
  // The five tabs of reading fit side by side in the narrowest pane.
  expect(await at("#tab-cell").isVisible()).toBe(true);
  await at("#tab-cell").click();
});

afterAll(() => opened.close());

const at = (selector: string): Locator => opened.pane.locator(selector);

async function select(address: string): Promise<void> {
  await opened.host.select(address);
  await at("#panel-cell h1").filter({ hasText: `Sheet1!${address}` }).waitFor();
}

test("the explanation follows the selection, and reads the cells that a formula refers to", async () => {
  await opened.host.enter("A1:A2", [["copper"], ["=METALS.PRICE(A1,2024)"]]);
  await select("A2");
  await at(".call-value").filter({ hasText: "9,142.14" }).waitFor();
  expect(await at(".ground").textContent()).toMatch(/World Bank.*Monthly Prices: Copper/);
  await select("A1");
  await at(".cell-content").filter({ hasText: "asks nothing of Orebook" }).waitFor();
});

test("the series of a formula is one key away, and Escape leads back", async () => {
  await opened.host.enter("C1", [['=REE.QUOTA(2023,"mining")']]);
  await select("C1");
  await at(".call-series button").press("Enter");
  await at("#panel-cell .readout").filter({ hasText: "255,000 t REO" }).waitFor();
  await opened.page.keyboard.press("Escape");
  await at(".call-value").filter({ hasText: "255,000" }).waitFor();
});

test("neither page reported an error, and nothing was asked of Excel that the host does not have", async () => {
  expect(opened.problems).toEqual([]);
  expect((await opened.host.log()).apiNotFound).toEqual([]);
});
