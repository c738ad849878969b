import { findRecipe } from "../../../src/tables";
import { BLANK_FORM, tableModel, type TableForm } from "../../../src/taskpane/tables/table-model";
import { turnedBlock } from "../../../src/taskpane/tables/turned";
import { sessionOf } from "../../fixtures/seeds";

const session = sessionOf();

function turned(name: string, form: Partial<TableForm>) {
  const recipe = findRecipe(session.dataset, name, "name");
  const model = tableModel(session, recipe, { ...BLANK_FORM, ...form, turned: true });
  if ("refusal" in model) throw new Error(model.refusal);
  return { model, block: turnedBlock({ nameOf: (id) => `NS.${id}` }, recipe, model) };
}

test("a table turned on its side is one formula as wide as the table is long, under the name functions are typed by", () => {
  const { model, block } = turned("metal prices", { from: "2020", to: "2024", unit: "" });
  expect(block.content).toEqual([[{ formula: '=TRANSPOSE(NS.METALS.TABLE("metal prices",,2020,2024))' }]]);
  expect([block.rows, block.columns]).toEqual([model.block.header.length, 6]);
});

test("a row of figures has the format its column had", () => {
  const { block } = turned("rare earth quotas", { from: "2020" });
  expect(block.rowFormats).toEqual(["General", "#,##0", "0.0%", "#,##0", "0.0%"]);
});

test("a figure that is a bound says so, in the column in which it comes to stand", () => {
  const { block, model } = turned("strategic metals imports", {});
  const [nickel, year] = ["Unwrought nickel", "2012"];
  const column = model.block.rows.findIndex(([name]) => name!.value === nickel) + 1;
  const row = model.layout.rows.find(({ key }) => key === "header")!.cells.indexOf(year);
  expect(block.cellFormats![row]![column]).toMatch(/^"≥ "/);
  expect(block.cellFormats![row + 3]![column]).toBe('"≤ "0.0%;"≤ "-0.0%');
  expect(block.cellFormats![row]![1]).toBeUndefined();
  expect(block.cellFormats![0]!.every((format) => format === undefined)).toBe(true);
});

test("the periods across the top stand above their figures, the words at the side do not move", () => {
  const { block, model } = turned("rare earth quotas", { from: "2023", to: "2025" });
  expect(block.figures).toEqual([false, true, true, false]);
  expect(
    model.block.rows
      .at(-1)!
      .slice(1)
      .some(({ value }) => typeof value === "number"),
  ).toBe(false);
});

test("a row of figures that are all missing keeps the format of its figures", () => {
  expect(turned("rare earth quotas", { from: "2010", to: "2010" }).block.rowFormats).toEqual([
    "General",
    "#,##0",
    "0.0%",
    "#,##0",
    "0.0%",
  ]);
});
