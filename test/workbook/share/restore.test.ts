import { readLedger } from "../../../src/workbook/share/ledger";
import { restore, type RestoreResult } from "../../../src/workbook/share/restore";
import { share } from "../../../src/workbook/share/share";
import { addressOf } from "../../../src/sheets/notation/place";
import { openOrebook, type OrebookExcel } from "../orebook";

const NOW = new Date(2026, 10, 22, 14, 3);
const COPPER = '=METALS.IMPORTS("copper",2024)';
const SERIES = '=METALS.SERIES("imports","copper",2023,2024)';

const area = (excel: OrebookExcel, sheet: string, row: number, column: number, rowCount = 1, columnCount = 1) => ({
  sheet: excel.workbook.sheets.named(sheet)!.id,
  row,
  column,
  rowCount,
  columnCount,
});
const restored = (result: RestoreResult) => {
  if (result.kind !== "restored") throw new Error(`not restored: ${JSON.stringify(result)}`);
  return {
    places: result.places.map(addressOf),
    left: result.left.map(
      ({
        shared: {
          sheet,
          area: { row, column },
        },
        reason,
      }) => [sheet, row, column, reason],
    ),
    different: result.different.map(addressOf),
  };
};
const back = async ({ session }: OrebookExcel, kind: "selection" | "sheet" | "workbook" = "workbook") =>
  restored(await restore(session, kind, NOW));
const left = ({ workbook }: OrebookExcel) => workbook.sheets.list().map(({ name }) => name);

/** Does something to a sheet, as a person could. */
const onSheet = (name: string, change: (sheet: Excel.Worksheet) => unknown) =>
  Excel.run(async (context) => void change(context.workbook.worksheets.getItem(name)));

/** Formulas of all kinds on two sheets, shared. */
async function sharedWorkbook(): Promise<OrebookExcel> {
  const excel = openOrebook();
  excel.addSheet("Q2's 数据");
  await excel.enter("Sheet1!A1", [
    ["copper", 2024, COPPER, "=METALS.IMPORTS(A1,B1)/1000000000", '=REE.QUOTA(2025,"mining")'],
  ]);
  await excel.enter("Sheet1!A3", [[SERIES]]);
  await excel.enter("'Q2''s 数据'!B2", [
    ["=METALS.IMPORTS(Sheet1!A1,Sheet1!B1)", '=METALS.SOURCE("imports","copper",2024)'],
  ]);
  await share(excel.session, "workbook", NOW);
  return excel;
}

test("every formula comes back to its place with the same value, and the sheet that kept them goes", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER, "=A1*2"]]);
  await excel.enter("A3", [[SERIES]]);
  const before = [excel.formulas("A1:B4"), await excel.values("A1:B4")];
  await share(excel.session, "workbook", NOW);
  expect(await back(excel)).toEqual({ places: ["Sheet1!A1", "Sheet1!A3:B4"], left: [], different: [] });
  expect([excel.formulas("A1:B4"), await excel.values("A1:B4")]).toEqual(before);
  expect(left(excel)).toEqual(["Sheet1", "Sources"]);
});

test("formulas with references, on several sheets, with errors and spills come back alike", async () => {
  const excel = await sharedWorkbook();
  expect(await back(excel)).toMatchObject({ left: [], different: [] });
  expect(excel.formulas("Sheet1!C1:E1")).toEqual([
    [COPPER, "=METALS.IMPORTS(A1,B1)/1000000000", '=REE.QUOTA(2025,"mining")'],
  ]);
  expect(excel.formulas("'Q2''s 数据'!B2")).toEqual([["=METALS.IMPORTS(Sheet1!A1,Sheet1!B1)"]]);
  expect(await excel.values("Sheet1!E1")).toEqual([[{ error: "#N/A" }]]);
});

