import { inspectShare, share, type ShareResult } from "../../../src/workbook/share/share";
import { readLedger } from "../../../src/workbook/share/ledger";
import { restore } from "../../../src/workbook/share/restore";
import type { ShareSummary } from "../../../src/sheets/share/summary";
import { fingerprint } from "../../../src/sheets/share/ledger/fingerprint";
import { addressOf } from "../../../src/sheets/notation/place";
import { openOrebook, type OrebookExcel } from "../orebook";

const NOW = new Date(2026, 10, 22, 14, 3);
const COPPER = '=METALS.IMPORTS("copper",2024)';
const SERIES = '=METALS.SERIES("imports","copper",2023,2024)';
const QUOTA = '=REE.QUOTA(2025,"mining")';

const shared = async ({ session }: OrebookExcel, kind: "selection" | "sheet" | "workbook" = "workbook") => {
  const result = await share(session, kind, NOW);
  if (result.kind !== "shared") throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
};
const keptIn = ({ kept }: ShareSummary) =>
  kept.map(({ place, reader }) => [
    addressOf(place),
    reader.kind === "formula" ? addressOf(reader.place) : reader.name,
  ]);
const obstacles = (result: ShareResult) => (result.kind === "refused" ? result.obstacles : []);
const area = (excel: OrebookExcel, sheet: string, row: number, column: number, rowCount = 1, columnCount = 1) => ({
  sheet: excel.workbook.sheets.named(sheet)!.id,
  row,
  column,
  rowCount,
  columnCount,
});
const sheetNames = ({ workbook }: OrebookExcel) => workbook.sheets.list().map(({ name }) => name);
const everything = (excel: OrebookExcel) =>
  excel.workbook.sheets.list().map(({ name, id }) => {
    const used = excel.workbook.cells.used(id, true);
    return [
      name,
      used && excel.workbook.cells.formulas(used),
      used && excel.workbook.cells.values(used),
      used && excel.workbook.cells.numberFormats(used),
    ];
  });

