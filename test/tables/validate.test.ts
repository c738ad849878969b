import { readdirSync } from "node:fs";
import { join } from "node:path";
import { recipeFaults, type KnownCodes } from "../../src/tables/validate";
import { openSession, readRecipe, SEEDS } from "./release";

const { dataset } = openSession();
const known: KnownCodes = { has: (list, code) => dataset.codes(list).has(code), hasSeries: (id) => dataset.seriesById(id) !== undefined };

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

describe("a recipe that can be built has no faults", () => {
  it.each(readdirSync(join(SEEDS, "tables")).map((file) => file.replace(/\.json$/, "")))("%s", (id) => {
    expect(recipeFaults(readRecipe(id), id, known)).toEqual([]);
  });
});

describe("a fault is named with its place", () => {
  const cases: [string, string, (recipe: Json) => void, string][] = [
    ["an id that is not the file's", "rare-earth-quotas", (r) => (r["id"] = "quotas"), 'id: "quotas" is none of rare-earth-quotas'],
    ["no Chinese name", "rare-earth-quotas", (r) => delete r["name_zh"], "name_zh: is missing"],
    ["a title in one language", "rare-earth-quotas", (r) => delete r["title_zh"], "title: is given in one language only"],
    ["a header in one language", "rare-earth-quotas", (r) => delete r["columns"][0]["header_zh"], "columns[0].header: is given in one language only"],
    ["a property nobody reads", "rare-earth-quotas", (r) => (r["colour"] = "red"), "colour: has no meaning here"],
    ["a figure", "rare-earth-quotas", (r) => (r["columns"][1]["value"] = 270000), "columns[1].value: has no meaning here"],
    ["an unknown indicator", "rare-earth-quotas", (r) => (r["question"]["indicator"] = "quotum"), 'question.indicator: "quotum" is not in codes/indicators.csv'],
    ["an unknown item of a line", "strategic-metals-imports", (r) => (r["rows"][0]["lines"][2]["question"]["item"] = "unobtainium"), 'rows[0].lines[2].question.item: "unobtainium" is not in codes/items.csv'],
    ["an unknown unit", "metal-prices", (r) => (r["parameters"]["unit"] = "USD/oz"), 'parameters.unit: "USD/oz" is not in codes/units.csv'],
    ["an unknown series", "nonferrous-sector", (r) => (r["rows"][0]["lines"][6]["question"]["series"] = "a.b.c"), 'rows[0].lines[6].question.series: "a.b.c" is no series'],
    ["an unknown event type", "export-controls", (r) => r["rows"][0]["types"].push("rumour"), 'rows[0].types[6]: "rumour" is not in codes/event_types.csv'],
    ["an unknown kind of rows", "metal-prices", (r) => (r["rows"][0]["kind"] = "years"), 'rows[0].kind: "years" is none of lines, periods, areas, events'],
    ["an unknown column", "metal-prices", (r) => (r["columns"][0]["show"] = "year"), 'columns[0].show: "year" is none of'],
    ["no columns", "metal-prices", (r) => (r["columns"] = []), "columns: a list belongs here"],
    ["a placeholder that stands for nothing", "metal-prices", (r) => (r["title"] = "Prices of {metal}"), "title: {metal} stands for nothing here"],
    ["a period that is none", "rare-earth-quotas", (r) => (r["parameters"]["to"] = "2025-13"), 'parameters.to: "2025-13" is neither a period nor last'],
    ["periods without an end", "rare-earth-quotas", (r) => delete r["parameters"]["to"], "rows[0]: needs the parameter to"],
    ["a ranking without a period", "world-production", (r) => delete r["parameters"]["to"], "rows[0]: needs the parameter to"],
    ["a ranking of nobody", "world-production", (r) => (r["rows"][0]["top"] = 0), "rows[0].top: a whole number above 0 belongs here"],
    ["a value of no period", "strategic-metals-imports", (r) => delete r["columns"][2]["period"], "columns[2].period: is missing, and the rows are no periods"],
    ["a value column without a name", "rare-earth-quotas", (r) => ["header", "header_zh"].forEach((key) => delete r["columns"][1][key]), "columns[1].header: is missing, for the period is that of the row"],
    ["a change without a base", "strategic-metals-imports", (r) => delete r["columns"][4]["base"], "columns[4].base: is missing"],
    ["a part of nothing", "pakistan-minerals", (r) => delete r["columns"][3]["of"], "columns[3].of: is missing"],
    ["a column that asks nothing", "ten-metals-balance", (r) => delete r["columns"][1]["question"], "columns[1].question: no indicator in the question of the table, the row or the column"],
  ];

  it.each(cases)("%s", (_, id, change, fault) => {
    const recipe = readRecipe(id) as Json;
    change(recipe);
    expect(recipeFaults(recipe, id, known)).toContainEqual(expect.stringContaining(fault));
  });

  it.each([["a list", []], ["a text", "recipe"], ["nothing", null]])("%s is no recipe", (_, value) => {
    expect(recipeFaults(value, "x", known)).toEqual([expect.stringContaining("an object belongs here")]);
  });
});