test("without the add-in a shared workbook shows no error, and every number", async () => {
  let isLoaded = true;
  const excel = openOrebook({ isLoaded: () => isLoaded });
  await excel.enter("A1", [[COPPER, '=REE.QUOTA(2025,"mining")', "=A1/2"]]);
  await excel.enter("A3", [[SERIES]]);
  await share(excel.session, "workbook", NOW);
  isLoaded = false;
  await excel.recalculate();
  const shown = (
    await Promise.all(excel.workbook.sheets.list().map(({ name }) => excel.values(`'${name}'!A1:H60`)))
  ).flat(2);
  expect(shown.filter((cell) => typeof cell === "object")).toEqual([]);
  expect(shown).toEqual(expect.arrayContaining([67330000000, 33665000000, "n/a", "ANDAMAN PARTNERS (2025-08)"]));
  isLoaded = true;
  expect(await back(excel)).toMatchObject({ left: [], different: [] });
});

describe("what has changed since is told and left alone", () => {
  test("another value, another formula, a block of which a cell changed", async () => {
    const excel = await sharedWorkbook();
    await excel.enter("Sheet1!C1", [[1, "=1+1"]]);
    await excel.enter("Sheet1!B4", [[5]]);
    const { places, left: kept } = await back(excel);
    expect(kept).toEqual([
      ["Sheet1", 0, 2, "changed"],
      ["Sheet1", 0, 3, "changed"],
      ["Sheet1", 2, 0, "changed"],
    ]);
    expect(places).toEqual(["Sheet1!E1", "'Q2''s 数据'!B2", "'Q2''s 数据'!C2"]);
    expect(excel.formulas("Sheet1!C1:D1")).toEqual([[1, "=1+1"]]);
    expect((await Excel.run((context) => readLedger(context))).line).toMatch(
      /: 3 formulas brought back; the 3 below stayed/,
    );
  });

  test("deleted cells, and formulas that refer to them", async () => {
    const excel = await sharedWorkbook();
    await onSheet("Sheet1", (sheet) => sheet.getRange("A:C").delete("Left"));
    const { places, left: kept } = await back(excel);
    expect(places).toEqual(["Sheet1!B1", "'Q2''s 数据'!C2"]);
    expect(kept).toEqual([
      ["Sheet1", 0, 2, "placeGone"],
      ["Sheet1", 0, 0, "referenceGone"],
      ["Sheet1", 2, 0, "placeGone"],
      ["Q2's 数据", 1, 1, "referenceGone"],
    ]);
    // It stays told also when the sheet that keeps it was written anew.
    expect((await back(excel)).left).toEqual(kept);
  });

  test("a deleted sheet", async () => {
    const excel = await sharedWorkbook();
    await onSheet("Sheet1", (sheet) => sheet.delete());
    const { places, left: kept } = await back(excel);
    expect([places, new Set(kept.map(([, , , reason]) => reason))]).toEqual([
      ["'Q2''s 数据'!C2"],
      new Set(["placeGone", "referenceGone"]),
    ]);
  });

  test("cells that were merged where a formula fills several", async () => {
    const excel = await sharedWorkbook();
    await onSheet("Sheet1", (sheet) => sheet.getRange("B4:C4").merge());
    const { places, left: kept } = await back(excel);
    expect([kept, excel.formulas("Sheet1!A3")]).toEqual([[["Sheet1", 2, 0, "merged"]], [[2023]]]);
    expect(places).toContain("Sheet1!C1");
    await onSheet("Sheet1", (sheet) => sheet.getRange("B4:C4").unmerge());
    expect(await back(excel)).toEqual({ places: ["Sheet1!A3:B4"], left: [], different: [] });
  });

  test("a protected sheet", async () => {
    const excel = await sharedWorkbook();
    excel.workbook.sheets.change(excel.workbook.sheets.named("Q2's 数据")!.id, { isProtected: true });
    expect((await back(excel)).left).toEqual([
      ["Q2's 数据", 1, 1, "protected"],
      ["Q2's 数据", 1, 2, "protected"],
    ]);
    excel.workbook.sheets.change(excel.workbook.sheets.named("Q2's 数据")!.id, { isProtected: false });
    expect(await back(excel)).toMatchObject({ places: ["'Q2''s 数据'!B2", "'Q2''s 数据'!C2"], left: [] });
  });
});

