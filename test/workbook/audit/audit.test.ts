import { auditWorkbook, exportAudit } from "../../../src/workbook/audit/audit";
import { jumpTo } from "../../../src/workbook/audit/jump";
import { monthsSince } from "../../../src/sheets/audit/report";
import type { AuditEntry } from "../../../src/sheets/audit/entry";
import { addressOf } from "../../../src/sheets/notation/place";
import { changeRecord } from "../../../src/workbook/record/part";
import { sessionOf } from "../../fixtures/seeds";
import { twoReleases } from "../../fixtures/two-releases";
import { openOrebook, type OrebookExcel } from "../orebook";

const COPPER = '=METALS.IMPORTS("copper",2024)';

const audited = async ({ session }: OrebookExcel): Promise<readonly AuditEntry[]> =>
  (await auditWorkbook(session)).entries;
const only = async (excel: OrebookExcel): Promise<AuditEntry> => {
  const entries = await audited(excel);
  expect(entries.length).toBe(1);
  return entries[0]!;
};

test("a formula is told with its question, value, status, source and date", async () => {
  const excel = openOrebook();
  await excel.enter("B2", [[COPPER]]);
  const entry = await only(excel);
  expect(addressOf(entry.place)).toBe("Sheet1!B2");
  expect(entry).toMatchObject({
    kind: "formula",
    formula: COPPER,
    value: 67330000000,
    state: "calculated",
    status: "published",
    sources: ["andaman-2025-08-imports"],
    published: "2025-08-31",
  });
  expect(entry.question).toMatch(/imports of copper.*2024$/);
  expect([...entry.traits]).toEqual([]);
});

test("nested calls are told one by one", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [
    [
      '=METALS.IMPORTS("copper",METALS.LATEST("imports","copper",,"period"))/METALS.PRODUCTION("ten nonferrous metals",2025)',
    ],
  ]);
  const { figures, question } = await only(excel);
  expect(figures.map(({ series, period }) => [series.indicator, period])).toEqual([
    ["imports", "2024"],
    ["imports", "2024"],
    ["production", "2025"],
  ]);
  expect(question).toMatch(/imports of copper.*2024; .*ten nonferrous metals.*2025$/);
});

test("arguments come from cells, names and spills", async () => {
  const excel = openOrebook();
  excel.workbook.names.set({ name: "Year", scope: null, comment: "", visible: true, refersTo: "=Sheet1!$B$1" });
  await excel.enter("A1", [["copper", 2024]]);
  await excel.enter("A3", [["=METALS.IMPORTS(A1,Year)"]]);
  await excel.enter("D1", [['=METALS.SERIES("imports","copper",2023,2024)']]);
  await excel.enter("F1", [['=METALS.GRID("imports",A1,D1:D2)']]);
  const entries = await audited(excel);
  const periods = (entry: AuditEntry) => entry.figures.map(({ period }) => period);
  expect(entries.map((entry) => [addressOf(entry.place), periods(entry)])).toEqual([
    ["Sheet1!D1:E2", ["2023", "2024"]],
    ["Sheet1!F1:F2", ["2023", "2024"]],
    ["Sheet1!A3", ["2024"]],
  ]);
});

test("a formula that asks through a defined name is told with what the name asks", async () => {
  const excel = openOrebook();
  excel.workbook.names.set({ name: "CopperImports", scope: null, comment: "", visible: true, refersTo: COPPER });
  await excel.enter("A1", [["=CopperImports/1000000000"]]);
  const { figures, question } = await only(excel);
  expect(figures).toMatchObject([{ value: "67.33" }]);
  expect(question).toMatch(/imports of copper.*2024$/);
});

