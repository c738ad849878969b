/** The workbench as a person uses it from morning to evening: types, reads, inserts, takes back, saves, opens. */
import { run } from "./batch";
import { deskForAll, newSheet, roomForAll } from "./desk";
import { cutTexts } from "./cut-texts";
import { cutInTables } from "./insert-tables";
import { closeAfterEach } from "./held";
import { openFile, reload, savedFile } from "./workbook-file";

const keep = closeAfterEach();
const room = roomForAll();
const desk = deskForAll(room);

const GREETING = [[67330000000], [67.33], [expect.any(String)], [270000], ["#N/A"], [3188], ["#VALUE!"]];

test("says on its face that it is not Excel, and why", async () => {
  expect(await desk().page.locator("#not-excel").innerText()).toMatch(/not Excel/);
  await desk().press("What is this?");
  expect(await desk().page.getByRole("dialog").innerText()).toContain("docs/excel-checklist.md");
  await desk().page.keyboard.press("Escape");
});

test("its buttons stand in one row, and Cell leads to what the selected cell says", async () => {
  const groups = desk().page.locator("#ribbon .group");
  expect(new Set(await groups.evaluateAll((all) => all.map((group) => group.getBoundingClientRect().top))).size).toBe(
    1,
  );
  await desk().click("C5");
  await desk().press("Cell");
  await desk().pane().locator("#panel-cell").filter({ hasText: "67,330,000,000" }).waitFor();
  await desk().pane().locator("#tab-find").click();
});

test("greets with live formulas, whose calls went out together", async () => {
  await desk().holds("C5:C11", GREETING);
  await desk().holds("C17:D17", [[2023, 60.1]]);
  expect(await desk().host.batches()).toEqual([8]);
  await desk().screenshot("workbench-greeting");
});

test("formulas wait for an add-in whose program arrives late", async () => {
  const opening = room().open("", {}, async (page) => {
    const isWaiting = () =>
      JSON.stringify(window.orebookGrid?.shown("C5:C6")) ===
      JSON.stringify([[{ error: "#BUSY!" }], [{ error: "#BUSY!" }]]);
    await page.route(/\/runtime\.[0-9a-f]+\.js$/, (route) =>
      page.waitForFunction(isWaiting).then(() => route.continue()),
    );
  });
  await keep(await opening).holds("C5:C11", GREETING);
});

test("the text behind an error is read by resting the pointer on its cell", async () => {
  await desk().hover("C9");
  await desk()
    .page.getByText(/confidential/)
    .waitFor();
  await desk().screenshot("workbench-error");
  await desk().hover("C11");
  await desk()
    .page.getByText(/"coper"/)
    .waitFor();
  await desk().hover("B2");
});