describe("places are followed where they were moved", () => {
  const FORMULA = "=METALS.IMPORTS(A1,$B1)/1000";
  const one = async () => {
    const excel = openOrebook();
    await excel.enter("Sheet1!A1", [["copper", 2024, FORMULA, "text"]]);
    await share(excel.session, "workbook", NOW);
    return excel;
  };

  test.each<[string, (sheet: Excel.Worksheet) => unknown, string, string]>([
    [
      "rows pushed in above",
      (sheet) => sheet.getRange("1:2").insert("Down"),
      "Sheet1!C3",
      "=METALS.IMPORTS(A3,$B3)/1000",
    ],
    [
      "columns pushed in between",
      (sheet) => sheet.getRange("B:B").insert("Right"),
      "Sheet1!D1",
      "=METALS.IMPORTS(A1,$C1)/1000",
    ],
    ["cells shifted down", (sheet) => sheet.getRange("C1").insert("Down"), "Sheet1!C2", "=METALS.IMPORTS(A1,$B1)/1000"],
    ["its cell moved", (sheet) => sheet.getRange("C1").moveTo("F9"), "Sheet1!F9", "=METALS.IMPORTS(A1,$B1)/1000"],
    [
      "what it refers to moved",
      (sheet) => sheet.getRange("A1:B1").moveTo("H8"),
      "Sheet1!C1",
      "=METALS.IMPORTS(H8,$I8)/1000",
    ],
  ])("%s", async (_, change, place, formula) => {
    const excel = await one();
    await onSheet("Sheet1", change);
    expect(await back(excel)).toEqual({ places: [place], left: [], different: [] });
    expect(excel.formulas(place)).toEqual([[formula]]);
  });

  test("a spill that moved, and a formula on another sheet that refers to a renamed one", async () => {
    const excel = await sharedWorkbook();
    await onSheet("Sheet1", (sheet) => {
      sheet.getRange("2:2").insert("Down");
      sheet.name = "FY24";
    });
    expect(await back(excel)).toMatchObject({
      left: [],
      different: [],
      places: expect.arrayContaining(["'FY24'!A4:B5"]) as string[],
    });
    expect(excel.formulas("'FY24'!D1")).toEqual([["=METALS.IMPORTS(A1,B1)/1000000000"]]);
    expect(excel.formulas("'Q2''s 数据'!B2")).toEqual([["=METALS.IMPORTS('FY24'!A1,'FY24'!B1)"]]);
  });

  test("what stays behind when only a part comes back is still followed", async () => {
    const excel = await sharedWorkbook();
    excel.workbook.selection.select(area(excel, "Sheet1", 0, 2));
    await back(excel, "selection");
    await onSheet("Sheet1", (sheet) => sheet.getRange("D1").moveTo("D9"));
    expect((await back(excel)).places).toContain("Sheet1!D9");
  });
});

test("merged, frozen and hidden cells, rows, columns and sheets keep their looks; values and formulas land where they belong", async () => {
  const excel = openOrebook();
  const id = excel.addSheet("Hidden");
  await excel.enter("Sheet1!A1", [
    [COPPER, "", '=METALS.PRICE("copper",2024)'],
    [COPPER, "", ""],
    [COPPER, "", 5],
  ]);
  await excel.enter("Hidden!B2", [[SERIES]]);
  await onSheet("Sheet1", (sheet) => {
    sheet.getRange("A1:B2").merge();
    sheet.freezePanes.freezeRows(1);
    sheet.getRange("3:3").rowHidden = true;
    sheet.getRange("C:C").columnHidden = true;
  });
  excel.workbook.sheets.change(id, { visibility: "Hidden" });
  const looks = async () => [
    excel.workbook.merges.on(excel.workbook.sheets.named("Sheet1")!.id),
    excel.workbook.panes.get(excel.workbook.sheets.named("Sheet1")!.id),
    excel.workbook.formats.get(area(excel, "Sheet1", 2, 0), "rowHidden"),
    excel.workbook.formats.get(area(excel, "Sheet1", 0, 2), "columnHidden"),
    excel.workbook.sheets.get(id)!.visibility,
    await excel.values("Sheet1!A1:C3"),
    await excel.values("Hidden!B2:C3"),
  ];
  const before = [await looks(), excel.formulas("Sheet1!A1:C3")];
  await share(excel.session, "workbook", NOW);
  expect(await looks()).toEqual(before[0]);
  expect(excel.formulas("Sheet1!A1:C3")).toEqual(await excel.values("Sheet1!A1:C3"));
  expect(await back(excel)).toMatchObject({ left: [], different: [] });
  expect([await looks(), excel.formulas("Sheet1!A1:C3")]).toEqual(before);
});