describe("replacing formulas by values", () => {
  test("values stand where formulas were, other formulas stay, numbers are untouched", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER, "=A1/1000000000", 5, "text"]]);
    await shared(excel);
    expect(excel.formulas("A1:D1")).toEqual([[67330000000, "=A1/1000000000", 5, "text"]]);
  });

  test("a spill becomes a plain block", async () => {
    const excel = openOrebook();
    await excel.enter("B2", [[SERIES]]);
    const before = await excel.values("B2:C3");
    await shared(excel);
    expect([excel.formulas("B2:C3"), await excel.values("B2:C3")]).toEqual([before, before]);
  });

  test.each([
    ['="=HYPERLINK("&METALS.LATEST("imports","copper",,"period")', "=HYPERLINK(2024"],
    ['="+"&METALS.LATEST("imports","copper",,"period")', "+2024"],
    ['="@"&METALS.LATEST("imports","copper",,"period")', "@2024"],
    ['=METALS.LATEST("imports","copper",,"period")&"-06"', "2024-06"],
    ['=METALS.LATEST("imports","copper",,"period")&""', "2024"],
  ])("%s leaves the text %s", async (formula, text) => {
    const excel = openOrebook();
    await excel.enter("A1", [[formula]]);
    await shared(excel);
    expect(await excel.values("A1")).toEqual([[text]]);
  });

  test("number formats stay, also of text cells that show a number", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER, COPPER]]);
    excel.workbook.cells.setNumberFormats(area(excel, "Sheet1", 0, 0, 1, 2), [["#,##0.0,,,", "@"]]);
    const formats: string[] = [];
    const { cells } = excel.workbook;
    const enter = cells.enter.bind(cells);
    cells.enter = (of, content) => {
      if (of.sheet === area(excel, "Sheet1", 0, 0).sheet) formats.push(...cells.numberFormats(of).flat());
      enter(of, content);
    };
    await shared(excel);
    expect(formats).not.toContain("@");
    expect(cells.numberFormats(area(excel, "Sheet1", 0, 0, 1, 2))).toEqual([["#,##0.0,,,", "@"]]);
    expect(await excel.values("A1:B1")).toEqual([[67330000000, 67330000000]]);
  });

  test("only what is selected, and a spill as a whole", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER], [COPPER]]);
    await excel.enter("C1", [[SERIES]]);
    excel.workbook.selection.select(area(excel, "Sheet1", 1, 0, 1, 4));
    const { summary } = await shared(excel, "selection");
    expect(summary).toMatchObject({ formulas: 2, cells: 5, sheets: ["Sheet1"] });
    expect(excel.formulas("A1:A2")).toEqual([[COPPER], [67330000000]]);
    expect(excel.formulas("C1")).not.toEqual([[SERIES]]);
  });

  test("only the active sheet", async () => {
    const excel = openOrebook();
    excel.addSheet("Second");
    await excel.enter("Sheet1!A1", [[COPPER]]);
    await excel.enter("Second!A1", [[COPPER]]);
    expect((await shared(excel, "sheet")).summary.sheets).toEqual(["Sheet1"]);
    expect(excel.formulas("Second!A1")).toEqual([[COPPER]]);
  });

  test("sheets with apostrophes, quotes, brackets and Chinese, hidden ones too", async () => {
    const excel = openOrebook();
    const name = `O'Brien's "Q2" (稀土)`;
    const id = excel.addSheet(name);
    excel.workbook.sheets.change(id, { visibility: "VeryHidden" });
    await excel.enter(`'O''Brien''s "Q2" (稀土)'!B2`, [[COPPER]]);
    expect((await shared(excel)).summary.sheets).toEqual([name]);
    expect((await excel.values(`'O''Brien''s "Q2" (稀土)'!B2`))[0]).toEqual([67330000000]);
    expect((await excel.values("'Orebook formulas'!A6:C6"))[0]).toEqual([name, "B2", COPPER]);
    expect((await restore(excel.session, "workbook", NOW)).kind).toBe("restored");
    expect(excel.formulas(`'O''Brien''s "Q2" (稀土)'!B2`)).toEqual([[COPPER]]);
  });

  test("under a filter every value lands in its own row", async () => {
    const excel = openOrebook();
    const years = [2012, 2016, 2018, 2020, 2023, 2024];
    await excel.enter(
      "A1",
      years.map((year) => [`=METALS.IMPORTS("copper",${year})`, year]),
    );
    await excel.enter("D1", [['=METALS.SERIES("quota mining","rare earths",2019,2024)']]);
    const before = await excel.values("A1:E6");
    excel.workbook.formats.set(area(excel, "Sheet1", 1, 0, 2), "rowHidden", true);
    await shared(excel);
    expect(await excel.values("A1:E6")).toEqual(
      before.map((row) => row.map((cell) => (typeof cell === "object" ? "n/a" : cell))),
    );
    await restore(excel.session, "workbook", NOW);
    expect(await excel.values("A1:E6")).toEqual(before);
  });
});

describe("errors", () => {
  test("say so in a text, so that no error value goes out", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[QUOTA]]);
    const { summary } = await shared(excel);
    expect(summary.told.map(addressOf)).toEqual(["Sheet1!A1"]);
    expect(await excel.values("A1")).toEqual([["n/a"]]);
  });

  test.each(["=A1*2", "=SUM($A$1:$B$9)", '=INDIRECT("A1")', "=Quota", "=Table1[q]"])(
    "stay where %s reads them",
    async (formula) => {
      const excel = openOrebook();
      await excel.enter("A1", [[QUOTA]]);
      await excel.enter("E5", [[formula]]);
      excel.workbook.names.set({
        name: "Quota",
        scope: null,
        comment: "",
        visible: true,
        refersTo: area(excel, "Sheet1", 0, 0),
      });
      excel.workbook.tables.add(area(excel, "Sheet1", 0, 0, 2, 1), true);
      const { summary } = await shared(excel);
      expect([summary.told, keptIn(summary)]).toEqual([[], [["Sheet1!A1", "Sheet1!E5"]]]);
      expect(await excel.values("A1")).toEqual([[{ error: "#N/A" }]]);
    },
  );
});