describe("on a sheet of one's own", () => {
  beforeAll(() => newSheet(desk(), "Typing"));
  // What a failing test leaves open over a cell would take what the next ones type.
  afterEach(() => desk().leaveEntry());

  test("a function is picked from the list, its arguments are named, a word for one is picked, and the answer is shown", async () => {
    await desk().click("B2");
    await desk().page.keyboard.type("=metals.imp");
    // The list follows what is typed a moment later: with fewer letters it holds the function too, but not first.
    await desk().page.waitForFunction(() => {
      const offered = document.querySelectorAll('[data-u-comp="sheets-formula-editor"] li');
      return offered.length === 1 && offered[0]!.textContent.startsWith("METALS.IMPORTS");
    });
    await desk().screenshot("workbench-autocomplete");
    await desk().key("Tab");
    await desk().page.getByText("[partner]").waitFor();
    await desk().screenshot("workbench-arguments");
    await desk().page.keyboard.type('"co');
    await desk()
      .page.getByRole("option", { name: /^copper Copper/ })
      .waitFor();
    await desk().page.keyboard.type("pp");
    await desk().page.getByRole("option").first().filter({ hasText: "copper" }).waitFor();
    await desk().screenshot("workbench-words");
    await desk().key("Tab");
    await desk().page.keyboard.type(',2012,,,"USD bn")');
    await desk().key("Enter");
    await desk().holds("B2", [[16.93]]);
    expect((await desk().host.read("B2")).formulas).toEqual([['=METALS.IMPORTS("copper",2012,,,"USD bn")']]);
  });

  test("a series spills, an obstacle makes it #SPILL!, and it is back when the obstacle goes", async () => {
    await desk().type("D2", '=METALS.SERIES("imports","copper",2023)');
    await desk().holds("D2:E3", [
      [2023, 60100000000],
      [2024, 67330000000],
    ]);
    await desk().type("E3", "in the way");
    await desk().holds("D2:E3", [
      ["#SPILL!", ""],
      ["", "in the way"],
    ]);
    await desk().screenshot("workbench-spill-error");
    await desk().click("E3");
    await desk().key("Delete");
    await desk().holds("D2:E3", [
      [2023, 60100000000],
      [2024, 67330000000],
    ]);
  });

  test("what was typed is taken back and done again", async () => {
    await desk().type("B6", "first");
    await desk().type("B8", "second");
    await desk().holds("B6:B8", [["first"], [""], ["second"]]);
    await desk().key("Control+z");
    await desk().holds("B6:B8", [["first"], [""], [""]]);
    await desk().key("Control+y");
    await desk().holds("B6:B8", [["first"], [""], ["second"]]);
  });

  test("a figure found in the pane is inserted into the selected cell, live, and one Ctrl+Z takes it back", async () => {
    const pane = (selector: string) => desk().pane().locator(selector);
    await desk().click("G2");
    await pane("#control[placeholder]").fill("copper imports");
    await pane(".series-row").first().click();
    await pane(".insert-panel").filter({ hasText: "Typing!G2" }).waitFor();
    await pane(".insert-primary:not([disabled])").click();
    await desk().holds("G2", [[67330000000]]);
    await desk().screenshot("workbench-insert");
    await desk().click("G2");
    await desk().key("Control+z");
    await desk().holds("G2", [[""]]);
    expect((await desk().host.read("G2")).numberFormats).toEqual([["General"]]);
  });

  test("a button pressed straight from the sheet does what it says, though the pane looks again with the same press", async () => {
    const pane = (selector: string) => desk().pane().locator(selector);
    await desk().click("G3");
    await pane(".insert-panel").filter({ hasText: "Typing!G3" }).waitFor();
    await pane(".insert-primary:not([disabled])").click({ delay: 300 });
    await desk().holds("G3", [[67330000000]]);
  });
});

test("missing figures of a spilled series are grey by a rule, which one Ctrl+Z takes away with it", async () => {
  await newSheet(desk(), "Spilled");
  const pane = (selector: string) => desk().pane().locator(`#panel-find ${selector}`);
  const rules = () =>
    desk().page.evaluate(() => window.orebookHost.workbook.rules.list().map(({ formula }) => formula));
  await desk().click("B2");
  await desk().pane().locator("#tab-find").click();
  await desk().pane().locator(".search-box input").fill("imports.copper.chn.wld.value.customs.a");
  await pane(".series-row").first().click();
  await pane('.segment:has([value="series"])').click();
  await pane(".insert-panel").filter({ hasText: "Spilled!B2" }).waitFor();
  await pane(".insert-primary").click();
  await desk().holds("B6:C8", [
    ["Period", "Value (USD)"],
    [2012, 16_930_000_000],
    [2013, "#N/A"],
  ]);
  expect(await rules()).toEqual(["=ISNA(B7)"]);
  await desk().screenshot("workbench-missing");
  await desk().click("B2");
  await desk().key("Control+z");
  await desk().holds("B2:C8", Array<unknown[]>(7).fill(["", ""]));
  expect(await rules()).toEqual([]);
});

test("tables come with nothing cut and no line wider than they are; a column that is too narrow would be seen", async () => {
  expect(await cutInTables(desk(), (i) => i % 5 === 0)).toEqual([]);
  await run(desk().pane(), async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("B5").format.columnWidth = 20;
    await context.sync();
  });
  expect((await cutTexts(desk(), "A1:B9")).length).toBeGreaterThan(0);
  await desk().screenshot("workbench-table");
});

