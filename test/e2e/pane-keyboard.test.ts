/** Audit, Share and Refresh in the pane as it ships, by keyboard alone: how one gets there, where Tab leads, what the keys do. */
import type { Locator } from "playwright-core";
import { secondRelease } from "../update/releases";
import { constantCall } from "./constant-call";
import { eventually } from "./eventually";
import { browserForAll, openHost, openPane, type Opened } from "./harness";
import { openForEach } from "./held";
import { keyboardOf } from "./keyboard";
import { offeringForAll } from "./offering";

const COPPER = '=METALS.IMPORTS("copper",2024)';
const LITHIUM = '=METALS.IMPORTS("lithium",2024)';
const QUOTA = '=REE.QUOTA(2025,"mining")';
const UNRECOGNISED = '=_xldudf_METALS_IMPORTS("copper",2024)';

/** A pane of its own for each test of the block, with formulas in the cells from A1 down, and the keyboard in it. */
function inPane(
  open: (evaluate: (formula: string) => ReturnType<typeof constantCall>) => Promise<Opened>,
  formulas: readonly string[],
) {
  const evaluate = async (formula: string) =>
    formula === UNRECOGNISED ? { error: "#NAME?" } : constantCall(opened().host, formula);
  const opened: () => Opened = openForEach(
    () => open(evaluate),
    (pane) => pane.close(),
  );
  const keyboard = keyboardOf(opened);
  beforeEach(async () => {
    await opened().host.enter(
      `A1:A${formulas.length}`,
      formulas.map((formula) => [formula]),
    );
    await opened().host.read("A1");
    await keyboard.press("Tab");
  });
  /** Opens a place of the Workbook tab. */
  const choose = async (name: string): Promise<void> => {
    const arrowTo = async (wanted: string) => {
      for (let steps = 0; steps < 10 && (await keyboard.focused()) !== wanted; steps++)
        await keyboard.press("ArrowRight");
    };
    const header = ".pane-header fluent-tab";
    const isThere = await opened().pane.evaluate((tab) => document.activeElement?.matches(tab) ?? false, header);
    if (!isThere) await keyboard.tabTo(header, "Shift+Tab");
    await arrowTo("Workbook");
    await keyboard.tabTo(".is-inner fluent-tab");
    await arrowTo(name);
  };
  const shown = (selector: string): Locator =>
    opened().pane.locator(`.panel:not([hidden]):not(:has(.panel)) ${selector}`);
  const says = (text: RegExp): Promise<void> => shown(".notice-text").filter({ hasText: text }).waitFor();
  const cells = async () => (await opened().host.read(`A1:A${formulas.length}`)).formulas.flat();
  return { opened, ...keyboard, choose, shown, says, cells };
}

const browser = browserForAll();

