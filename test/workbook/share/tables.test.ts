import { readRecord } from "../../../src/workbook/record/part";
import { findTables } from "../../../src/sheets/tables/find/find-tables";
import { insertTable } from "../../../src/workbook/insert/insert-table";
import { planRefresh } from "../../../src/sheets/tables/plan/plan-refresh";
import { readWorkbook } from "../../../src/workbook/scan/scan";
import { inspectShare, share } from "../../../src/workbook/share/share";
import { readLedger } from "../../../src/workbook/share/ledger";
import { restore } from "../../../src/workbook/share/restore";
import { openOrebook, type OrebookExcel } from "../orebook";

const NOW = new Date(2026, 10, 22, 14, 3);

const sheetOf = ({ workbook }: OrebookExcel) => workbook.sheets.list()[0]!.id;
const select = (excel: OrebookExcel, row: number, column: number) =>
  excel.workbook.selection.select({ sheet: sheetOf(excel), row, column, rowCount: 1, columnCount: 1 });
const formulasOn = (excel: OrebookExcel) =>
  excel
    .formulas("A1:H40")
    .flat()
    .filter((cell) => typeof cell === "string" && cell.startsWith("="));
const instance = () =>
  Excel.run(async (context) => {
    const scan = await readWorkbook(context);
    return { scan, found: findTables(scan, (await readRecord(context)).tables)[0]! };
  });

/** The rare-earth quotas since 2019 as formulas, in B2, and a formula beside them. */
async function withTable(): Promise<OrebookExcel> {
  const excel = openOrebook();
  const request = {
    recipe: "rare-earth-quotas",
    arguments: { from: "2019" },
    mode: "formulas",
    language: "en",
  } as const;
  const inserted = await insertTable(
    excel.session,
    request,
    { sheetId: sheetOf(excel), sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 },
    false,
  );
  expect(inserted.kind).toBe("inserted");
  await excel.workbook.calculation.settled();
  await excel.enter("A1", [['=METALS.PRICE("copper",2024)']]);
  return excel;
}

test("a table of formulas counts as values while it is shared, and as formulas when they are back", async () => {
  const excel = await withTable();
  const before = formulasOn(excel);
  expect([before.length > 10, (await instance()).found.mode]).toEqual([true, "formulas"]);
  await share(excel.session, "workbook", NOW);
  expect([formulasOn(excel), (await instance()).found.mode]).toEqual([[], "values"]);
  expect(await restore(excel.session, "workbook", NOW)).toMatchObject({ kind: "restored", left: [], different: [] });
  expect([formulasOn(excel), (await instance()).found.mode]).toEqual([before, "formulas"]);
});

test("a refresh of a shared table writes values, and remembers that it was asked for as formulas", async () => {
  const excel = await withTable();
  await share(excel.session, "workbook", NOW);
  const { scan, found } = await instance();
  const { writes, next, obstacle } = planRefresh(scan, found, excel.session, {
    ...excel.session.standing,
    day: "2023-12-31",
  });
  expect([obstacle, writes.length > 0, next.mode]).toEqual([undefined, true, "formulas"]);
  expect(
    writes.filter(({ content }) => typeof content === "object" && content !== null && "formula" in content),
  ).toEqual([]);
});

test("of a table as a whole the formulas go and come back, wherever in it something is selected", async () => {
  const excel = await withTable();
  const before = formulasOn(excel);
  select(excel, 6, 2);
  await share(excel.session, "selection", NOW);
  expect(formulasOn(excel)).toEqual(['=METALS.PRICE("copper",2024)']);
  select(excel, 5, 3);
  await restore(excel.session, "selection", NOW);
  expect([formulasOn(excel), (await Excel.run((context) => readLedger(context))).formulas]).toEqual([before, []]);
});

