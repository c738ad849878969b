/** The gallery of prebuilt tables in the pane as it ships: what it shows, and what reaches the sheet. */
import type { Locator } from "playwright-core";
import { paneForAll } from "./harness";
import { keyboardOf } from "./keyboard";
import { faultsOf } from "./views";

const opened = paneForAll(320);
const { press, stopsTo } = keyboardOf(opened);

const at = (selector: string): Locator => opened().pane.locator(selector);
const says = (text: string | RegExp): Promise<void> =>
  at(".panel:not([hidden]) .notice-text").filter({ hasText: text }).waitFor();

const charts = () => opened().page.evaluate(() => window.orebookHost.workbook.charts.list());

async function open(name: string | RegExp): Promise<void> {
  await at("#tab-tables").click();
  if ((await at(".gallery-row").count()) === 0) await at(".panel:not([hidden]) .back-button").click();
  await at(".gallery-row")
    .filter({ has: at(".gallery-name").filter({ hasText: name }) })
    .click();
}

test("by keyboard alone: arrow keys to the tab, down the gallery, Enter into a table, Escape back", async () => {
  await at("#tab-find").focus();
  await press("ArrowRight");
  await at("#panel-tables .gallery-row").first().waitFor();
  // Past the menu of the tabs that do not fit.
  expect((await stopsTo(".gallery-row")).length).toBeLessThanOrEqual(3);
  await press("End", "Enter");
  await at(".table-preview").waitFor();
  await press("Escape");
  expect(
    await at(".gallery-row")
      .last()
      .evaluate((row) => row === document.activeElement),
  ).toBe(true);
});

test("live formulas with title, unit line, header, sources and formats, taken back by one Undo", async () => {
  await opened().host.select("B2");
  await open("Annual metal prices");
  await at(".field input").nth(0).fill("2023");
  await at(".field input").nth(1).fill("2024");
  await at(".field input").nth(1).press("Tab");
  await says("Sheet1!B2:I");
  await at(".insert-primary:not([disabled])").click();
  await says("Inserted in Sheet1!B2:I");
  // What is there now is no news: it is looked at again, and the words stay with their Undo.
  await opened().host.select("B2");
  await at(".panel:not([hidden]) .insert-over:not([hidden])").waitFor();
  await says("Inserted in Sheet1!B2:I");
  const { formulas, numberFormats } = await opened().host.read("B2:D7");
  expect(formulas.map((row) => row[0])).toEqual([
    "Annual metal prices, 2023 to 2024",
    expect.stringContaining("US dollars per tonne"),
    expect.stringContaining("CFR China"),
    "Year",
    2023,
    2024,
  ]);
  expect(formulas[4]!.slice(1)).toEqual(['=METALS.PRICE("copper",2023)', '=METALS.PRICE("aluminium",2023)']);
  expect(numberFormats[4]).toEqual(["General", "#,##0.00", "#,##0.00"]);
  expect((await opened().host.read("B8")).values[0]![0]).toMatch(/^Sources: World Bank/);
  await at(".undo").click();
  await says("is as it was");
  expect((await opened().host.read("B2:D7")).formulas.flat().every((cell) => cell === "")).toBe(true);
});

test("across the sheet: one formula that spills, each row with its format; a preview of just that", async () => {
  await opened().host.select("B30");
  await open("rare-earth quotas by year");
  await at(".field input").nth(0).fill("2023");
  await at(".field input").nth(1).fill("2024");
  await at(".field input").nth(1).press("Tab");
  await at("#panel-tables select").last().selectOption("turned");
  await at(".table-preview th[scope=row]")
    .filter({ hasText: /^Mining$/ })
    .waitFor();
  await says("Sheet1!B30:D");
  await at(".insert-primary:not([disabled])").click();
  await says("Inserted in Sheet1!B30:D");
  const { formulas, numberFormats } = await opened().host.read("B30:C40");
  const head = formulas.findIndex(([cell]) => String(cell).startsWith("="));
  expect(formulas.slice(0, head).map(([cell]) => cell)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^China's rare-earth quotas, 2023 to 2024/),
      expect.stringMatching(/^Sources: /),
    ]),
  );
  expect(formulas[head]![0]).toBe('=TRANSPOSE(METALS.TABLE("rare earth quotas",,2023,2024))');
  expect(numberFormats.slice(head, head + 3)).toEqual([
    ["General", "General"],
    ["General", "#,##0"],
    ["General", "0.0%"],
  ]);
  await at(".undo").click();
  await says("is as it was");
  await at("#panel-tables select").last().selectOption("");
});

test("values with shares as per cent; a place that is not free is not written to", async () => {
  await opened().host.enter("M4", [["mine"]]);
  await opened().host.select("M2");
  await open(/^World production by country$/);
  await at('.panel:not([hidden]) .segment:has([value="values"])').click();
  await says(/is not empty: 1 of \d+ cells/);
  await at(".insert-primary").filter({ hasText: "Insert in M5" }).click();
  await says("Inserted in Sheet1!M5:");
  expect((await opened().host.read("M4")).values).toEqual([["mine"]]);
  const { formulas, numberFormats } = await opened().host.read("M8:T8");
  expect(formulas[0]![0]).toBe("China");
  expect(formulas[0]!.every((cell) => !String(cell).startsWith("="))).toBe(true);
  expect(numberFormats[0]!.at(-1)).toBe("0.0%");
});

test("a table comes with a chart that covers nothing, and Undo takes both away", async () => {
  await opened().host.select("A40");
  await open("rare-earth quotas by year");
  await at(".panel:not([hidden]) .chart-check fluent-checkbox").click();
  await says("Sheet1!A40:");
  await at(".panel:not([hidden]) .insert-primary:not([disabled])").click();
  await says("Inserted in Sheet1!A40:");
  expect((await charts()).map(({ type, properties }) => [type, properties["series.0.name"]])).toEqual([
    ["ColumnClustered", "Mining"],
  ]);
  await at(".panel:not([hidden]) .undo").click();
  await says("is as it was");
  expect(await charts()).toEqual([]);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong and nothing is wider than the pane in the %s theme",
  async (colorScheme) => {
    await opened().page.emulateMedia({ colorScheme });
    await open("dependence");
    expect(await faultsOf(opened())).toEqual([]);
    await opened().screenshot(`pane-tables-${colorScheme}`);
  },
);

test("neither page reported an error, and nothing was asked of Excel that the host does not have", async () => {
  expect(opened().problems).toEqual([]);
  expect((await opened().host.log()).apiNotFound).toEqual([]);
});