describe("what is to be noted", () => {
  const traits = async (formula: string) => {
    const excel = openOrebook();
    await excel.enter("A1", [[formula]]);
    return [...(await only(excel)).traits];
  };

  test.each([
    ['=REE.QUOTA(2025,"mining")', ["error"]],
    ['=METALS.BALANCE("lithium",2024)', ["derived"]],
    ['=METALS.GROWTH("production","ten nonferrous metals",2025)', []],
    ['=METALS.IMPORTS("copper",2023)', ["bound"]],
    ['=METALS.LATEST("production","rare earths")', ["estimated"]],
    ['=METALS.SERIES("quota mining","rare earths",2023,2024)', []],
  ])("%s: %j", async (formula, expected) => {
    expect(await traits(formula)).toEqual(expected);
  });

  test("a figure that its publisher gave otherwise before is revised", async () => {
    const excel = openOrebook({ session: sessionOf({ dataset: twoReleases() }) });
    await excel.enter("A1", [['=METALS.IMPORTS("copper",2023)', '=METALS.IMPORTS("copper",2023,,,,,"2024-12-31")']]);
    expect((await audited(excel)).map((entry) => [entry.value, entry.traits.has("revised")])).toEqual([
      [112000000, true],
      [110000000, false],
    ]);
  });

  test("the reason for an error is told", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [['=REE.QUOTA(2025,"mining")'], ['=METALS.IMPORTS("coper",2024)']]);
    expect((await audited(excel)).map(({ status }) => status)).toEqual([
      expect.stringContaining("confidential"),
      expect.stringContaining('"coper" is not known'),
    ]);
  });
});

test("a printed rate rests on its own source, not on the levels it was weighed against", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [
    [
      '=METALS.GROWTH("production","ten nonferrous metals",2025)',
      '=METALS.GROWTH("production","ten nonferrous metals",2025,2024)',
    ],
  ]);
  expect(
    (await audited(excel)).map(({ figures }) => figures.map(({ series, period }) => [series.transformation, period])),
  ).toEqual([
    [["growth", "2025"]],
    [
      ["level", "2025"],
      ["level", "2024"],
    ],
  ]);
});

test("events are traced to the documents that tell of them", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [['=REE.CONTROLLED("dysprosium")']]);
  expect((await only(excel)).sources).toEqual(["holland-knight-2025-04-04"]);
});

describe("cells that have not calculated", () => {
  const shows = async (value: string | number) => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    const { cells } = excel.workbook;
    const values = cells.values.bind(cells);
    cells.values = (area) =>
      values(area).map((row) =>
        row.map((each) =>
          each === 67330000000 ? (typeof value === "string" && value !== "" ? { error: value } : value) : each,
        ),
      );
    return only(excel);
  };

  test.each([
    ["#BUSY!", "notCalculated", false],
    ["#GETTING_DATA", "notCalculated", false],
    [0, "notCalculated", false],
    ["", "notCalculated", false],
    ["#NAME?", "unrecognised", true],
    ["#N/A", "error", true],
    [67330000000, "calculated", false],
  ])("%s: %s, an error: %s", async (value, state, isAnError) => {
    const entry = await shows(value);
    expect(entry.state).toBe(state);
    expect(entry.traits.has("error")).toBe(isAnError);
  });

  test("a formula that means to show nothing has calculated", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [['=IF(TRUE,"",METALS.IMPORTS("copper",2024))']]);
    const { cells } = excel.workbook;
    cells.values = () => [[""]];
    expect((await only(excel)).state).toBe("calculated");
  });
});

test("arguments that only Excel can tell leave the call without an answer", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [['=METALS.IMPORTS(INDIRECT("B1"),2024)']]);
  expect(await only(excel)).toMatchObject({
    figures: [],
    status: "",
    question: 'METALS.IMPORTS(INDIRECT("B1"),2024)',
  });
});

test("a table that Orebook inserted is told by its title, with its sources, wherever its cells are marked", async () => {
  const excel = openOrebook();
  await excel.enter("B3", [
    ["Year", "Mining"],
    [2024, 270000],
  ]);
  const sheet = excel.workbook.sheets.list()[0]!.id;
  excel.workbook.names.set({
    name: "_orebook_abc",
    scope: sheet,
    comment: "",
    visible: false,
    refersTo: { sheet, row: 2, column: 1, rowCount: 2, columnCount: 2 },
  });
  await changeRecord(() => ({
    tables: [
      {
        id: "abc",
        recipe: "rare-earth-quotas",
        arguments: {},
        mode: "values",
        standing: { release: "R1" },
        rows: 2,
        columns: 2,
      },
    ],
    log: [],
  }));
  const entry = await only(excel);
  expect([entry.kind, addressOf(entry.place), entry.value]).toEqual(["table", "Sheet1!B3:C4", "Year"]);
  expect(entry.question).toMatch(/quota/i);
  expect(entry.sources.length).toBeGreaterThan(5);
});