test("a protected sheet refuses the add-in and the person, and says so", async () => {
  await newSheet(desk(), "Protected");
  const refused = await run(desk().pane(), async (context) => {
    const sheet = context.workbook.worksheets.getItem("Protected");
    sheet.protection.protect();
    await context.sync();
    sheet.getRange("B2").values = [["written"]];
    return context.sync().then(
      () => "written",
      (error: { code: string }) => error.code,
    );
  });
  expect(refused).toBe("AccessDenied");
  await desk().click("B3");
  await desk().page.keyboard.insertText("typed");
  await desk()
    .page.getByText(/on a protected sheet/)
    .waitFor();
  await desk().screenshot("workbench-protected");
  await desk().page.getByRole("button", { name: "OK", exact: true }).click();
  await desk()
    .page.getByText(/on a protected sheet/)
    .waitFor({ state: "hidden" });
  await run(desk().pane(), async (context) => {
    context.workbook.worksheets.getItem("Protected").protection.unprotect();
    await context.sync();
  });
  await desk().type("B4", "typed later");
  await desk().holds("B2:B4", [[""], [""], ["typed later"]]);
});

test("a workbook is saved, and after a reload opened with all that was in it, before any function is called", async () => {
  await run(desk().pane(), async (context) => {
    const sheet = context.workbook.worksheets.getItem("Typing");
    sheet.getRange("J2:K4").values = [
      ["Year", "Quota"],
      [2023, 255000],
      [2024, 270000],
    ];
    sheet.tables.add("J2:K4", true).name = "Quotas";
    context.workbook.names.add("Newest", sheet.getRange("K4"));
    sheet.getRange("M2:N3").merge();
    sheet.freezePanes.freezeRows(1);
    context.workbook.customXmlParts.add('<kept xmlns="urn:orebook:test"/>');
    context.workbook.settings.add("orebook.test", "kept");
    await context.sync();
  });
  await desk().settled();
  const file = await savedFile(desk().page);
  await reload(desk().page);
  expect(await desk().page.evaluate(() => window.orebookHost.workbook.sheets.list().length)).toBe(1);
  await openFile(desk().page, file, "Typing");
  await desk().settled();
  expect(await desk().shown("Typing!D2:E3")).toEqual([
    [2023, 60100000000],
    [2024, 67330000000],
  ]);
  expect(await desk().shown("Typing!B2")).toEqual([[16.93]]);
  await desk().page.waitForFunction(() => window.orebookHost.isReady());
  await desk().holds("Sheet1!C5:C11", GREETING);
  expect(await desk().host.batches()).toEqual([]);
  const kept = await run(desk().pane(), async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem("Typing");
    const [setting, table, part] = [
      workbook.settings.getItem("orebook.test"),
      workbook.tables.getItem("Quotas").getRange(),
      workbook.customXmlParts.getByNamespace("urn:orebook:test").getOnlyItem(),
    ];
    const xml = part.getXml();
    const places = [
      workbook.names.getItem("Newest").getRange(),
      sheet.getRange("M2").getMergedAreasOrNullObject(),
      sheet.freezePanes.getLocationOrNullObject(),
    ];
    setting.load("value");
    for (const place of [table, ...places]) place.load("address");
    await context.sync();
    return [setting.value, xml.value, ...[table, ...places].map(({ address }) => address)];
  });
  expect(kept).toEqual([
    "kept",
    '<kept xmlns="urn:orebook:test"/>',
    "Typing!J2:K4",
    "Typing!K4",
    "Typing!M2:N3",
    "Typing!1:1",
  ]);
  await desk().host.enter("Typing!D10", [["=SUM(E2:E3)"]]);
  await desk().holds("Typing!D10", [[127430000000]]);
});

test("the add-in asked for nothing this host lacks, and nothing went wrong on the page", async () => {
  expect((await desk().host.log()).apiNotFound).toEqual([]);
  expect(desk().problems).toEqual([]);
});