describe("Audit", () => {
  const { opened, press, focused, stopsTo, tabTo, choose, shown, says, cells } = inPane(
    (evaluate) => openPane({ at: browser(), paneWidth: 320, evaluate }),
    [COPPER, LITHIUM, QUOTA, UNRECOGNISED],
  );
  const pressed = () => shown(".filter[aria-pressed=true]").allTextContents();
  const rows = () => shown(".audit-row-cell").allTextContents();
  const selectedRow = () => opened().page.evaluate(() => window.orebookHost.workbook.selection.area.row);

  beforeEach(async () => {
    await choose("Audit");
    await shown(".audit-row").first().waitFor();
  });

  test("its place stands in the second line of tabs, is marked once chosen, and Tab leads through actions and filters to the list", async () => {
    expect(await focused()).toBe("Audit");
    const stops = await stopsTo(".audit-row");
    expect(stops.slice(0, -1)).toEqual([
      "Check again",
      "Repair formulas",
      "Sources sheet",
      "Audit as a sheet",
      "Repair formulas",
      "All 4",
      "Errors 2",
    ]);
  });

  test("the list is one stop: arrows, Home and End move in it, Enter goes to the cell and keeps one's place", async () => {
    await tabTo(".audit-row");
    await press("ArrowDown");
    expect(await focused()).toMatch(/^A2/);
    await press("End");
    expect(await focused()).toMatch(/^A4/);
    await press("Home", "ArrowDown", "Enter");
    await eventually(selectedRow, 1);
    expect(await focused()).toMatch(/^A2/);
    await press("Shift+Tab");
    expect(await focused()).toBe("Errors 2");
    await press("Tab");
    expect(await focused()).toMatch(/^A2/);
  });

  test("a filter is chosen with Enter and with Space, and keeps the focus; Escape leaves it chosen", async () => {
    await tabTo(".filter:last-child");
    await press("Enter");
    expect([await focused(), await pressed(), await rows()]).toEqual(["Errors 2", ["Errors 2"], ["A3", "A4"]]);
    await press("Shift+Tab", "Space");
    expect([await focused(), await pressed(), await rows()]).toEqual(["All 4", ["All 4"], ["A1", "A2", "A3", "A4"]]);
    await press("Tab", "Enter", "Escape");
    expect([await pressed(), await rows()]).toEqual([["Errors 2"], ["A3", "A4"]]);
  });

  test("Enter and Space carry out what can be done about the workbook, and the focus stays on what was pressed", async () => {
    await tabTo(".audit-buttons fluent-button");
    await press("Tab", "Enter");
    expect(await focused()).toBe("Repair formulas");
    await says(/^1 formula entered again/);
    expect([await focused(), await cells()]).toEqual(["Repair formulas", [COPPER, LITHIUM, QUOTA, COPPER]]);
    await press("Tab", "Space");
    await says(/^1 source on the sheet/);
    expect(await focused()).toBe("Sources sheet");
    await press("Tab", "Enter");
    await says(/^Written to the sheet/);
    expect(await focused()).toBe("Audit as a sheet");
    await press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Space");
    await shown(".audit-notice").waitFor({ state: "hidden" });
    expect(await focused()).toBe("Check again");
  });

  test("what takes long is stopped by key", async () => {
    await opened().host.setFaults({ delay: 4000 });
    await tabTo(".audit-buttons fluent-button");
    await press("Enter");
    await shown(".running button").waitFor();
    await tabTo(".running button");
    expect(await focused()).toBe("Cancel");
    await press("Enter");
    await opened().host.setFaults({ delay: 0 });
    await says(/^Cancelled/);
    expect(await focused()).toBe("Check again");
    expect(await rows()).toEqual(["A1", "A2", "A3", "A4"]);
  });

  test("the link that repairs is reached and pressed by key", async () => {
    await tabTo(".audit-broken button");
    await press("Enter");
    await says(/^1 formula entered again/);
    expect([await shown(".audit-broken").isVisible(), await focused()]).toEqual([false, "Audit"]);
  });
});

describe("Share", () => {
  const { opened, press, focused, stopsTo, tabTo, choose, shown, says, cells } = inPane(
    (evaluate) => openPane({ at: browser(), paneWidth: 320, evaluate }),
    [COPPER, LITHIUM],
  );
  const preview = (text: RegExp): Promise<void> => shown(".share-preview").filter({ hasText: text }).waitFor();

  beforeEach(async () => {
    await choose("Share");
    await preview(/2 formulas become values/);
  });

  test("Tab leads to the scope, one stop, and to what can be done", async () => {
    expect(await focused()).toBe("Share");
    expect(await stopsTo(".pane-footer button")).toEqual(["Workbook", "Replace by values", "中文"]);
  });

  test("arrows choose the scope, and what it would replace follows; Escape leaves it chosen", async () => {
    await opened().host.select("A2");
    await tabTo("fluent-radio");
    await press("ArrowLeft", "ArrowLeft");
    expect(await focused()).toBe("Selection");
    await preview(/^1 formula becomes values/);
    await press("Escape");
    expect([await shown("fluent-radio[aria-checked=true]").getAttribute("value"), await cells()]).toEqual([
      "selection",
      [COPPER, LITHIUM],
    ]);
  });

  test("Enter replaces formulas by values, Space brings them back", async () => {
    await tabTo(".share-buttons fluent-button");
    expect(await focused()).toBe("Replace by values");
    await press("Enter");
    await says(/^2 formulas replaced/);
    expect(await focused()).toBe("Share");
    expect(await cells()).toEqual([67330000000, 2850000000]);
    await tabTo(".share-restore fluent-button");
    await press("Space");
    await says(/^2 formulas are back/);
    expect(await focused()).toBe("Share");
    expect(await cells()).toEqual([COPPER, LITHIUM]);
  });
});

