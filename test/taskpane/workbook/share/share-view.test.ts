/** @jest-environment jsdom */
import { join } from "node:path";
import { Dataset } from "../../../../src/dataset/dataset";
import { createSession } from "../../../../src/functions/languages";
import { paneContext } from "../../../../src/taskpane/context/pane-context";
import { ShareView } from "../../../../src/taskpane/workbook/share/share-view";
import { insertTable } from "../../../../src/workbook/insert/insert-table";
import { compileFiles } from "../../../../tools/data/compile";
import { readFolder } from "../../../../tools/data/read/files";
import { draft, filesOf } from "../../../tools/data/fixture";
import { openOrebook, type OrebookExcel } from "../../../workbook/orebook";
import { fakeWorkbook, services, speech } from "../../context";
import { all, one } from "../../page";

const QUOTA = '=REE.QUOTA(2025,"mining")';
const COPPER = '=METALS.IMPORTS("copper",2024)';

const button = (text: string) => all("fluent-button").find((each) => each.textContent === text)!;
const lines = (selector: string) => all(`${selector} p, ${selector} li`).map(({ textContent }) => textContent);
async function idle(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 5));
  while (one(".share-view").getAttribute("aria-busy") === "true");
}

async function open(excel: OrebookExcel, inExcel = true): Promise<ShareView> {
  const context = await paneContext(excel.session, services(inExcel ? { workbook: fakeWorkbook() } : {}), speech());
  const view = new ShareView(context);
  document.body.replaceChildren(view.element);
  view.shown();
  await idle();
  return view;
}

test("what would be replaced is told before anything is written", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [
    [COPPER, '=METALS.SERIES("imports","copper",2023,2024)'],
    ["", ""],
    ['=REE.QUOTA(2025,"mining")', ""],
  ]);
  await open(excel);
  expect(lines(".share-preview").slice(0, 2)).toEqual([
    "3 formulas become values in 6 cells on: Sheet1.",
    "1 shows an error and will say “n/a” instead.",
  ]);
  expect([
    excel.formulas("A1"),
    excel.workbook.sheets.list().length,
    button("Replace by values").hasAttribute("disabled"),
  ]).toEqual([[[COPPER]], 1, false]);
});

test("figures licensed to somebody alone are told, and left out unless one says otherwise", async () => {
  const files = readFolder(join(__dirname, "..", "..", "..", "fixtures", "overlay"));
  const { release } = compileFiles(filesOf(draft()), { files, shown: "acme" });
  const excel = openOrebook({ session: createSession(new Dataset(release!), { addinVersion: "0.1.0" }) });
  const theirs = [['=METALS.IMPORTS("copper",2015)']];
  await excel.enter("A1", theirs);
  await open(excel);
  expect(lines(".share-preview")).toContain("1 formula rests on figures licensed to Acme Bank alone.");
  expect(one(".share-preview label").textContent).toBe("Leave them out: “n/a” in their place");
  button("Replace by values").click();
  await idle();
  await idle();
  expect(excel.formulas("A1")).toEqual([["n/a"]]);
  button("Restore formulas").click();
  await idle();
  await idle();
  expect(excel.formulas("A1")).toEqual(theirs);
  one(".share-preview fluent-checkbox").click();
  button("Replace by values").click();
  await idle();
  await idle();
  expect(excel.formulas("A1")).toEqual([[19.2e9]]);
});

test("replaces, says where the formulas are, and brings them back", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER]]);
  await open(excel);
  button("Replace by values").click();
  await idle();
  await idle();
  expect(one(".notice-text").textContent).toBe(
    "1 formula replaced, kept on “Orebook formulas”; the sources are on “Sources”.",
  );
  expect([excel.formulas("A1"), button("Replace by values").hasAttribute("disabled")]).toEqual([[[67330000000]], true]);
  expect(lines(".share-kept")).toEqual([
    "1 formula is kept on “Orebook formulas”.",
    expect.stringMatching(/^\d{4}-.*: 1 formula replaced by its value\. Data release R2/),
  ]);
  button("Restore formulas").click();
  await idle();
  await idle();
  expect([one(".notice-text").textContent, excel.formulas("A1")]).toEqual(["1 formula is back.", [[COPPER]]]);
});

