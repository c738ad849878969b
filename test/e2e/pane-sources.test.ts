/** Sources and events in the pane as it ships: read, filtered, and inserted. */
import type { Locator } from "playwright-core";
import { eventually } from "./eventually";
import { paneForAll } from "./harness";

const opened = paneForAll(320);

const at = (selector: string): Locator => opened().pane.locator(selector);

describe("sources", () => {
  test("a document is found by a word, tells what was taken from it, and leads to its series and back", async () => {
    await at("#tab-evidence").click();
    await at("#panel-sources .filter-bar input").fill("pink sheet");
    const item = at("#panel-sources .event").filter({ hasText: "World Bank" }).first();
    expect(await item.textContent()).toMatch(/\d+ figures.*Creative Commons Attribution 4\.0/);
    await item.locator("summary").press("Enter");
    await item.locator(".series-row").first().press("Enter");
    await at("#panel-sources .citation").filter({ hasText: "World Bank" }).waitFor();
    await opened().page.keyboard.press("Escape");
    expect(
      await item
        .locator(".series-row")
        .first()
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
  });

  test("words that no document has say so, and Escape clears them", async () => {
    const search = at("#panel-sources .filter-bar input");
    await search.fill("zzzz");
    await at("#panel-sources .no-results").waitFor();
    await search.press("Escape");
    await eventually(() => at("#panel-sources .result-count").textContent(), expect.stringMatching(/^\d{3} sources$/));
  });

  test("who scrolls down comes to the last document, and never to a list that ends short", async () => {
    const scroller = at("#panel-sources .find-view");
    expect(await at("#panel-sources .event").count()).toBeLessThan(100);
    await eventually(
      async () => {
        await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight));
        return `${await at("#panel-sources .event").count()} sources`;
      },
      await at("#panel-sources .result-count").textContent(),
    );
    await scroller.evaluate((element) => (element.scrollTop = 0));
  });
});

describe("events", () => {
  test("type and item go into a formula", async () => {
    await opened().host.select("B2");
    await at("#tab-evidence").click();
    await at("#tab-events").click();
    await at("#panel-events select").nth(0).selectOption("export-control");
    await at("#panel-events select").nth(1).selectOption("gallium");
    await at("#panel-events .notice-text").filter({ hasText: "Sheet1!B2:F" }).waitFor();
    await at("#panel-events .insert-primary:not([disabled])").click();
    await at("#panel-events .notice-text").filter({ hasText: "Inserted in Sheet1!B2:F" }).waitFor();
    expect((await opened().host.read("B2")).formulas).toEqual([['=METALS.EVENTS("export control","gallium")']]);
  });

  test("what words and states leave goes in as values, with a header row, and one Undo takes it back", async () => {
    await opened().host.select("B40");
    await at("#panel-events select").nth(0).selectOption("");
    await at("#panel-events select").nth(1).selectOption("");
    await at("#panel-events select").nth(2).selectOption({ index: 1 });
    const listed = await at("#panel-events .event").count();
    expect(listed).toBeGreaterThan(0);
    await at("#panel-events .notice-text").filter({ hasText: "Sheet1!B40:F" }).waitFor();
    await at("#panel-events .insert-primary").filter({ hasText: "Insert values" }).click();
    await at("#panel-events .notice-text")
      .filter({ hasText: `Inserted in Sheet1!B40:F${40 + listed}` })
      .waitFor();
    const { values } = await opened().host.read(`B40:F${40 + listed}`);
    expect(values[0]).toEqual(["Date", "Type", "Items", "What", "Source"]);
    expect(values.slice(1).every(([date]) => /^20\d\d/.test(String(date)))).toBe(true);
    await at("#panel-events .undo").click();
    await eventually(
      async () => (await opened().host.read("B40:C41")).values,
      [
        ["", ""],
        ["", ""],
      ],
    );
  });
});

test("neither page reported an error, and nothing was asked of Excel that the host does not have", async () => {
  expect(opened().problems).toEqual([]);
  expect((await opened().host.log()).apiNotFound).toEqual([]);
});
