/** Sharing, restoring, repairing and naming sources in the workbench: a grid whose formulas depend on one another, spill and are computed as they come. */
import type { Locator } from "playwright-core";
import { run } from "../batch";
import { roomForAll } from "../desk";
import { eventually } from "../eventually";
import { closeAfterEach, openForEach, orClose } from "../held";
import { openFile, savedFile } from "../workbook-file";

const room = roomForAll();
const desk = openForEach(
  () => room().open(),
  async (opened) => {
    const { apiNotFound } = await orClose(opened.host.log(), opened.close);
    await opened.close();
    expect(apiNotFound).toEqual([]);
  },
);
const keep = closeAfterEach();

const shown = (selector: string): Locator => desk().pane().locator(`.panel:not([hidden]) ${selector}`);
const says = (text: RegExp): Promise<void> => shown(".notice-text").filter({ hasText: text }).waitFor();

/** What the greeting sheet shows, and the formulas behind it, whichever sheet is on screen. */
const read = async () => {
  const name = await desk().page.evaluate(() => window.orebookHost.workbook.sheets.list()[0]!.name);
  const { values, formulas, numberFormats } = await desk().host.read(`'${name}'!A1:F24`);
  return { values, formulas, numberFormats };
};

test("a workbook with dependent formulas, spills and errors is shared and restored; dependents show the same all along", async () => {
  await desk().holds("C5:C11", [[67330000000], [67.33], [expect.any(String)], [270000], ["#N/A"], [3188], ["#VALUE!"]]);
  const before = await read();
  await desk().press("Share");
  await shown(".share-view fluent-button[appearance=primary]:not([disabled])").click();
  await says(/formulas replaced/);
  const after = await read();
  // Beside each formula the greeting shows it as a text, which is none.
  const live = ({ formulas, values }: typeof before) =>
    formulas.flat().filter((formula, i) => /^=.*(METALS|REE)/.test(String(formula)) && formula !== values.flat()[i]);
  expect([live(before).length, live(after)]).toEqual([8, []]);
  expect(after.numberFormats).toEqual(before.numberFormats);
  before.values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (typeof value !== "object") expect([r, c, after.values[r]![c]]).toEqual([r, c, value]);
    }),
  );
  await restore();
  await eventually(read, before);
});

/** Shares the workbook from the pane and waits until it says so. */
async function share(): Promise<void> {
  await desk().press("Share");
  await shown(".share-view fluent-button[appearance=primary]:not([disabled])").click();
  await says(/replaced, kept on/);
}

async function restore(): Promise<void> {
  await shown(".share-restore fluent-button:not([disabled])").click();
  await says(/back\.$/);
  // Nothing left behind, and no other value than before.
  expect(await shown(".share-details").textContent()).toBe("");
}

/** Every sheet with what it shows and holds; errors by their words. */
const everything = () =>
  desk().page.evaluate(async () => {
    const { sheets, cells, calculation } = window.orebookHost.workbook;
    await calculation.settled();
    return sheets.list().map(({ id, name }) => {
      const used = cells.used(id, true);
      return {
        name,
        formulas: used && cells.formulas(used),
        values:
          used &&
          cells.values(used).map((row) => row.map((value) => (typeof value === "object" ? value.error : value))),
      };
    });
  });

test("a chart keeps its gap: the missing figure that it draws stays #N/A, and is listed with what needs it", async () => {
  await desk().holds("C5:C11", [[67330000000], [67.33], [expect.any(String)], [270000], ["#N/A"], [3188], ["#VALUE!"]]);
  await run(desk().pane(), async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const chart = sheet.charts.add("Line", sheet.getRange("C8:C10"), "Columns");
    chart.name = "Quotas";
    await context.sync();
  });
  await desk().press("Share");
  const kept = shown(".share-preview li").filter({ hasText: "Quotas" });
  await kept.waitFor();
  expect(await kept.textContent()).toBe("Sheet1!C9 is drawn by the chart “Quotas”, which would draw a text as zero");
  await desk().screenshot("share-plan");
  await shown(".share-view fluent-button[appearance=primary]:not([disabled])").click();
  await says(/formulas replaced/);
  await desk().holds("C8:C11", [[270000], ["#N/A"], [3188], ["n/a"]]);
  await shown(".share-details .link-button").first().click();
  await desk().page.waitForFunction(() => window.orebookHost.workbook.selection.area.row === 8);
  await desk().screenshot("share-kept");
  await restore();
});