test("missing figures of tables are counted apart from formulas, before and after", async () => {
  const excel = openOrebook();
  const request = {
    recipe: "magnet-exports-by-month",
    arguments: { from: "2024", to: "2024" },
    mode: "values",
    language: "en",
  } as const;
  await insertTable(
    excel.session,
    request,
    { sheetId: excel.workbook.sheets.active, sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 },
    false,
  );
  const missing = (await excel.values("A1:H40")).flat().filter((cell) => typeof cell === "object").length;
  await excel.enter("K1", [[COPPER]]);
  await open(excel);
  expect(lines(".share-preview").slice(0, 2)).toEqual([
    "1 formula becomes values in 1 cell on: Sheet1.",
    `${missing} missing figures of tables will say “n/a” instead of #N/A.`,
  ]);
  button("Replace by values").click();
  await idle();
  await idle();
  expect(one(".notice-text").textContent).toBe(
    `1 formula and ${missing} missing figures replaced, kept on “Orebook formulas”; the sources are on “Sources”.`,
  );
  expect(lines(".share-kept")[0]).toBe(`1 formula and ${missing} missing figures are kept on “Orebook formulas”.`);
  button("Restore formulas").click();
  await idle();
  await idle();
  expect(one(".notice-text").textContent).toBe(`1 formula and ${missing} missing figures are back.`);
});

test("what stays an error is listed with the reason, before and after, and each place leads to its cell", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [['=REE.QUOTA(2024,"mining")'], [QUOTA], [QUOTA], ["=A2"]]);
  const at = (row: number, rowCount: number) => ({
    sheet: excel.workbook.sheets.active,
    row,
    column: 0,
    rowCount,
    columnCount: 1,
  });
  excel.workbook.charts.add({
    sheet: excel.workbook.sheets.active,
    type: "Line",
    source: at(0, 3),
    seriesBy: "Columns",
    place: null,
    properties: {},
  });
  await open(excel);
  const reasons = [
    "Sheet1!A2 is read by the formula in Sheet1!A4",
    "Sheet1!A3 is drawn by the chart “Chart 1”, which would draw a text as zero",
  ];
  expect(lines(".share-preview").slice(0, 4)).toEqual([
    "3 formulas become values in 3 cells on: Sheet1.",
    "2 keep their error, because something else needs it:",
    ...reasons,
  ]);
  button("Replace by values").click();
  await idle();
  await idle();
  expect(lines(".share-details")).toEqual(["2 still show an error, because something else needs it:", ...reasons]);
  all(".share-details button")[1]!.click();
  await idle();
  expect(excel.workbook.selection.area).toEqual(at(2, 1));
});

test("a chart that Excel does not tell about is named where it may draw a text", async () => {
  const excel = openOrebook({ api: "1.9" });
  await excel.enter("A1", [[QUOTA]]);
  excel.workbook.charts.add({
    sheet: excel.workbook.sheets.active,
    type: "Line",
    source: { sheet: excel.workbook.sheets.active, row: 0, column: 0, rowCount: 3, columnCount: 1 },
    seriesBy: "Columns",
    place: null,
    properties: {},
  });
  await open(excel);
  expect(lines(".share-preview")[2]).toBe(
    "Look at these charts before you send the workbook: “Chart 1” on Sheet1. Excel does not tell which cells they draw, and “n/a” is drawn as zero.",
  );
});

test("only the chosen part", async () => {
  const excel = openOrebook();
  excel.addSheet("Second");
  await excel.enter("Sheet1!A1", [[COPPER], [COPPER]]);
  await excel.enter("Second!A1", [[COPPER]]);
  await open(excel);
  for (const [scope, text] of [
    ["sheet", "2 formulas become values in 2 cells on: Sheet1."],
    ["selection", "1 formula becomes values in 1 cell on: Sheet1."],
  ] as const) {
    one(`fluent-radio[value="${scope}"]`).click();
    await idle();
    expect(lines(".share-preview")[0]).toBe(text);
  }
});