test("a figure that is another one now is told", async () => {
  const excel = await sharedWorkbook();
  await excel.enter("Sheet1!B1", [[2023]]);
  expect((await back(excel)).different).toEqual(["Sheet1!D1", "'Q2''s 数据'!B2"]);
});

test("only what is selected comes back", async () => {
  const excel = await sharedWorkbook();
  excel.workbook.selection.select(area(excel, "Sheet1", 0, 2));
  expect((await back(excel, "selection")).places).toEqual(["Sheet1!C1"]);
  expect((await Excel.run((context) => readLedger(context))).formulas.length).toBe(5);
});

test("a formula goes into a text cell as a formula", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER]]);
  excel.workbook.cells.setNumberFormats(area(excel, "Sheet1", 0, 0), [["@"]]);
  await share(excel.session, "workbook", NOW);
  expect(await back(excel)).toMatchObject({ places: ["Sheet1!A1"], different: [] });
  expect([excel.formulas("A1"), excel.workbook.cells.numberFormats(area(excel, "Sheet1", 0, 0))]).toEqual([
    [[COPPER]],
    [["@"]],
  ]);
});

test("nothing kept is nothing to restore; a protected sheet of formulas is refused", async () => {
  const excel = openOrebook();
  expect(await restore(excel.session, "workbook", NOW)).toEqual({ kind: "nothing" });
  await excel.enter("A1", [[COPPER]]);
  await share(excel.session, "workbook", NOW);
  excel.workbook.sheets.change(excel.workbook.sheets.named("Orebook formulas")!.id, { isProtected: true });
  expect(await restore(excel.session, "workbook", NOW)).toEqual({
    kind: "refused",
    reason: "protected",
    sheet: "Orebook formulas",
  });
  expect(excel.formulas("A1")).toEqual([[67330000000]]);
});

test("in a protected workbook formulas come back and the sheet stays, empty", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER]]);
  await share(excel.session, "workbook", NOW);
  await Excel.run(async (context) => context.workbook.protection.protect());
  expect((await back(excel)).places).toEqual(["Sheet1!A1"]);
  expect([left(excel), await excel.values("'Orebook formulas'!A6")]).toEqual([
    ["Sheet1", "Sources", "Orebook formulas"],
    [[""]],
  ]);
});

test("when Excel refuses in between, the values are as before", async () => {
  let failing = false;
  const excel = openOrebook({
    onRequest: (body) => {
      if (failing && body.includes("METALS.IMPORTS")) {
        failing = false;
        throw new Error("connection lost");
      }
    },
  });
  await excel.enter("A1", [[COPPER, SERIES]]);
  await share(excel.session, "workbook", NOW);
  const before = await excel.values("A1:C2");
  failing = true;
  await expect(restore(excel.session, "workbook", NOW)).rejects.toMatchObject({ name: "WorkbookError" });
  expect([excel.formulas("A1:C2"), await excel.values("A1:C2")]).toEqual([before, before]);
  expect(await back(excel)).toMatchObject({ left: [], different: [] });
});

test("what somebody enters while formulas are brought back is not overwritten, and none is", async () => {
  let isEntering = false;
  const excel = openOrebook({
    onRequest: (body) => {
      if (isEntering && body.includes("MergedAreas")) {
        isEntering = false;
        void excel.enter("Sheet1!A1", [[5]]);
      }
    },
  });
  await excel.enter("A1", [[COPPER, SERIES]]);
  await share(excel.session, "workbook", NOW);
  const shared = excel.formulas("Sheet1!B1:C2");
  isEntering = true;
  await expect(restore(excel.session, "workbook", NOW)).rejects.toMatchObject({
    fault: "changed",
    detail: "Sheet1!A1",
  });
  expect([excel.formulas("Sheet1!A1"), excel.formulas("Sheet1!B1:C2")]).toEqual([[[5]], shared]);
});