test("places are followed where a person renames the sheet and pushes rows in", async () => {
  await desk().host.enter("H5:J5", [["copper", 2023, "=METALS.IMPORTS(H5,I$5)/1000"]]);
  await desk().holds("J5", [[60100000]]);
  await desk().holds("C5:C11", [[67330000000], [67.33], [expect.any(String)], [270000], ["#N/A"], [3188], ["#VALUE!"]]);
  await desk().holds("C18:D18", [[2024, 67.33]]);
  const { values } = await desk().host.read("A1:J24");
  await share();
  await desk().page.evaluate(() => {
    const { sheets } = window.orebookHost.workbook;
    sheets.change(sheets.list()[0]!.id, { name: "FY24" });
  });
  await run(desk().pane(), async (context) => {
    context.workbook.worksheets.getItem("FY24").getRange("3:3").insert("Down");
    await context.sync();
  });
  await eventually(async () => (await desk().host.read("'FY24'!C6")).values, [[67330000000]]);
  await restore();
  expect((await desk().host.read("'FY24'!J6")).formulas).toEqual([["=METALS.IMPORTS(H6,I$6)/1000"]]);
  await eventually(async () => (await desk().host.read("'FY24'!A1:J25")).values.filter((_, row) => row !== 2), values);
  await desk().screenshot("share-followed");
});

test("sharing, restoring and repairing are one undo each, but for the sheet that restoring takes away", async () => {
  await desk().host.enter("H5", [['=_xldudf_METALS_IMPORTS("copper",2024)']]);
  await desk().holds("H5", [["#NAME?"]]);
  const broken = await everything();
  await desk().press("Repair");
  await desk().holds("H5", [[67330000000]]);
  const whole = await everything();
  await desk().press("Undo");
  await eventually(everything, broken);
  await desk().press("Redo");
  await eventually(everything, whole);
  await share();
  const shared = await everything();
  expect(shared.map(({ name }) => name)).toEqual(["Sheet1", "Sources", "Orebook formulas"]);
  await desk().press("Undo");
  await eventually(everything, whole);
  await share();
  await restore();
  const restored = await everything();
  // The sheet that goes is a step of its own: Excel has none for it.
  await desk().press("Undo");
  await eventually(
    async () => (await everything()).map(({ name }) => name),
    shared.map(({ name }) => name),
  );
  await desk().press("Undo");
  await eventually(async () => (await everything())[0], shared[0]);
  await desk().press("Redo");
  await desk().press("Redo");
  await eventually(everything, restored);
});

test("texts that read like formulas stay texts, also on the sheets that go along", async () => {
  const typed = '\'=METALS.IMPORTS("copper",2024)';
  await desk().host.enter("H5:H7", [
    [typed],
    ['="=HYPERLINK("&METALS.LATEST("imports","copper",,"period")'],
    ['="+"&METALS.LATEST("imports","copper",,"period")'],
  ]);
  await desk().holds("H5:H7", [[typed.slice(1)], ["=HYPERLINK(2024"], ["+2024"]]);
  await share();
  await desk().holds("H5:H7", [[typed.slice(1)], ["=HYPERLINK(2024"], ["+2024"]]);
  const { formulas } = await desk().host.read("'Orebook formulas'!C6:D18");
  expect(formulas.map(([, value]) => value)).toEqual(expect.arrayContaining(["=HYPERLINK(2024", "+2024"]));
  expect((await desk().host.read("'Orebook formulas'!C6:D18")).values).toEqual(formulas);
  await restore();
  expect((await desk().host.read("H5:H6")).formulas).toEqual([
    [typed.slice(1)],
    ['="=HYPERLINK("&METALS.LATEST("imports","copper",,"period")'],
  ]);
});