test("sheets follow in the workbook's order, cells row by row", async () => {
  const excel = openOrebook();
  excel.addSheet("Second");
  await excel.enter("Second!A1", [[COPPER]]);
  await excel.enter("Sheet1!C1", [[COPPER]]);
  await excel.enter("Sheet1!A2", [[COPPER, COPPER]]);
  expect((await audited(excel)).map(({ place }) => addressOf(place))).toEqual([
    "Sheet1!C1",
    "Sheet1!A2",
    "Sheet1!B2",
    "Second!A1",
  ]);
});

test("an audit can be cancelled while it checks formulas", async () => {
  const excel = openOrebook();
  await excel.enter(
    "A1",
    Array.from({ length: 400 }, () => [COPPER]),
  );
  const cancel = new AbortController();
  const told: number[] = [];
  const auditing = auditWorkbook(excel.session, {
    signal: cancel.signal,
    onProgress: ({ done, total }) => {
      told.push(done / total);
      if (done / total > 0.6) cancel.abort();
    },
  });
  await expect(auditing).rejects.toMatchObject({ name: "AbortError" });
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBeLessThan(1);
});

describe("the audit sheet", () => {
  const now = new Date(2026, 10, 22);

  test("has a row for every formula, formulas as texts, errors as words, spills as a count", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER], ['=REE.QUOTA(2025,"mining")']]);
    await excel.enter("C1", [['=METALS.SERIES("imports","copper",2023,2024)']]);
    const audit = await auditWorkbook(excel.session);
    expect(await exportAudit(excel.session, audit, now)).toMatchObject({ kind: "written", place: { sheet: "Audit" } });
    expect((await excel.values("Audit!A1:A3")).flat()).toEqual([
      "Audit of Orebook's formulas and tables",
      "Held against data release R2 of 2026-11-28",
      expect.stringMatching(/^Written 2026-11-22 00:00 UTC.*: 3 formulas, 0 tables$/),
    ]);
    expect(await excel.values("Audit!A6:E8")).toEqual([
      ["Sheet1", "A1", COPPER, expect.stringContaining("copper"), 67330000000],
      [
        "Sheet1",
        "C1:D2",
        '=METALS.SERIES("imports","copper",2023,2024)',
        expect.stringContaining("2023 – 2024"),
        "4 cells",
      ],
      ["Sheet1", "A2", '=REE.QUOTA(2025,"mining")', 'REE.QUOTA(2025,"mining")', "#N/A"],
    ]);
    expect(await excel.values("Audit!F6:J6")).toEqual([
      ["published", "", "ANDAMAN PARTNERS (2025-08)", "2025-08-31", 14],
    ]);
    expect(excel.formulas("Audit!C6")).toEqual([[COPPER]]);
    expect((await audited(excel)).length).toBe(3);
  });

  test("speaks Chinese where Office does", async () => {
    const excel = openOrebook({ session: sessionOf({ language: "zh" }) });
    await excel.enter("A1", [[COPPER]]);
    await exportAudit(excel.session, await auditWorkbook(excel.session), now);
    expect((await excel.values("审核!A5:J5"))[0]).toEqual([
      "工作表",
      "单元格",
      "公式",
      "查询内容",
      "值",
      "状态",
      "注意",
      "来源",
      "发布日期",
      "已过月数",
    ]);
  });
});

test.each([
  ["2026-11-22", 0],
  ["2026-10-23", 0],
  ["2026-10-22", 1],
  ["2025-08-31", 14],
  ["", ""],
])("%s is %s months ago on 2026-11-22", (day, months) => {
  expect(monthsSince(day, new Date(2026, 10, 22))).toBe(months);
});

describe("jumping to a cell", () => {
  test("selects it on its sheet", async () => {
    const excel = openOrebook();
    const sheetId = excel.addSheet("Second");
    expect(await jumpTo({ sheetId, sheet: "Second", row: 4, column: 2, rows: 2, columns: 1 })).toBe("selected");
    expect(excel.workbook.selection.area).toEqual({ sheet: sheetId, row: 4, column: 2, rowCount: 2, columnCount: 1 });
  });

  test("tells when the sheet is hidden or gone", async () => {
    const excel = openOrebook();
    const sheetId = excel.addSheet("Second");
    const place = { sheetId, sheet: "Second", row: 0, column: 0, rows: 1, columns: 1 };
    excel.workbook.sheets.change(sheetId, { visibility: "Hidden" });
    expect(await jumpTo(place)).toBe("hidden");
    excel.workbook.sheets.remove(sheetId);
    expect(await jumpTo(place)).toBe("gone");
  });
});
