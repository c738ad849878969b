/** Every table that has something to draw comes with a chart of its own kind. */
import { blockFor, buildLayout, indicatorOf } from "../../../src/sheets/tables/build-layout";
import { tableChart } from "../../../src/sheets/tables/table-chart";
import { recipesOf } from "../../../src/tables";
import { viewAt } from "../../../src/dataset/view";
import { sessionOf } from "../../fixtures/seeds";

const session = sessionOf();

function chartOf(recipe: string, args: Readonly<Record<string, string>> = {}) {
  const request = { recipe, arguments: args, mode: "values", language: "en" } as const;
  const built = buildLayout(session, request, session.standing);
  if ("refusal" in built) throw new Error(built.refusal);
  const block = blockFor(session, request, viewAt(session.dataset, session.standing));
  return { chart: tableChart(indicatorOf(session, request), block, built.layout), ...built };
}

test.each([
  ["rare-earth-quotas", "columns"],
  ["metal-prices", "lines"],
  ["world-production", "bars"],
  ["import-partners", "bars"],
])("%s in %s, with the titles of both axes and its source", (recipe, type) => {
  const { chart, layout, block } = chartOf(recipe);
  expect(chart).toMatchObject({ type, over: block.header[0], unit: expect.stringMatching(/./) });
  expect(layout.rows[chart!.row]!.isBody).toBe(true);
  expect(chart!.title.split("\n")[0]).toBe(block.title);
});

test.each([
  ["import-partners", "2024"],
  ["reserve-revisions", "2025"],
  ["strategic-metals-imports", "2024"],
  ["ten-metals-balance", expect.stringMatching(/^Balance, 2024/)],
  ["us-import-reliance", "2025"],
  ["china-dependence", expect.stringMatching(/^China's imports/)],
])("%s ranks by the newest figures, not by their change", (recipe, name) => {
  expect(chartOf(recipe).chart!.series.map((series) => series.name)).toEqual([name]);
});

test.each(["export-controls", "rare-earth-events", "nonferrous-sector", "rare-earth-quota-batches"])(
  "%s has nothing that can be drawn",
  (recipe) => expect(chartOf(recipe).chart).toBeUndefined(),
);

test("every other table has a chart with a unit, whose source stands in its title unless it is too long for one", () => {
  for (const { id } of recipesOf(session.dataset)) {
    const { chart, block } = chartOf(id, { dates: "yes" });
    if (!chart) continue;
    const [, source] = chart.title.split("\n");
    expect([id, source]).toEqual([id, block.sourceNote.length <= 120 ? block.sourceNote : undefined]);
    expect([id, chart.unit, chart.over]).toEqual([id, expect.stringMatching(/./), block.header[0]]);
  }
});

test("a ranking draws its figures, without the world that they add up to", () => {
  const { chart, block } = chartOf("world-production");
  expect(chart!.series).toHaveLength(1);
  expect(block.rows[chart!.rows]![0]!.value).toBe("World");
});

test("months of a table are on an axis of dates", () => {
  const { chart } = chartOf("magnet-exports-by-month", { dates: "yes" });
  expect(chart).toMatchObject({ type: "lines", isDated: true });
});