test("merged, frozen and hidden cells, rows and sheets stay as they are, and get their values", async () => {
  await run(desk().pane(), async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.add("Looks");
    sheet.getRange("A1:A3").formulas = [
      ['=METALS.IMPORTS("copper",2024)'],
      ['=METALS.IMPORTS("copper",2023)'],
      ['=METALS.PRICE("copper",2024)'],
    ];
    sheet.getRange("A1:C1").merge();
    sheet.freezePanes.freezeRows(1);
    sheet.getRange("2:2").rowHidden = true;
    const hidden = worksheets.add("Put away");
    hidden.getRange("B2").formulas = [['=METALS.IMPORTS("copper",2012)']];
    hidden.visibility = "Hidden";
    await context.sync();
  });
  const looks = () =>
    run(desk().pane(), async (context) => {
      const sheet = context.workbook.worksheets.getItem("Looks");
      const hidden = context.workbook.worksheets.getItem("Put away");
      const [merged, frozen, row] = [
        sheet.getRange("A1:D4").getMergedAreasOrNullObject(),
        sheet.freezePanes.getLocationOrNullObject(),
        sheet.getRange("2:2"),
      ];
      const [cells, away] = [sheet.getRange("A1:A3"), hidden.getRange("B2")];
      merged.load("address");
      frozen.load("address");
      row.load("rowHidden");
      hidden.load("visibility");
      cells.load("values");
      away.load("values");
      await context.sync();
      return [merged.address, frozen.address, row.rowHidden, hidden.visibility, cells.values, away.values];
    });
  const figures = [[[67330000000], [60100000000], [expect.any(Number)]], [[16930000000]]];
  await eventually(looks, ["Looks!A1:C1", expect.any(String), true, "Hidden", ...figures]);
  const before = await looks();
  await share();
  expect([await looks(), (await desk().host.read("Looks!A1:A3")).formulas]).toEqual([before, before[4]]);
  await restore();
  await eventually(looks, before);
  expect((await desk().host.read("'Put away'!B2")).formulas).toEqual([['=METALS.IMPORTS("copper",2012)']]);
});

test("a shared workbook that was saved is whole where nobody has the add-in: no error, every number, the sources", async () => {
  await desk().host.enter("H5", [["=C5/1000000"]]);
  await desk().holds("H5", [[67330]]);
  const { values: before } = await desk().host.read("A1:H24");
  await share();
  const file = await savedFile(desk().page);
  const bare = keep(await room().openWithout());
  await openFile(bare.page, file, "Orebook formulas");
  expect(await bare.page.evaluate(() => window.orebookHost.workbook.sheets.list().map(({ name }) => name))).toEqual([
    "Sheet1",
    "Sources",
    "Orebook formulas",
  ]);
  const seen = await bare.page.evaluate(async () => {
    const { sheets, cells, calculation } = window.orebookHost.workbook;
    calculation.recalculate(
      sheets.list().map(({ id }) => ({ sheet: id, row: 0, column: 0, rowCount: 1000, columnCount: 26 })),
    );
    await calculation.settled();
    return sheets.list().map(({ id }) => cells.values(cells.used(id, true)!));
  });
  const unknown = await bare.page.evaluate(async () => {
    const { sheets, cells, calculation } = window.orebookHost.workbook;
    const at = { sheet: sheets.list()[0]!.id, row: 30, column: 0, rowCount: 1, columnCount: 1 };
    cells.enter(at, [['=METALS.IMPORTS("copper",2024)']]);
    await calculation.settled();
    return cells.values(at);
  });
  expect(unknown).toMatchObject([[{ error: "#NAME?" }]]);
  expect(seen.flat(2).filter((value) => typeof value === "object")).toEqual([]);
  const numbers = before.flat().filter((value) => typeof value === "number");
  expect(seen[0]!.flat()).toEqual(expect.arrayContaining(numbers));
  expect(seen[1]!.flat()).toContain("ANDAMAN PARTNERS (2025-08)");
  await bare.close();
});

