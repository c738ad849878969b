import { excelWorkbook } from "../../../src/workbook/excel-workbook";
import { timeScale, type ChartPlan } from "../../../src/sheets/chart";
import type { Block } from "../../../src/sheets/insert/block";
import type { Place } from "../../../src/sheets/notation/place";
import { HostError } from "../../../workbench/host/host-error";
import { openExcel } from "../excel";

const chart: ChartPlan = {
  type: "lines",
  title: "Copper\nUSGS",
  unit: "kt",
  row: 1,
  rows: 2,
  categories: 0,
  isScaled: false,
  series: [
    { name: "Mine", column: 1 },
    { name: "Refinery", column: 2 },
  ],
};
const block: Block = {
  content: [
    ["Year", "Mine", "Refinery"],
    [2023, 1, 2],
    [2024, 3, 4],
  ],
  rows: 3,
  columns: 3,
  formats: ["General", "0", "0"],
  headers: 1,
  widths: [4, 4, 8],
  chart,
};

function setUp(options: Parameters<typeof openExcel>[0] = {}) {
  const excel = openExcel(options);
  const at: Place = { sheetId: excel.workbook.sheets.active, sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 };
  const charts = () => excel.workbook.charts.list();
  const inserted = async () => {
    const outcome = await excelWorkbook().insert(block, at, false);
    if (outcome.kind !== "inserted") throw new Error("nothing was inserted");
    return outcome;
  };
  return { excel, at, charts, inserted };
}

test("a chart shows each column over the periods, with title, unit and gaps, beside its block", async () => {
  const { charts, inserted, excel } = setUp();
  await inserted();
  expect(charts()).toEqual([
    expect.objectContaining({
      type: "Line",
      place: {
        first: expect.objectContaining({ row: 1, column: 5 }),
        last: expect.objectContaining({ row: 16, column: 12 }),
      },
    }),
  ]);
  expect(charts()[0]!.properties).toMatchObject({
    "title.text": "Copper\nUSGS",
    "axes.valueAxis.title.text": "kt",
    "legend.visible": true,
    displayBlanksAs: "NotPlotted",
    "series.count": 2,
    "series.0.name": "Mine",
    "series.0.values": "Sheet1!C3:C4",
    "series.0.categories": "Sheet1!B3:B4",
    "series.1.name": "Refinery",
    "series.1.values": "Sheet1!D3:D4",
    "series.1.categories": "Sheet1!B3:B4",
  });
  expect(excel.log.apiNotFound).toEqual([]);
});

test("it covers neither filled cells nor another chart: below where beside is taken, then behind all that is there", async () => {
  const { excel, charts, inserted, at } = setUp();
  await excel.enter("H4", [["mine"]]);
  await inserted();
  expect(charts()[0]!.place!.first).toMatchObject({ row: 5, column: 1 });
  await excelWorkbook().insert({ ...block, content: block.content }, { ...at, row: 22 }, false);
  expect(charts()[1]!.place!.first).toMatchObject({ row: 22, column: 5 });
  await excel.enter("A27", [["below"]]);
  await excelWorkbook().insert(block, { ...at, row: 22, column: 14 }, false);
  expect(charts()[2]!.place!.first).toMatchObject({ row: 22, column: 18 });
});

test("Undo takes the chart away with its block, and leaves the charts of others", async () => {
  const { excel, charts, inserted } = setUp();
  const other = excel.workbook.charts.add({
    sheet: excel.workbook.sheets.active,
    type: "Pie",
    source: { sheet: excel.workbook.sheets.active, row: 30, column: 0, rowCount: 1, columnCount: 1 },
    seriesBy: "Auto",
    place: null,
    properties: {},
  });
  const { undo } = await inserted();
  expect(charts()).toHaveLength(2);
  expect(await undo()).toBe("undone");
  expect(charts().map(({ id }) => id)).toEqual([other.id]);
});

test("a chart that somebody deleted meanwhile does not keep the block from being taken back", async () => {
  const { excel, charts, inserted } = setUp();
  const { undo } = await inserted();
  excel.workbook.charts.remove(charts()[0]!.id);
  expect(await undo()).toBe("undone");
});

test("where Excel refuses the chart nothing of the block stays", async () => {
  const { excel, charts, inserted } = setUp({
    onRequest: (body) => {
      if (body.includes("SetPosition")) throw new Error("no charts here");
    },
  });
  await expect(inserted()).rejects.toThrow();
  expect((await excel.values("B2:D4")).flat().every((cell) => cell === "" || cell === null)).toBe(true);
  expect(charts()).toEqual([]);
});

test("a chart that Excel refuses half-way is not left behind", async () => {
  const { excel, charts, inserted } = setUp();
  const { charts: all } = excel.workbook;
  const change = all.change.bind(all);
  all.change = (id, to) => {
    if (to.place) throw new HostError("GeneralException", "not there", 500);
    change(id, to);
  };
  await expect(inserted()).rejects.toMatchObject({ name: "WorkbookError" });
  expect([charts(), excel.formulas("B2").flat()]).toEqual([[], [""]]);
});

test.each([
  [[2022, 2023, 2024], { type: "lines", isScaled: false }],
  [[2012, 2023, 2024], { type: "columns", isScaled: true }],
  [[2023, 2024], { type: "columns", isScaled: false }],
  [["2024-11", "2024-12", "2025-01"], { type: "lines", isScaled: false }],
  [["2024-Q3", "2024-Q4", "2025-Q1"], { type: "lines", isScaled: false }],
  [["2024-01", "2024-03", "2024-04"], { type: "columns", isScaled: false }],
  [["2026-01/2026-03", "2026-01/2026-04", "2026-01/2026-05"], { type: "columns", isScaled: false }],
])("%j is drawn as %j", (periods, drawn) => {
  expect(timeScale(periods)).toEqual(drawn);
});

test.each([
  ["a flow of years is drawn in columns", { indicator: "imports" }, "columns"],
  ["a price of years in lines", { indicator: "price" }, "lines"],
  ["many flows side by side in lines", { indicator: "imports", series: 7 }, "lines"],
] as const)("%s", (_, about, type) => expect(timeScale([2021, 2022, 2023, 2024], about).type).toBe(type));

test("months that are dates keep their distance on an axis of dates, whatever is missing between them", async () => {
  const { charts, at } = setUp();
  const dated: ChartPlan = { ...chart, ...timeScale([45778, 45870], { isDated: true }), over: "Month" };
  await excelWorkbook().insert({ ...block, chart: dated }, at, false);
  expect(charts()[0]!.type).toBe("Line");
  expect(charts()[0]!.properties).toMatchObject({
    "axes.categoryAxis.title.text": "Month",
    "axes.categoryAxis.categoryType": "DateAxis",
    "axes.categoryAxis.baseTimeUnit": "Months",
    "axes.categoryAxis.numberFormat": "mmm yyyy",
  });
});

test("the first of a ranking stands at the top of its bars", async () => {
  const { charts, at } = setUp();
  await excelWorkbook().insert({ ...block, chart: { ...chart, type: "bars" } }, at, false);
  expect(charts()[0]!.type).toBe("BarClustered");
  expect(charts()[0]!.properties["axes.categoryAxis.reversePlotOrder"]).toBe(true);
});