test("what was selected while it looked is looked at as well", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER], [COPPER], ["text"]]);
  const workbook = fakeWorkbook();
  const view = new ShareView(await paneContext(excel.session, services({ workbook }), speech()));
  document.body.replaceChildren(view.element);
  const select = (row: number, rowCount: number) => {
    excel.workbook.selection.select({ sheet: excel.workbook.sheets.active, row, column: 0, rowCount, columnCount: 1 });
    workbook.move(row);
  };
  one('fluent-radio[value="selection"]').click();
  select(2, 1);
  await new Promise((resolve) => setTimeout(resolve));
  select(0, 2);
  await idle();
  await idle();
  expect(lines(".share-preview")[0]).toBe("2 formulas become values in 2 cells on: Sheet1.");
});

test("what stands in the way is told with how to go on, and the button is off", async () => {
  const excel = openOrebook();
  const id = excel.addSheet("Locked");
  await excel.enter("Locked!A1", [[COPPER]]);
  excel.workbook.sheets.change(id, { isProtected: true });
  await open(excel);
  expect(lines(".share-preview")).toEqual(["Not yet:", "Unprotect first: Locked."]);
  expect(button("Replace by values").hasAttribute("disabled")).toBe(true);
});

test.each<[string, string, (excel: OrebookExcel) => Promise<unknown>]>([
  [
    "a workbook that takes no sheet",
    "The workbook is protected and takes no further sheet. Review › Protect Workbook lets you unprotect it.",
    () => Excel.run(async (context) => context.workbook.protection.protect()),
  ],
  [
    "a spill without room",
    "No room to spill: Sheet1!C1. Clear the cells below or beside.",
    (excel) => excel.enter("C1", [['=METALS.SERIES("imports","copper",2023,2024)'], ["in the way"]]),
  ],
  [
    "a function that is not known",
    "Not recognised by Excel: Sheet1!C1. Repair them first (Audit).",
    (excel) => excel.enter("C1", [["=METALS.FUTURE(1)"]]),
  ],
])("%s stands in the way, also when it comes after the look", async (_, line, put) => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER]]);
  const view = await open(excel);
  await put(excel);
  button("Replace by values").click();
  await idle();
  expect([lines(".share-preview"), excel.formulas("A1"), button("Replace by values").hasAttribute("disabled")]).toEqual(
    [["Not yet:", line], [[COPPER]], true],
  );
  view.shown();
  await idle();
  expect(lines(".share-preview")).toEqual(["Not yet:", line]);
});

test("of many cells that stay errors the first are listed, and the others counted", async () => {
  const excel = openOrebook();
  await excel.enter(
    "A1",
    Array.from({ length: 60 }, () => [QUOTA]),
  );
  await excel.enter("C1", [["=COUNT(A1:A60)"]]);
  await open(excel);
  expect([
    all(".share-preview li").length,
    lines(".share-preview")[1],
    all(".share-preview li").at(-1)!.textContent,
  ]).toEqual([51, "60 keep their error, because something else needs it:", "and 10 more"]);
});

test("formulas that could not come back are listed with the reason", async () => {
  const excel = openOrebook();
  await excel.enter("B2", [[COPPER]]);
  await open(excel);
  button("Replace by values").click();
  await idle();
  await idle();
  await excel.enter("B2", [[1]]);
  button("Restore formulas").click();
  await idle();
  await idle();
  expect(lines(".share-details")).toEqual([
    "1 formula stays on the sheet that keeps them:",
    "Sheet1, B2: its cells have changed since",
  ]);
});

test("nothing kept is said", async () => {
  const excel = openOrebook();
  await open(excel);
  expect([lines(".share-preview"), lines(".share-kept")]).toEqual([
    ["No formula here asks Orebook."],
    ["No replaced formulas are kept here."],
  ]);
  expect([
    button("Replace by values").hasAttribute("disabled"),
    button("Restore formulas").hasAttribute("disabled"),
  ]).toEqual([true, true]);
});

test("outside Excel the view says where to open it, and asks nothing", async () => {
  const excel = openOrebook();
  const view = await open(excel, false);
  view.shown();
  expect([all(".quiet").map(({ textContent }) => textContent), excel.requests()]).toEqual([
    ["Open Orebook in Excel to share a workbook."],
    0,
  ]);
});
