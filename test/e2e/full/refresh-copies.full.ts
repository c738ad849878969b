/**
 * An inserted table that its user made more of: its sheet duplicated, its cells copied and pasted, its rows sorted, a row
 * put in between. Every one of them is refreshed where it stands, and goes back after the workbook was opened again.
 */
import type { Locator } from "playwright-core";
import { nextRelease } from "../../update/releases";
import { deskForAll, roomForAll } from "../desk";
import { eventually } from "../eventually";
import { offeringForAll } from "../offering";
import { openFile, reload, savedFile } from "../workbook-file";
import { insertMonthlyTable, MAGNETS } from "./monthly-table";
import { openTab } from "../open-tab";

const PUBLISHED = "2026-11-30";

const offering = offeringForAll((bundled) =>
  nextRelease(bundled, {
    id: "R2",
    date: "2026-12-01",
    add: [
      { series: MAGNETS, period: "2026-03", value: "5300", published: PUBLISHED, known: PUBLISHED },
      { series: MAGNETS, period: "2026-04", value: "5600", published: PUBLISHED, known: PUBLISHED },
    ],
  }),
);
const desk = deskForAll(roomForAll(() => offering().addin));

/** Where the table's months stand: 2025-01 to 2026-03. */
const [FIRST, LAST] = [5, 19];
const SHEETS = ["Rows", "Rows (2)", "Report"] as const;

const shown = (selector: string): Locator => desk().pane().locator(`.panel:not([hidden]) ${selector}`);
const press = (label: string): Promise<void> =>
  shown("fluent-button:not([disabled], [disabled-focusable])").filter({ hasText: label }).first().click();
const says = (words: string | RegExp): Promise<void> => shown(".refresh-view").filter({ hasText: words }).waitFor();
const cells = async (address: string) => (await desk().host.read(address)).values;
const everything = () =>
  Promise.all(SHEETS.map(async (sheet) => (await desk().host.read(`'${sheet}'!A1:H45`)).formulas));

test("a table is inserted, its sheet duplicated from its tab, its cells copied and pasted, its rows sorted, a row put in", async () => {
  const corner = await insertMonthlyTable(desk());
  expect((await cells(`Rows!B${LAST}:C${LAST}`))[0]).toEqual(["2026-03", 5238]);

  const tab = desk()
    .page.locator('[data-u-comp="slide-tab-item"]')
    .filter({ hasText: /^Rows$/ });
  await tab.click({ button: "right" });
  await desk().page.getByText("Copy", { exact: true }).click();
  await eventually(async () => (await cells("'Rows (2)'!B19:C19"))[0], ["2026-03", 5238]);
  expect(await desk().page.evaluate(() => window.orebookHost.workbook.names.list().length)).toBe(2);

  await desk().page.evaluate(() => window.orebookHost.workbook.sheets.add("Report"));
  await desk().host.select("Rows!A1");
  await desk().click("B2");
  await desk().host.select(`Rows!${corner}`);
  await desk().key("Control+c");
  await eventually(
    () => desk().page.evaluate(async () => (await navigator.clipboard.readText()).includes("2026-03")),
    true,
  );
  await desk().host.select("Report!A1");
  await desk().click("C10");
  await desk().key("Control+v");
  await eventually(async () => (await cells("Report!C27:D27"))[0], ["2026-03", 5238]);
  // A text that reads like a date stays a text, there and where it was copied.
  for (const address of ["Report!C27", "Rows!B19"])
    expect((await desk().host.read(address)).numberFormats).toEqual([["@"]]);
  await desk().screenshot("refresh-copies-pasted");

  const months = await cells(`'Rows (2)'!B${FIRST}:E${LAST}`);
  const sorted = [...months].reverse().map((row) => row.map((cell) => (typeof cell === "object" ? cell.error : cell)));
  await desk().host.enter(`'Rows (2)'!B${FIRST}:E${LAST}`, sorted);
  await desk().page.evaluate(() => {
    const { sheets, structure } = window.orebookHost.workbook;
    const area = { sheet: sheets.named("Rows")!.id, row: 9, column: 0, rowCount: 1, columnCount: 16_384 };
    structure.carryOut({ kind: "insert", area, along: "rows" });
  });
  await desk().host.enter("Rows!B10:C10", [["half-year mean", "=AVERAGE(C5:C9)"]]);
});

test("each is told and refreshed where it stands, the figures in the rows they belong to", async () => {
  const before = await everything();
  await desk().host.command("refresh", "RefreshButton");
  await press("Get it");
  await press("Show what would change");
  await says(/and 3 tables compared/);
  await says("A pasted copy: once refreshed, a table of its own");
  await desk().screenshot("refresh-copies-difference");
  await press("Refresh");
  await says(/Done: \d+ cells show another value/);
  for (const place of ["Rows!B2", "'Rows (2)'!B2", "Report!C10"]) await says(`magnets (${place}): refreshed`);
  expect(await cells("Rows!B20:C21")).toEqual([
    ["2026-03", 5300],
    ["2026-04", 5600],
  ]);
  expect((await desk().host.read("Rows!B10:C10")).formulas).toEqual([["half-year mean", "=AVERAGE(C5:C9)"]]);
  expect(await cells("'Rows (2)'!B5:C7")).toEqual([
    ["2026-04", 5600],
    ["2026-03", 5300],
    ["2026-02", expect.any(Number)],
  ]);
  expect(await cells("Report!C27:D28")).toEqual([
    ["2026-03", 5300],
    ["2026-04", 5600],
  ]);
  await desk().host.select("Rows!B2");
  await desk().screenshot("refresh-copies-done");
  await press("Undo");
  await says("This workbook is on data release R1");
  await eventually(everything, before);
});

test("the cell view knows the row of a sorted figure", async () => {
  await desk().host.select("'Rows (2)'!C5");
  await openTab(desk().pane(), "cell");
  await shown(".cell-formula").filter({ hasText: '"2026-03"' }).waitFor();
  await desk().host.select("Rows!C10");
  await shown(".note").filter({ hasText: "A row of your own" }).waitFor();
  await desk().screenshot("refresh-copies-own-row");
});

test("saved and opened again, all are still there, and the way back is known", async () => {
  const before = await everything();
  await desk().host.command("refresh", "RefreshButton");
  await press("Show what would change");
  await says(/and 3 tables compared/);
  await press("Refresh");
  await says(/Done: \d+ cells show another value/);
  const file = await savedFile(desk().page);
  await reload(desk().page);
  await openFile(desk().page, file, "Report");
  await desk().page.waitForFunction(() => window.orebookHost.isReady());
  await desk().host.command("refresh", "RefreshButton");
  await press("Go back to data release R1");
  await says(/and 3 tables compared/);
  await desk().screenshot("refresh-copies-way-back");
  await says("Not in that earlier data release");
  await shown('.refresh-difference fluent-button[appearance="primary"]').filter({ hasText: "Go back" }).click();
  await says(/Done: \d+ cells show another value/);
  expect(await everything()).toEqual(before);
});

test("nothing it did is missing in Excel, and nothing was logged as an error", async () => {
  expect([(await desk().host.log()).apiNotFound, desk().problems]).toEqual([[], []]);
});
