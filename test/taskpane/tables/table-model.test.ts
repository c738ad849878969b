import { findRecipe, recipesOf } from "../../../src/tables";
import { BLANK_FORM, missingReasons, tableModel, type TableForm } from "../../../src/taskpane/tables/table-model";
import { cellText } from "../../../src/taskpane/tables/table-preview";
import { sessionOf } from "../../fixtures/seeds";

const session = sessionOf();
const asked = (name: string, form: Partial<TableForm> = {}) =>
  tableModel(session, findRecipe(session.dataset, name, "name"), { ...BLANK_FORM, ...form });

function built(name: string, form?: Partial<TableForm>) {
  const model = asked(name, form);
  if ("refusal" in model) throw new Error(model.refusal);
  return model;
}

test("every table of the gallery can be shown as it comes", () => {
  const refused = recipesOf(session.dataset)
    .filter(({ id }) => "refusal" in asked(id))
    .map(({ id }) => id);
  expect(refused).toEqual([]);
});

test("what was asked for is remembered in codes, blanks left out", () => {
  const { request } = built("metal prices", { from: "2020", to: " 2025 ", mode: "values" });
  expect(request).toEqual({
    recipe: "metal-prices",
    arguments: { from: "2020", to: "2025" },
    mode: "values",
    language: "en",
  });
  expect(built("ten metals balance", { unit: "USD m" }).request.arguments).toEqual({ unit: "USD m" });
});

test("the cells it takes are title, unit line, header, rows, sources and notes", () => {
  const {
    block,
    layout: { rows, columns },
  } = built("rare earth quotas");
  const keys = rows.filter(({ isBody }) => !isBody).map(({ key }) => key);
  expect(rows.filter(({ isBody }) => isBody)).toHaveLength(block.rows.length);
  // A source or note that is wider than the table goes on in further rows.
  expect(keys.filter((key) => !key.includes(" line "))).toEqual([
    "title",
    "unit",
    "header",
    "sources",
    ...block.notes.map((_, i) => `note ${i}`),
  ]);
  expect(columns).toBe(block.header.length);
});

test.each([
  ["a period that is none", { from: "soon" }, /from/],
  ["an order that is none", { from: "2024", to: "2020" }, /2020/],
  ["months where the table has years", { from: "2024-06" }, /year/],
])("%s is refused in words", (_, form, words) => {
  expect(asked("metal prices", form)).toEqual({ refusal: expect.stringMatching(words) as string });
});

test("every reason for which figures are missing is told once", () => {
  const { block } = built("rare earth quotas", { to: "2025" });
  const reasons = missingReasons(session, block);
  expect(reasons.length).toBeGreaterThan(0);
  expect(new Set(reasons).size).toBe(reasons.length);
  expect(reasons.join()).toMatch(/confidential/i);
});

test("fractions are shown as per cent, years without grouping, values with every useful digit", () => {
  const shown = { culture: { name: "de-DE", decimal: ",", list: ";" }, language: "en" } as const;
  expect(cellText(shown, { kind: "fraction" }, -0.0594)).toMatch(/^−5,9\s%$/);
  expect(cellText(shown, { kind: "period" }, 2024)).toBe("2024");
  expect(cellText(shown, { kind: "value", unit: "USD bn" }, 1234.5)).toBe("1.234,5");
});