test("the Sources sheet follows a refresh, here to an earlier day and back", async () => {
  await desk().host.enter(
    "A1:H24",
    Array.from({ length: 24 }, () => Array<string>(8).fill("")),
  );
  await desk().host.enter("A1:A2", [['=METALS.IMPORTS("copper",2024)'], ['=METALS.PRODUCTION("copper",2012)']]);
  await desk().holds("A1", [[67330000000]]);
  await desk().press("Sources");
  await eventually(
    () => desk().page.evaluate(() => window.orebookHost.workbook.sheets.named("Sources") !== undefined),
    true,
  );
  const sources = async () => (await desk().host.read("Sources!A2:A9")).values.flat();
  await eventually(async () => (await sources()).includes("ANDAMAN PARTNERS (2025-08)"), true);
  // A citation runs over several lines, and its row is as high.
  const heights = () =>
    run(desk().pane(), async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sources");
      const [line, citation] = [sheet.getRange("A3").format, sheet.getRange("A6").format];
      line.load("rowHeight");
      citation.load("rowHeight");
      await context.sync();
      return citation.rowHeight / line.rowHeight;
    });
  expect(await heights()).toBeGreaterThan(1.5);
  await desk().press("Refresh");
  await shown("input[type=date]").fill("2025-01-15");
  await shown("fluent-button").filter({ hasText: "Show what a pin would change" }).click();
  await shown(".refresh-view fluent-button[appearance=primary]").filter({ hasText: "Pin" }).click();
  await eventually(
    async () => [
      (await sources()).includes("ANDAMAN PARTNERS (2025-08)"),
      /as known on 2025-01-15/.test(String((await sources())[0])),
    ],
    [false, true],
  );
  await shown("fluent-button").filter({ hasText: "Undo" }).click();
  await eventually(async () => (await sources()).includes("ANDAMAN PARTNERS (2025-08)"), true);
});

test("an inserted table of formulas that was shared is refreshed as values", async () => {
  await desk().host.select("H2");
  await desk().press("Insert table");
  await shown(".gallery-row").filter({ hasText: "rare-earth quotas by year" }).click();
  await says(/H2:/);
  await shown(".insert-primary:not([disabled])").click();
  await says(/^Inserted in/);
  const table = async () => (await desk().host.read("H2:M30")).formulas.flat();
  const formulas = async () => (await table()).filter((cell) => String(cell).startsWith("=")).length;
  await desk().holds("H5", [[expect.any(Number)]]);
  expect(await formulas()).toBeGreaterThan(10);
  await share();
  const shared = await table();
  expect(await formulas()).toBe(0);
  await desk().press("Refresh");
  await shown("input[type=date]").fill("2023-06-30");
  await shown("fluent-button").filter({ hasText: "Show what a pin would change" }).click();
  await shown(".refresh-view fluent-button[appearance=primary]").filter({ hasText: "Pin" }).click();
  await shown(".refresh-view p").filter({ hasText: /^Done/ }).waitFor();
  await eventually(async () => JSON.stringify(await table()) === JSON.stringify(shared), false);
  expect(await formulas()).toBe(0);
});

describe("with the pane closed", () => {
  const isShown = () => desk().page.locator("#pane").isVisible();
  const activeSheet = () =>
    desk().page.evaluate(() => window.orebookHost.workbook.sheets.get(window.orebookHost.workbook.sheets.active)?.name);

  beforeEach(async () => {
    await desk().page.getByRole("button", { name: "Close the pane" }).click();
    expect(await isShown()).toBe(false);
  });

  test.each([
    ["Open Orebook", "find"],
    ["Refresh", "updates"],
    ["Insert table", "tables"],
    ["Share", "share"],
    ["Help", "help"],
  ])("%s opens it at its place", async (name, section) => {
    await desk().press(name);
    await eventually(isShown, true);
    await desk()
      .pane()
      .waitForFunction((id) => document.getElementById(`panel-${id}`)?.hidden === false, section);
  });

  test("Sources writes the sheet and goes there, and Repair repairs; it stays closed", async () => {
    await desk().host.enter("H5", [['=_xldudf_METALS_IMPORTS("copper",2024)']]);
    await desk().holds("H5", [["#NAME?"]]);
    await desk().press("Repair");
    await desk().holds("H5", [[67330000000]]);
    await desk().press("Sources");
    await eventually(activeSheet, "Sources");
    expect(await isShown()).toBe(false);
  });

  test("Sources and Repair open it where there is something to say", async () => {
    await desk().host.enter(
      "A1:H24",
      Array.from({ length: 24 }, () => Array<string>(8).fill("")),
    );
    await desk().press("Sources");
    await says(/there is no source to name/);
    await desk().page.getByRole("button", { name: "Close the pane" }).click();
    await desk().press("Repair");
    await says(/No formula needs repair/);
    expect(await isShown()).toBe(true);
  });
});
