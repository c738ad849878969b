import { periodsBetween } from "../../../../src/dataset/period";
import { viewAt } from "../../../../src/dataset/view";
import { readerOf } from "../../../../src/functions/answering/asking";
import {
  insertPlan,
  offeredUnits,
  type InsertChoice,
  type Subject,
} from "../../../../src/taskpane/series/insert/insert-plan";
import { previewWords } from "../../../../src/taskpane/series/insert/preview";
import { isFigure, pointsOf } from "../../../../src/taskpane/words/points";
import { seeds, sessionOf } from "../../../fixtures/seeds";
import { contextOf } from "../../context";

const session = sessionOf();
const reader = readerOf(viewAt(seeds()), session);

function subject(id: string, period?: string): Subject {
  const series = reader.view.catalogue.seriesById(id)!;
  const figures = pointsOf(session, reader, series).filter(isFigure);
  return { session, series, figures, period: period ?? figures.at(-1)!.period };
}

const plan = (of: Subject, choice: Partial<InsertChoice> = {}) =>
  insertPlan(of, { what: "figure", as: "formula", unit: undefined, ...choice }, (id) => id);
const COPPER = "imports.copper.chn.wld.value.customs.a";
const MAGNETS = "exports.rare-earth-magnets.chn.wld.weight.customs.m";

test("a figure as formula is one cell with the formula and the format of its value", () => {
  expect(plan(subject(COPPER)).block).toEqual({
    content: [[{ formula: '=METALS.IMPORTS("copper",2024)' }]],
    rows: 1,
    columns: 1,
    headers: 0,
    formats: ["#,##0"],
    widths: [15],
  });
});

test("a figure as value is what the formula would answer, in the unit chosen", () => {
  expect(plan(subject(COPPER), { as: "value", unit: "USD bn" }).block).toMatchObject({
    content: [[67.33]],
    formats: ["#,##0.00"],
  });
});

test("a period chosen is the one that is inserted", () => {
  expect(plan(subject(COPPER, "2012"), { as: "value" }).cells).toEqual([[16_930_000_000]]);
});

test("a series as formula is one cell that will fill a header row and a row per figure", () => {
  const of = subject(MAGNETS);
  const { block } = plan(of, { what: "series" });
  expect(block.content).toEqual([
    [{ formula: '=METALS.SERIES("exports weight","rare earth magnets","2016-12",,,,1,,"fill dates")' }],
  ]);
  const months = periodsBetween("2016-12", of.figures.at(-1)!.period).length;
  expect([block.rows, block.columns, block.headers]).toEqual([months + 1, 2, 1]);
});

test.each([
  [{ hasDates: false }, '1,,"fill")', "General"],
  [{ isFilled: false }, '1,,"dates")', "mmm yyyy"],
  [{ hasDates: false, isFilled: false }, '"2016-12",,,,1)', "General"],
] as readonly (readonly [Partial<InsertChoice>, string, string])[])(
  "dates and rows for missing months can be left out, %j, and the formula says so",
  (choice, end, format) => {
    const of = subject(MAGNETS);
    const { block, request } = plan(of, { what: "series", ...choice });
    expect((block.content[0]![0] as { formula: string }).formula.endsWith(end)).toBe(true);
    expect(block.formats[0]).toBe(format);
    expect([request.arguments["dates"], request.arguments["fill"]]).toEqual([
      choice.hasDates === false ? "no" : undefined,
      choice.isFilled === false ? "no" : undefined,
    ]);
    if (choice.isFilled === false) expect(block.rows).toBe(of.figures.length + 1);
  },
);

test("years without a gap need no word for it, those with one say that they are filled", () => {
  const formulaOf = (id: string, from?: string) =>
    (plan(subject(id), { what: "series", from }).block.content[0]![0] as { formula: string }).formula;
  expect(formulaOf(COPPER)).toContain('"fill")');
  expect(formulaOf(COPPER, "2022")).not.toContain("fill");
});

test("a series as values holds what that formula would fill", () => {
  const of = subject(MAGNETS);
  const { block, cells } = plan(of, { what: "series", as: "value" });
  expect(block.content).toEqual(cells);
  expect(cells.slice(0, 2)).toEqual([
    ["Period", "Value (t)"],
    ["2016-12", 2532],
  ]);
  expect(block.formats).toEqual(["mmm yyyy", "#,##0.0"]);
});

test("units offered fit the size of the figure, the base unit first", () => {
  const of = subject(COPPER);
  expect(offeredUnits(session, of.series, of.figures.at(-1)!)).toEqual(["USD", "USD k", "USD m", "USD bn"]);
  const quota = subject("quota.rare-earths.chn.mining.total.all.all.miit.a");
  expect(offeredUnits(session, quota.series, quota.figures.at(-1)!)).toEqual(["t REO", "kg", "kt", "kt REO", "Mt"]);
});

describe("the preview", () => {
  test("shows the formula with the user's separators and what it gives", async () => {
    const context = await contextOf({ culture: { name: "de-DE", decimal: ",", list: ";" } });
    expect(previewWords(context, plan(subject(COPPER), { unit: "USD bn" }), "USD")).toEqual({
      content: ["=METALS.IMPORTS(", '"copper";', "2024;", ";", ";", '"USD bn")'],
      result: "= 67,33 USD bn",
      formula: '=METALS.IMPORTS("copper";2024;;;"USD bn")',
    });
  });

  test("shows the first rows and the size of a block, years ungrouped", async () => {
    const words = previewWords(await contextOf(), plan(subject(COPPER), { what: "series", as: "value" }), "USD");
    expect(words.content.join("")).toContain("2012  16,930,000,000");
    expect(words.result).toMatch(/^\d+ rows × 2 columns$/);
  });
});

test("a series that comes with a chart has its name and source in the title, its unit at the axis, and years in their distance", () => {
  const asked = { what: "series", hasChart: true, unit: "USD bn" } as const;
  expect(plan(subject(COPPER), asked).block.chart).toMatchObject({ isScaled: false, over: "Period" });
  const { chart, rows } = plan(subject(COPPER), { ...asked, isFilled: false }).block;
  expect(chart).toMatchObject({
    unit: "USD bn",
    row: 1,
    rows: rows - 1,
    categories: 0,
    isScaled: true,
    type: "columns",
    series: [{ column: 1 }],
  });
  expect(chart!.title).toMatch(/copper.*\n.*\(\d{4}/is);
  const months = plan(subject(MAGNETS), { what: "series", hasChart: true }).block.chart!;
  expect([months.type, months.isScaled, months.isDated]).toEqual(["lines", false, true]);
  expect(plan(subject(COPPER), { what: "series" }).block.chart).toBeUndefined();
});
