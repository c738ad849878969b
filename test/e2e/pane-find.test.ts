/** Finding a series in the pane as it ships, by keyboard alone: filters, pins, what was opened last, another language. */
import type { Locator } from "playwright-core";
import { eventually } from "./eventually";
import { paneForAll } from "./harness";
import { keyboardOf } from "./keyboard";

const opened = paneForAll(320);
const { press, tabTo } = keyboardOf(opened);

beforeAll(() => press("Tab"));

beforeEach(async () => {
  await press("Control+k", "Escape", "Escape");
  await at("#panel-find .starts").waitFor();
});

const at = (selector: string): Locator => opened().pane.locator(selector);
const counted = (): Promise<string | null> => at("#panel-find .result-count").textContent();

test("a filter is chosen by typing its first letters, and Escape takes everything away", async () => {
  await opened().page.keyboard.type("copper");
  await at(".series-row").first().waitFor();
  const before = await counted();
  await tabTo('.facet[aria-label="Area"]');
  const offered = await at('.facet[aria-label="Area"] option[value="chl"]').textContent();
  const ofChile = `${/^Chile \((\d+)\)$/.exec(offered!)![1]} series Clear filters`;
  expect(ofChile).not.toBe(before);
  await opened().page.keyboard.type("Chile");
  await eventually(counted, ofChile);
  await press("Delete");
  await eventually(counted, before);
  await at('.facet[aria-label="Area"]').selectOption("chl");
  await eventually(counted, ofChile);
  await press("Escape");
  await eventually(counted, before);
});

test("what the filters exclude is one button away", async () => {
  await opened().page.keyboard.type("copper");
  await tabTo('.facet[aria-label="Area"]');
  await opened().page.keyboard.type("Chile");
  await press("Control+k", "Control+a");
  await opened().page.keyboard.type("quota");
  await at(".no-results .choice").filter({ hasText: "Without Chile" }).waitFor();
  await at(".no-results .choice").filter({ hasText: "Without Chile" }).press("Enter");
  await eventually(counted, expect.stringMatching(/^\d+ series$/));
});

test("a series pinned by key is offered first where one begins, and comes off with Delete", async () => {
  await opened().page.keyboard.type("copper imports");
  await at(".series-row").first().waitFor();
  await press("ArrowDown", "Control+d", "ArrowUp", "Escape");
  const pinned = at(".kept").first();
  await pinned.filter({ hasText: "Pinned" }).waitFor();
  expect(await pinned.locator(".series-row").count()).toBe(1);
  await press("ArrowDown");
  expect(
    await pinned
      .locator(".series-row")
      .first()
      .evaluate((row) => row === document.activeElement),
  ).toBe(true);
  await press("Delete");
  await at(".kept").filter({ hasText: "Pinned" }).waitFor({ state: "detached" });
});

test("a month that is named opens the figure of that month", async () => {
  await opened().page.keyboard.type("magnets US June");
  await at(".series-row-period").first().filter({ hasText: "2025-06" }).waitFor();
  await press("Enter");
  await at(".source-card h2").filter({ hasText: "2025-06" }).waitFor();
});

test("events that fit are opened in their own tab, filtered", async () => {
  await opened().page.keyboard.type("gallium controls");
  await at(".other-row").first().waitFor();
  await press("Enter");
  await at("#panel-events .event").first().waitFor();
  expect(await at("#panel-events .filter-bar input").inputValue()).toBe("gallium controls");
  await at("#tab-find").click();
});

test("another language is there at once, with search and series as they were, and is kept when the pane is loaded again", async () => {
  await opened().page.keyboard.type("copper imports");
  await at(".series-row").first().waitFor();
  await press("Enter");
  await at("#panel-find .insert-panel").waitFor();
  await at(".pane-footer button").press("Enter");
  await at("#panel-find h1").filter({ hasText: "铜矿砂及其精矿进口" }).waitFor();
  expect(await at(".search-box input").inputValue()).toBe("copper imports");
  expect(
    await opened().pane.evaluate(() =>
      Object.keys(localStorage)
        .filter((key) => key.endsWith("orebook:language"))
        .map((key) => localStorage.getItem(key)),
    ),
  ).toEqual(["zh"]);
  await at(".pane-footer button").press("Enter");
  await at("#tab-find").filter({ hasText: "Find" }).waitFor();
});

test("the theme follows while the pane is open", async () => {
  const background = (): Promise<string> =>
    opened().pane.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await opened().page.emulateMedia({ colorScheme: "light" });
  await eventually(background, "rgb(255, 255, 255)");
  await opened().page.emulateMedia({ colorScheme: "dark" });
  await eventually(background, "rgb(41, 41, 41)");
  // An Office that tells its own colours outweighs what the system prefers, as soon as the person is back in the pane.
  await opened().pane.evaluate(() => {
    Object.defineProperty(Office.context, "officeTheme", {
      configurable: true,
      value: { bodyBackgroundColor: "#ffffff" },
    });
    window.dispatchEvent(new Event("focus"));
  });
  await eventually(background, "rgb(255, 255, 255)");
});

test("neither page reported an error", () => {
  expect(opened().problems).toEqual([]);
});