describe("a chart over cells without a figure", () => {
  const NA = { error: "#N/A" };
  const chartOf = (
    excel: OrebookExcel,
    type: string,
    values: string | undefined,
    from = area(excel, "Sheet1", 0, 0, 3, 1),
  ) =>
    excel.workbook.charts.add({
      sheet: from.sheet,
      type,
      source: from,
      seriesBy: "Columns",
      place: null,
      properties: values === undefined ? {} : { "series.0.values": values },
    });
  const withQuota = async (options: Parameters<typeof openOrebook>[0] = {}) => {
    const excel = openOrebook(options);
    await excel.enter("A1", [
      ['=REE.QUOTA(2023,"mining")'],
      ['=REE.QUOTA(2024,"mining")'],
      [QUOTA],
      ['=METALS.IMPORTS("coper",2024)'],
    ]);
    return excel;
  };

  test.each(["Line", "ColumnClustered", "XYScatterLines"])(
    "leaves them #N/A, which a %s chart does not draw as zero",
    async (type) => {
      const excel = await withQuota();
      chartOf(excel, type, undefined);
      const { summary } = await shared(excel);
      expect([keptIn(summary), summary.told.map(addressOf), summary.unreadCharts]).toEqual([
        [["Sheet1!A3", "Chart 1"]],
        ["Sheet1!A4"],
        [],
      ]);
      expect((await excel.values("A1:A4")).flat()).toEqual([255000, 270000, NA, "n/a"]);
      expect(await restore(excel.session, "workbook", NOW)).toMatchObject({
        kind: "restored",
        left: [],
        different: [],
      });
      expect(excel.formulas("A3")).toEqual([[QUOTA]]);
    },
  );

  test("on any sheet, whatever it is called", async () => {
    const excel = await withQuota();
    excel.addSheet("Q2's 图");
    chartOf(excel, "Line", "Sheet1!$A$1:$A$3", area(excel, "Q2's 图", 0, 0, 3, 1));
    expect(keptIn((await shared(excel)).summary)).toEqual([["Sheet1!A3", "Chart 1"]]);
  });

  test.each([
    ["other cells", "Sheet1!B1:B3"],
    ["another error, which it draws as zero in any case", "Sheet1!A4"],
  ])("that draws %s changes nothing", async (_, values) => {
    const excel = await withQuota();
    chartOf(excel, "Line", values);
    const { summary } = await shared(excel);
    expect([summary.kept, await excel.values("A3")]).toEqual([[], [["n/a"]]]);
  });

  test("is told of where Excel does not say what it draws", async () => {
    const excel = await withQuota({ api: "1.14" });
    chartOf(excel, "Line", undefined);
    const { summary } = await shared(excel);
    expect([summary.kept, summary.unreadCharts.map(({ name, sheet }) => [name, sheet])]).toEqual([
      [],
      [["Chart 1", "Sheet1"]],
    ]);
  });

  test("of which Excel refuses to tell keeps nobody from asking the others", async () => {
    const excel = await withQuota({
      onRequest: (body) => {
        if (isFirst && body.includes("GetDimensionDataSourceString")) {
          isFirst = false;
          throw new Error("not for histograms");
        }
      },
    });
    let isFirst = true;
    chartOf(excel, "Histogram", undefined);
    chartOf(excel, "Line", undefined);
    const { summary } = await shared(excel);
    expect([keptIn(summary), summary.unreadCharts.map(({ name }) => name)]).toEqual([
      [["Sheet1!A3", "Chart 2"]],
      ["Chart 1"],
    ]);
  });

  test("is not asked for where nothing shows an error, and writes nothing while it is looked at", async () => {
    const bodies: string[] = [];
    const excel = openOrebook({ onRequest: (body) => bodies.push(body) });
    await excel.enter("A1", [[COPPER], [COPPER]]);
    chartOf(excel, "Line", undefined, area(excel, "Sheet1", 0, 0, 2, 1));
    const before = everything(excel);
    await inspectShare(excel.session, "workbook", NOW);
    expect([bodies.filter((body) => body.includes("Charts")), everything(excel)]).toEqual([[], before]);
  });
});

