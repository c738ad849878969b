/** The task pane as it ships, run by the real office.js inside the page that plays Excel. */
import type { Locator } from "playwright-core";
import { paneForAll } from "./harness";
import { keyboardOf } from "./keyboard";
import { faultsOf } from "./views";

/** A window with room for a task pane as narrow as Excel makes it. */
const WINDOW = { width: 700, height: 760 };
const NARROW = 320;

const opened = paneForAll(NARROW);
const { tabTo } = keyboardOf(opened);

beforeAll(async () => {
  await opened().page.setViewportSize(WINDOW);
  // Into the pane, as a person gets there.
  await opened().page.keyboard.press("Tab");
});

const at = (selector: string): Locator => opened().pane.locator(selector);
const notice = (): Locator => at(".notice-text");
const active = (): Promise<string> => opened().pane.evaluate(() => document.activeElement?.className ?? "");

/** Searches and opens the best series, as a person with a keyboard does. */
async function open(words: string): Promise<void> {
  await opened().page.keyboard.press("Control+k");
  await opened().page.keyboard.press("Escape");
  await opened().page.keyboard.type(words);
  await at(".series-row").first().waitFor();
  await opened().page.keyboard.press("Enter");
  await at(".insert-panel").waitFor();
}

/** The formula or constant in a cell. */
async function cell(address: string): Promise<unknown> {
  return (await opened().host.read(address)).formulas[0]![0];
}

async function says(text: string | RegExp): Promise<void> {
  await notice().filter({ hasText: text }).waitFor();
}

beforeEach(async () => {
  await opened().page.keyboard.press("Control+k");
  await opened().page.keyboard.press("Escape");
  await at(".starts").waitFor();
});