describe("Refresh", () => {
  const offering = offeringForAll(secondRelease);
  const atOffering = browserForAll(() => offering().addin);
  const { opened, press, focused, stopsTo, tabTo, choose, shown, cells } = inPane(
    (evaluate) => openHost({ addin: offering().addin, at: atOffering(), evaluate, paneWidth: 320 }),
    [COPPER, LITHIUM],
  );
  const says = (text: string | RegExp): Promise<void> => shown(".refresh-view").filter({ hasText: text }).waitFor();
  const news = (): Locator => opened().pane.locator(".news");

  test.each([
    ["See", 1],
    ["Dismiss", 2],
  ] as const)("the news has a key for %s", async (name, stop) => {
    await news().waitFor();
    await tabTo(`.news button:nth-of-type(${stop})`);
    expect(await focused()).toBe(name);
    await press("Enter");
    await news().waitFor({ state: "detached" });
    expect(await opened().pane.locator("fluent-tab[aria-selected=true]:visible").last().textContent()).toBe(
      name === "See" ? "Refresh" : "Find",
    );
    await eventually(focused, name === "See" ? "Data release" : "Search series");
  });

  describe("in its tab", () => {
    beforeEach(async () => {
      await news().waitFor();
      await choose("Refresh");
      await says("is on offer");
    });

    test("the news comes before the view, whose stops are in the order of the steps", async () => {
      expect(await focused()).toBe("Refresh");
      await tabTo(".pane-header fluent-tab", "Shift+Tab");
      const stops = await stopsTo("summary");
      expect(stops.filter((stop, i) => stop !== stops[i - 1])).toEqual([
        "See",
        "Dismiss",
        "Refresh",
        "Compare tables",
        "Get it",
        "Day",
        "Ask about newer data",
        "Refresh log",
      ]);
    });

    test("Enter and Space get a release, show what would change, refresh and take back", async () => {
      await tabTo(".refresh-channel fluent-button");
      await press("Enter");
      await says("is newer. Nothing changes until you say so.");
      // What it would change is shown at once.
      await says("2 changes; 2 formulas and 0 tables compared.");
      expect(await focused()).toBe("Data release");
      await press("Tab");
      expect(await focused()).toBe("Show what would change");
      await press("Space");
      await eventually(() => opened().pane.locator(".refresh-action[disabled-focusable]").count(), 0);
      expect(await focused()).toBe("Show what would change");
      expect(await stopsTo(".refresh-difference fluent-button")).toEqual([
        "Changes",
        "Colour changed cells",
        "Refresh",
      ]);
      await press("Enter");
      await says("Done: 2 cells show another value.");
      await eventually(focused, "Data release");
      await tabTo(".refresh-outcome fluent-button");
      expect(await focused()).toBe("Undo");
      await press("Space");
      await says("This workbook is on data release R1");
      await says(/Done|Nothing/);
      await eventually(focused, "Data release");
      expect(await cells()).toEqual([COPPER, LITHIUM]);
    });

    test("a day is typed, what a pin would change is shown, and the workbook is pinned", async () => {
      await tabTo("[type=date]");
      await opened().page.keyboard.type("01012001");
      expect(await shown("[type=date]").inputValue()).toBe("2001-01-01");
      await tabTo(".refresh-pin fluent-button");
      await press("Enter");
      await says("2 changes");
      expect(await focused()).toBe("Show what a pin would change");
      await tabTo(".refresh-difference fluent-button[appearance=primary]", "Shift+Tab");
      expect(await focused()).toBe("Pin");
      await press("Space");
      await says("It is pinned: formulas answer as known on 2001-01-01.");
    });

    test("arrows choose whether to be asked; the log opens and closes by key and keeps the focus; Escape leaves everything as it is", async () => {
      await tabTo("fluent-radio");
      await press("ArrowRight");
      expect(await focused()).toBe("Never ask");
      await eventually(() => shown("fluent-radio[aria-checked=true]").last().getAttribute("value"), "never");
      await press("Tab", "Enter");
      await shown(".refresh-log li").waitFor();
      await press("Space");
      await shown(".refresh-log li").waitFor({ state: "hidden" });
      expect(await focused()).toBe("Refresh log");
      await press("Enter", "Escape");
      expect([await shown(".refresh-log li").isVisible(), await news().isVisible()]).toEqual([true, true]);
    });
  });
});