describe("what is kept", () => {
  test("a sheet has every formula with its place, its value, the data release, and a line on what was done and when", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    await excel.enter("C3", [[SERIES]]);
    await excel.enter("E1", [[QUOTA]]);
    await shared(excel);
    const rows = await excel.values("'Orebook formulas'!A1:H8");
    expect(rows[0]![0]).toBe("Formulas replaced by values");
    expect(rows[1]![0]).toMatch(
      /^2026-11-22 14:03 UTC.*: 3 formulas replaced by their values. Data release R2 of 2026-11-28, Orebook 0.1.0.$/,
    );
    expect(rows[5]).toEqual([
      "Sheet1",
      "A1",
      COPPER,
      67330000000,
      "published",
      "R2",
      "",
      expect.stringContaining("2026-11-22 14:03"),
    ]);
    expect(rows[6]).toEqual([
      "Sheet1",
      "E1",
      QUOTA,
      "(#N/A)",
      expect.stringContaining("confidential"),
      "R2",
      "",
      expect.any(String),
    ]);
    expect(rows[7]!.slice(0, 3)).toEqual(["Sheet1", "C3:D4", SERIES]);
    expect(excel.formulas("'Orebook formulas'!C6")).toEqual([[COPPER]]);
  });

  test("a second time adds to it", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER], [COPPER]]);
    excel.workbook.selection.select(area(excel, "Sheet1", 0, 0));
    await shared(excel, "selection");
    await shared(excel);
    const { formulas } = await Excel.run((context) => readLedger(context));
    expect(formulas.map(({ area: { row } }) => row)).toEqual([0, 1]);
  });

  test("the sources are named on a sheet, of earlier replaced formulas too", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    await shared(excel);
    await excel.enter("A2", [['=METALS.PRICE("copper",2024)']]);
    await shared(excel);
    const sources = (await excel.values("Sources!A6:G8")).map(([short, , , , , , cells]) => [short, cells]);
    expect(sources).toEqual([
      [expect.stringMatching(/World Bank/), "Sheet1!A2"],
      ["ANDAMAN PARTNERS (2025-08)", "Sheet1!A1"],
      ["", ""],
    ]);
  });

  test("the document no longer starts the add-in", async () => {
    const excel = openOrebook();
    excel.office.startupBehavior = "Load";
    excel.office.settings.set("Office.AutoShowTaskpaneWithDocument", true);
    await excel.enter("A1", [[COPPER]]);
    expect((await shared(excel)).startupCleared).toBe(true);
    expect([excel.office.startupBehavior, [...excel.office.settings.keys()], excel.office.saves]).toEqual([
      "None",
      [],
      1,
    ]);
  });
});

describe("refused with a reason, before anything is written", () => {
  const refused = async (excel: OrebookExcel) => {
    const before = everything(excel);
    const result = await share(excel.session, "workbook", NOW);
    expect(everything(excel)).toEqual(before);
    expect(excel.office.saves).toBe(0);
    return obstacles(result);
  };

  test("nothing that asks Orebook", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [["=1+1"]]);
    expect(await refused(excel)).toEqual([{ reason: "nothing" }]);
  });

  test("protected sheets", async () => {
    const excel = openOrebook();
    const id = excel.addSheet("Locked");
    await excel.enter("Sheet1!A1", [[COPPER]]);
    await excel.enter("Locked!A1", [[COPPER]]);
    excel.workbook.sheets.change(id, { isProtected: true });
    expect(await refused(excel)).toEqual([{ reason: "protected", sheets: ["Locked"] }]);
  });

  test("a protected workbook, which takes no further sheet", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    await Excel.run(async (context) => context.workbook.protection.protect());
    expect(await refused(excel)).toEqual([{ reason: "ownSheet", refusal: { reason: "workbookProtected" } }]);
  });

  test("functions that Excel does not know", async () => {
    const excel = openOrebook({ isLoaded: () => false });
    await excel.enter("A1", [[COPPER]]);
    expect(await refused(excel)).toMatchObject([{ reason: "unrecognised", places: [{ row: 0, column: 0 }] }]);
  });

  test("cells that are being calculated", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    const { cells } = excel.workbook;
    const values = cells.values.bind(cells);
    cells.values = (of) =>
      values(of).map((row) => row.map((cell) => (cell === 67330000000 ? { error: "#BUSY!" } : cell)));
    expect(await refused(excel)).toMatchObject([{ reason: "notCalculated", places: [{ row: 0, column: 0 }] }]);
  });

  test("formulas that refer to a spill as one, which would end", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[SERIES]]);
    await excel.enter("E1", [["=SUM(A1#)", "=SUM(A1:B2)"]]);
    expect(await refused(excel)).toMatchObject([{ reason: "spillRead", places: [{ row: 0, column: 4 }] }]);
  });

  test("a spill without room", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[SERIES], ["in the way"]]);
    expect(await refused(excel)).toMatchObject([{ reason: "blocked", places: [{ row: 0, column: 0 }] }]);
  });
});

