import { buildLayout } from "../../../src/sheets/tables/build-layout";
import { sessionOf } from "../../fixtures/seeds";

function cellsOf(mode: "formulas" | "values", namespace = "") {
  const session = { ...sessionOf({}), namespace };
  const built = buildLayout(
    session,
    { recipe: "rare-earth-quotas", arguments: { from: "2024", to: "2025" }, mode, language: "en" },
    session.standing,
  );
  if (!("layout" in built)) throw new Error(built.refusal);
  return built.layout.rows.filter(({ isBody }) => isBody).map(({ cells }) => cells);
}

test("a figure that is missing is #N/A among the values, so that no sum passes for complete and a chart leaves a gap", () => {
  const [first, last] = [cellsOf("values")[0]!, cellsOf("values").at(-1)!];
  expect(first.slice(0, 2)).toEqual([2024, 270000]);
  expect(last.slice(0, 2)).toEqual([2025, { error: "#N/A" }]);
});

test("formulas have the names that the build's functions are typed by", () => {
  expect(cellsOf("formulas")[0]![1]).toEqual({ formula: expect.stringMatching(/^=REE\.QUOTA\(/) });
  expect(cellsOf("formulas", "METALS")[0]![1]).toEqual({ formula: expect.stringMatching(/^=METALS\.REE\.QUOTA\(/) });
});

const layoutOf = (recipe: string, args: Readonly<Record<string, string>>) => {
  const session = sessionOf({});
  const request = { recipe, arguments: args, mode: "values", language: "en" } as const;
  const built = buildLayout(session, request, session.standing);
  if (!("layout" in built)) throw new Error(built.refusal);
  return built;
};

test("values turned on their side come with title, unit line and sources, and a missing figure is #N/A", () => {
  const { layout, block } = layoutOf("rare-earth-quotas", { from: "2024", to: "2025", turned: "yes" });
  const lines = layout.rows.map(({ cells }) => cells);
  expect(lines.slice(0, 6)).toEqual([
    [block.title, null, null],
    [block.unitLine, null, null],
    ["Year", expect.anything(), expect.anything()],
    ["Mining", 270000, { error: "#N/A" }],
    [expect.stringContaining("Mining"), expect.closeTo(0.0588, 4), { error: "#N/A" }],
    [expect.stringContaining("Smelting"), 254000, { error: "#N/A" }],
  ]);
  expect(layout.rows.some(({ key }) => key === "sources")).toBe(true);
});

test("months are dates where that is asked, and words else, with the same figures beside", () => {
  const request = { item: "magnets", from: "2025-05", to: "2025-07" };
  const [dated, worded] = [{ ...request, dates: "yes" }, request].map((args) => {
    const { layout } = layoutOf("magnet-exports-by-month", args);
    return layout.rows.filter(({ isBody }) => isBody);
  });
  expect(worded!.map(({ cells }) => cells[0])).toEqual(["2025-05", "2025-06", "2025-07"]);
  expect(dated!.map(({ cells, formats }) => [cells[0], formats[0]])).toEqual([
    [45778, "mmm yyyy"],
    [45809, "mmm yyyy"],
    [45839, "mmm yyyy"],
  ]);
  expect(dated!.map(({ cells }) => cells.slice(1))).toEqual(worded!.map(({ cells }) => cells.slice(1)));
});

test("the minus of a bound stands behind its sign", () => {
  const { layout } = layoutOf("strategic-metals-imports", {});
  const nickel = layout.rows.find(({ cells }) => cells[0] === "Unwrought nickel")!;
  const at = nickel.cells.findIndex(
    (cell, i) => typeof cell === "number" && cell < 0 && nickel.formats[i]!.includes("≤"),
  );
  expect(nickel.formats[at]).toBe('"≤ "0.0%;"≤ "-0.0%');
  expect(nickel.formats[2]).toMatch(/^"≥ "[^;]+$/);
});
