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