test("what somebody enters while it is shared is not overwritten, and nothing is shared", async () => {
  let isEntering = false;
  const excel = openOrebook({
    onRequest: (body) => {
      if (isEntering && body.includes("Formulas replaced by values")) {
        isEntering = false;
        void excel.enter("Sheet1!A1", [[entered]]);
      }
    },
  });
  let entered: string | number = "";
  for (entered of [5, '=METALS.IMPORTS("copper",2012)', ""]) {
    await excel.enter("Sheet1!A1", [[COPPER, SERIES]]);
    isEntering = true;
    await expect(share(excel.session, "workbook", NOW)).rejects.toMatchObject({
      fault: "changed",
      detail: "Sheet1!A1",
    });
    expect([excel.formulas("Sheet1!A1:B1"), sheetNames(excel)]).toEqual([[[entered, SERIES]], ["Sheet1"]]);
  }
});

describe("either all of it or nothing", () => {
  test("when Excel refuses in between, formulas and sheets are as before", async () => {
    const excel = openOrebook({
      onRequest: (body) => {
        if (failing && body.includes("67330000000") && !body.includes("Check")) {
          failing = false;
          throw new Error("connection lost");
        }
      },
    });
    let failing = false;
    await excel.enter("A1", [[COPPER]]);
    await excel.enter("C3", [[SERIES]]);
    failing = true;
    await expect(share(excel.session, "workbook", NOW)).rejects.toMatchObject({ name: "WorkbookError" });
    expect([excel.formulas("A1"), excel.formulas("C3")]).toEqual([[[COPPER]], [[SERIES]]]);
    expect(sheetNames(excel)).toEqual(["Sheet1"]);
    expect(excel.office.startupBehavior).toBe("None");
  });

  test("a Sources sheet that was there before stays, and so do formulas kept earlier", async () => {
    let failing = false;
    const excel = openOrebook({
      onRequest: (body) => {
        if (failing && body.includes("67330000000") && !body.includes("Check")) {
          failing = false;
          throw new Error("connection lost");
        }
      },
    });
    await excel.enter("C3", [[SERIES]]);
    await shared(excel);
    await excel.enter("A1", [[COPPER]]);
    failing = true;
    await expect(share(excel.session, "workbook", NOW)).rejects.toMatchObject({ name: "WorkbookError" });
    expect([excel.formulas("A1"), sheetNames(excel)]).toEqual([[[COPPER]], ["Sheet1", "Sources", "Orebook formulas"]]);
    expect((await Excel.run((context) => readLedger(context))).formulas.map(({ formula }) => formula)).toEqual([
      SERIES,
    ]);
  });

  test("when it is cancelled while it writes, formulas are back", async () => {
    const excel = openOrebook();
    await excel.enter(
      "A1",
      Array.from({ length: 900 }, (_, r) => [r % 2 ? "" : COPPER]),
    );
    const cancel = new AbortController();
    const sharing = share(excel.session, "workbook", NOW, {
      signal: cancel.signal,
      onProgress: ({ done, total }) => done / total > 0.75 && cancel.abort(),
    });
    await expect(sharing).rejects.toMatchObject({ name: "AbortError" });
    expect([excel.formulas("A1"), excel.formulas("A899")]).toEqual([[[COPPER]], [[COPPER]]]);
    expect(sheetNames(excel)).toEqual(["Sheet1"]);
  });
});

test("the same values have the same fingerprint, others another", () => {
  expect(fingerprint([[1, "a"]])).toBe(fingerprint([[1, "a"]]));
  expect(fingerprint([[1, "a"]])).toMatch(/^[0-9a-f]{16}$/);
  expect(
    new Set([[[1]], [["1"]], [[1.0000000000000002]], [[true]], [[""]], [[1], [2]], [[1, 2]]].map(fingerprint)).size,
  ).toBe(7);
});