describe("finding a series", () => {
  test("the pane starts with useful searches and says which data it has", async () => {
    expect(await at(".choice").count()).toBeGreaterThan(3);
    expect(await at(".pane-footer").textContent()).toMatch(/R2.*2026-11-28.*0\.2\.0/);
  });

  test("a search lists series with their last figure, and arrow keys move through them and back", async () => {
    await opened().page.keyboard.type("magnets US");
    await at(".series-row").first().waitFor();
    expect(await at(".series-row").first().textContent()).toMatch(/magnets to United States.*\d/);
    await opened().page.keyboard.press("ArrowDown");
    await opened().page.keyboard.press("ArrowDown");
    expect(
      await at(".series-row")
        .nth(1)
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
    await opened().page.keyboard.press("ArrowUp");
    await opened().page.keyboard.press("ArrowUp");
    expect(await active()).toContain("search-box");
  });

  test("the end of a long list is one key away", async () => {
    await opened().page.keyboard.type("imports");
    await at(".series-row").first().waitFor();
    await opened().page.keyboard.press("ArrowDown");
    await opened().page.keyboard.press("End");
    const rows = await at(".series-row").count();
    expect(rows).toBeGreaterThan(100);
    expect(
      await at(".series-row")
        .last()
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
  });

  test("a misspelt word that finds nothing offers the nearest ones", async () => {
    await opened().page.keyboard.type("zzcopper");
    await at(".no-results .choice").filter({ hasText: "Copper" }).click();
    expect(await at(".series-row").count()).toBeGreaterThan(0);
  });

  test("Escape goes from a series back to the row it was opened from", async () => {
    await opened().page.keyboard.type("copper imports");
    await at(".series-row").first().waitFor();
    await opened().page.keyboard.press("ArrowDown");
    await opened().page.keyboard.press("ArrowDown");
    await opened().page.keyboard.press("Enter");
    await at("h1").waitFor();
    await opened().page.keyboard.press("Escape");
    expect(
      await at(".series-row")
        .nth(1)
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
  });
});

describe("reading a series", () => {
  test("arrow keys on the chart choose the period; figure, source and formula follow", async () => {
    await open("rare earths mining quota");
    await at(".chart-slider").focus();
    await opened().page.keyboard.press("ArrowLeft");
    expect(await at(".chart-slider").getAttribute("aria-valuetext")).toMatch(/^2023: 255,000 t REO, published/);
    expect(await at(".readout").textContent()).toContain("255,000 t REO");
    expect(await at(".source-card h2").textContent()).toContain("2023");
    expect(await at(".preview-content").textContent()).toBe('=REE.QUOTA(2023,"mining")');
  });

  test("the table lists every period, and says why there is none where the data does", async () => {
    await open("rare earths mining quota");
    await at('.segment:has([value="table"])').click();
    expect(await at(".point-table").textContent()).toMatch(/2025Confidential.*2024270,000published/);
    await at(".period-button").filter({ hasText: "2022" }).click();
    expect(await at(".preview-content").textContent()).toBe('=REE.QUOTA(2022,"mining")');
  });

  test("the source opens in a window that learns nothing of the pane", async () => {
    await open("copper price");
    const link = at(".source-card a").filter({ hasText: "Open document" });
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await link.getAttribute("rel")).toContain("noopener");
    expect(await link.getAttribute("href")).toMatch(/^https:/);
    expect(await at(".citation").textContent()).toContain("World Bank (2026)");
  });
});

describe("copying", () => {
  test("the formula is copied as it is shown, even where Excel forbids its frames the clipboard", async () => {
    await opened().page.context().grantPermissions(["clipboard-read"]);
    await open("copper imports");
    await at(".preview fluent-button").click();
    await says("Formula copied");
    expect(await opened().page.evaluate(() => navigator.clipboard.readText())).toBe('=METALS.IMPORTS("copper",2024)');
  });
});

describe("inserting", () => {
  test("a formula, by keyboard alone, into the selected cell", async () => {
    await opened().host.select("B3");
    await opened().page.keyboard.type("copper imports");
    await at(".series-row").first().waitFor();
    await opened().page.keyboard.press("ArrowDown");
    await opened().page.keyboard.press("Enter");
    await says("Sheet1!B3, which is empty");
    await tabTo(".insert-primary");
    await opened().page.keyboard.press("Enter");
    await says("Inserted in Sheet1!B3");
    expect(await cell("B3")).toBe('=METALS.IMPORTS("copper",2024)');
    expect((await opened().host.read("B3")).numberFormats).toEqual([["#,##0"]]);
  });

  test("a value, with a number format that fits its unit", async () => {
    await opened().host.select("D3");
    await open("copper imports");
    await at(".segment").filter({ hasText: "Value" }).click();
    await at(".unit-select").selectOption("USD bn");
    await says("Sheet1!D3, which is empty");
    await opened().page.keyboard.press("Control+Enter");
    await says("Inserted in Sheet1!D3");
    expect(await opened().host.read("D3")).toMatchObject({
      values: [[67.33]],
      formulas: [[67.33]],
      numberFormats: [["#,##0.00"]],
    });
  });

  test("a cell that is not empty is never overwritten unasked; the next free one is offered", async () => {
    await opened().host.enter("F3:F4", [["mine"], ["too"]]);
    await opened().host.select("F3");
    await open("copper imports");
    await at(".segment").filter({ hasText: "Formula" }).click();
    await says("Sheet1!F3 is not empty");
    await at(".insert-primary").filter({ hasText: "Insert in F5" }).click();
    await says("Inserted in Sheet1!F5");
    expect(await cell("F3")).toBe("mine");
    expect(await cell("F5")).toBe('=METALS.IMPORTS("copper",2024)');
  });

  test("what was overwritten comes back with Undo, text that looks like a date included", async () => {
    await opened().host.enter("H3", [["'2024-06"]]);
    await opened().host.select("H3");
    await open("copper imports");
    await at(".segment").filter({ hasText: "Formula" }).click();
    await at(".insert-over").click();
    await says("Inserted in Sheet1!H3");
    expect(await cell("H3")).toBe('=METALS.IMPORTS("copper",2024)');
    await at(".undo").click();
    await says("Sheet1!H3 is as it was");
    expect((await opened().host.read("H3")).values).toEqual([["2024-06"]]);
  });

  test("Undo leaves a cell alone that was changed since", async () => {
    await opened().host.select("J3");
    await open("copper imports");
    await at(".insert-primary:not([disabled])").click();
    await says("Inserted in Sheet1!J3");
    await opened().host.enter("J3", [["mine now"]]);
    await at(".undo").click();
    await says("Not undone");
    expect(await cell("J3")).toBe("mine now");
  });

  test("a whole series as values: title, unit and header, and a row for every month, figure or not", async () => {
    await opened().host.select("L3");
    await open("magnet exports monthly weight world");
    await at(".segment").filter({ hasText: "Series" }).click();
    await at(".segment").filter({ hasText: "Values" }).click();
    await says("Sheet1!L3:M");
    await at(".insert-primary:not([disabled])").click();
    await says("Inserted in Sheet1!L3:M");
    const { values, numberFormats } = await opened().host.read("L3:M7");
    expect(values.slice(2)).toEqual([
      ["Period", "Value (t)"],
      [42_705, 2532],
      [42_736, { error: "#N/A" }],
    ]);
    expect([values[0]![0], numberFormats[3]![0]]).toEqual([expect.stringMatching(/magnet/i), "mmm yyyy"]);
  });

  test("a spill says how many of its cells are filled and finds room below", async () => {
    await opened().host.enter("P5", [[1]]);
    await opened().host.select("O3");
    await open("rare earths mining quota");
    await at(".segment").filter({ hasText: "Series" }).click();
    await at(".segment").filter({ hasText: "Formula" }).click();
    await says(/Sheet1!O3:P\d+ is not empty: 1 of \d+ cells are filled/);
    await at(".insert-primary").filter({ hasText: "Insert in O6" }).click();
    await says("Inserted in Sheet1!O6:P");
    const { formulas } = await opened().host.read("O6:O20");
    expect(formulas.flat()).toContain('=METALS.SERIES("quota mining","rare earths",,,,,1)');
    expect(await cell("P5")).toBe(1);
  });

  test("a protected sheet is said to be protected", async () => {
    await opened().page.evaluate(() => {
      const { sheets } = window.orebookHost.workbook;
      sheets.change(sheets.active, { isProtected: true });
    });
    await opened().host.select("R3");
    await open("copper imports");
    await at(".insert-primary:not([disabled])").click();
    await says("The sheet is protected");
    await opened().page.evaluate(() => {
      const { sheets } = window.orebookHost.workbook;
      sheets.change(sheets.active, { isProtected: false });
    });
    expect(await cell("R3")).toBe("");
  });
});

describe("for everyone", () => {
  test.each(["light", "dark"] as const)(
    "axe finds nothing wrong, nothing is cut off and everything can be hit in the %s theme",
    async (colorScheme) => {
      await opened().page.emulateMedia({ colorScheme });
      await at(".starts").waitFor();
      expect(await faultsOf(opened())).toEqual([]);
      await opened().page.keyboard.type("magnets");
      await at(".series-row").first().waitFor();
      expect(await faultsOf(opened())).toEqual([]);
      await opened().page.keyboard.press("Enter");
      await at(".insert-panel").waitFor();
      expect(await faultsOf(opened())).toEqual([]);
      await at('.segment:has([value="table"])').click();
      expect(await faultsOf(opened())).toEqual([]);
      await opened().screenshot(`pane-${colorScheme}`);
    },
  );

  test("nothing of a long series is wider than the narrowest pane, cut off or too small to hit", async () => {
    await open("production refinery copper world");
    expect(await faultsOf(opened())).toEqual([]);
  });

  test("the insert panel leaves the series three quarters of the pane until its options are opened, by keyboard too", async () => {
    await open("imports aluminium baci");
    const share = async () =>
      (await at(".insert-panel").boundingBox())!.height / (await opened().pane.evaluate(() => innerHeight));
    expect(await share()).toBeLessThan(0.25);
    await at(".options-toggle").focus();
    await opened().page.keyboard.press("Enter");
    await opened().page.keyboard.press("Tab");
    expect(await opened().pane.evaluate(() => document.activeElement!.closest(".insert-options") !== null)).toBe(true);
    await at(".options-toggle").press("Enter");
    expect(await at(".insert-options").isVisible()).toBe(false);
    expect(await share()).toBeLessThan(0.25);
  });

  test("nothing moves while figures are looked through and inserted", async () => {
    const places = () =>
      Promise.all(
        [".readout", ".chart-slider", ".insert-panel", ".insert-primary"].map((selector) => at(selector).boundingBox()),
      );
    await opened().host.select("T3");
    await open("imports aluminium baci");
    await says("Sheet1!T3, which is empty");
    const figure = await places();
    await at(".chart-slider").hover({ position: { x: 80, y: 60 } });
    expect(await places()).toEqual(figure);
    await at(".chart-slider").press("Home");
    expect(await places()).toEqual(figure);
    // A series has one more choice, its periods, for which the panel grows upwards.
    await at('.segment:has([value="series"])').click();
    await says("Sheet1!T3:U");
    const before = await places();
    expect([before[0], before[1], before[3]]).toEqual([figure[0], figure[1], figure[3]]);
    await at(".chart-slider").hover({ position: { x: 80, y: 60 } });
    await at(".insert-primary:not([disabled])").click();
    await says("Inserted in Sheet1!T3:U");
    expect(await places()).toEqual(before);
  });

  test("neither page reported an error, and nothing was asked of Excel that the host does not have", async () => {
    expect(opened().problems).toEqual([]);
    expect((await opened().host.log()).apiNotFound).toEqual([]);
  });
});