test("the missing figures of a table of values are told in a text while it is shared", async () => {
  const excel = openOrebook();
  const request = {
    recipe: "rare-earth-quotas",
    arguments: { from: "2009", to: "2016" },
    mode: "values",
    language: "en",
  } as const;
  expect(
    await insertTable(
      excel.session,
      request,
      { sheetId: sheetOf(excel), sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 },
      false,
    ),
  ).toMatchObject({ kind: "inserted" });
  const shown = async () =>
    (await excel.values("A1:H40")).flat().map((cell) => (typeof cell === "object" ? cell.error : cell));
  const before = await shown();
  const missing = before.filter((cell) => cell === "#N/A").length;
  expect(missing).toBeGreaterThan(5);
  expect(await share(excel.session, "workbook", NOW)).toMatchObject({
    kind: "shared",
    summary: { formulas: 0, missing, cells: 0, told: [] },
  });
  const rows = await excel.values("'Orebook formulas'!A1:D6");
  expect([rows[1]![0], rows[5]!.slice(2)]).toEqual([
    expect.stringContaining(`: ${missing} missing figures of tables say “n/a”. Data release`),
    ["=NA()", "(#N/A)"],
  ]);
  expect(await shown()).toEqual(before.map((cell) => (cell === "#N/A" ? "n/a" : cell)));
  const { scan, found } = await instance();
  expect(planRefresh(scan, found, excel.session, excel.session.standing)).toMatchObject({
    obstacle: undefined,
    writes: [],
  });
  expect(await restore(excel.session, "workbook", NOW)).toMatchObject({
    kind: "restored",
    restored: { formulas: 0, missing },
    left: [],
    different: [],
  });
  expect([await shown(), formulasOn(excel)]).toEqual([before, []]);
});

test("a missing figure that a formula reads stays an error", async () => {
  const excel = openOrebook();
  const request = {
    recipe: "rare-earth-quotas",
    arguments: { from: "2009", to: "2016" },
    mode: "values",
    language: "en",
  } as const;
  await insertTable(
    excel.session,
    request,
    { sheetId: sheetOf(excel), sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 },
    false,
  );
  await excel.enter("K1", [["=C5"]]);
  expect(await share(excel.session, "workbook", NOW)).toMatchObject({
    kind: "shared",
    summary: { kept: [{ place: { row: 4, column: 2 }, reader: { kind: "formula", place: { row: 0, column: 10 } } }] },
  });
  expect((await excel.values("C5:C6")).flat()).toEqual([{ error: "#N/A" }, expect.any(Number)]);
});

test("the missing figures that the table's own chart draws stay errors, so that it does not fall to zero", async () => {
  const excel = openOrebook();
  const request = {
    recipe: "rare-earth-quotas",
    arguments: { from: "2020", to: "2025" },
    mode: "values",
    language: "en",
  } as const;
  const inserted = await insertTable(
    excel.session,
    request,
    { sheetId: sheetOf(excel), sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 },
    false,
    true,
  );
  expect([inserted.kind, excel.workbook.charts.list().length]).toEqual(["inserted", 1]);
  const errors = async () => (await excel.values("A1:H40")).flat().filter((cell) => typeof cell === "object").length;
  const before = await errors();
  const result = await share(excel.session, "workbook", NOW);
  const kept = result.kind === "shared" ? result.summary.kept : [];
  expect([kept.map(({ reader }) => reader.kind), await errors()]).toEqual([["chart", "chart"], 2]);
  expect(before).toBeGreaterThan(2);
});

test("where every missing figure is needed as an error there is nothing to replace", async () => {
  const excel = openOrebook();
  const request = {
    recipe: "rare-earth-quotas",
    arguments: { from: "2009", to: "2016" },
    mode: "values",
    language: "en",
  } as const;
  await insertTable(
    excel.session,
    request,
    { sheetId: sheetOf(excel), sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 },
    false,
  );
  await excel.enter("K1", [["=COUNT(A1:H40)"]]);
  const { summary, obstacles } = await inspectShare(excel.session, "workbook", NOW);
  expect([obstacles, summary.kept.length > 5]).toEqual([[{ reason: "nothing" }], true]);
});
