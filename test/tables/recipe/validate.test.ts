import { readdirSync } from "node:fs";
import { join } from "node:path";
import { recipeFaults, type KnownCodes } from "../../../src/tables/recipe/validate";
import { openSession, readRecipe, SEEDS } from "../release";

const { dataset } = openSession();
const known: KnownCodes = {
  has: (list, code) => dataset.codes(list).has(code),
  hasSeries: (id) => dataset.seriesById(id) !== undefined,
};

type Path = readonly (string | number)[];

/** A recipe of the seeds with one part changed; an undefined part is left out. */
function changed(id: string, path: Path, value: unknown): unknown {
  const recipe = readRecipe(id);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], recipe) as Record<string, unknown>;
  parent[path.at(-1)!] = value;
  return JSON.parse(JSON.stringify(recipe));
}

describe("a recipe that can be built has no faults", () => {
  it.each(readdirSync(join(SEEDS, "tables")).map((file) => file.replace(/\.json$/, "")))("%s", (id) => {
    expect(recipeFaults(readRecipe(id), id, known)).toEqual([]);
  });
});

describe("a fault is named with its place", () => {
  it.each<[string, string, Path, unknown, string]>([
    [
      "an id that is not the file's",
      "rare-earth-quotas",
      ["id"],
      "quotas",
      'id: "quotas" is none of rare-earth-quotas',
    ],
    ["no Chinese name", "rare-earth-quotas", ["name_zh"], undefined, "name_zh: is missing"],
    ["a title in one language", "rare-earth-quotas", ["title_zh"], undefined, "title: is given in one language only"],
    [
      "a header in one language",
      "rare-earth-quotas",
      ["columns", 0, "header_zh"],
      undefined,
      "columns[0].header: is given in one language only",
    ],
    ["a property nobody reads", "rare-earth-quotas", ["colour"], "red", "colour: has no meaning here"],
    ["a figure", "rare-earth-quotas", ["columns", 1, "value"], 270000, "columns[1].value: has no meaning here"],
    [
      "an unknown indicator",
      "rare-earth-quotas",
      ["question", "indicator"],
      "quotum",
      'question.indicator: "quotum" is not in codes/indicators.csv',
    ],
    [
      "an unknown item of a line",
      "strategic-metals-imports",
      ["rows", 0, "lines", 2, "question", "item"],
      "unobtainium",
      'rows[0].lines[2].question.item: "unobtainium" is not in codes/items.csv',
    ],
    [
      "an unknown item it is controlled as",
      "china-dependence",
      ["columns", 7, "items", "gallium"],
      ["gallium-tech"],
      'columns[7].items.gallium[0]: "gallium-tech" is not in codes/items.csv',
    ],
    [
      "an unknown unit",
      "metal-prices",
      ["parameters", "unit"],
      "USD/stone",
      'parameters.unit: "USD/stone" is not in codes/units.csv',
    ],
    [
      "an unknown series",
      "nonferrous-sector",
      ["rows", 0, "lines", 6, "question", "series"],
      "a.b.c",
      'rows[0].lines[6].question.series: "a.b.c" is no series',
    ],
    [
      "an unknown event type",
      "export-controls",
      ["rows", 0, "types", 6],
      "rumour",
      'rows[0].types[6]: "rumour" is not in codes/event_types.csv',
    ],
    [
      "an unknown kind of rows",
      "metal-prices",
      ["rows", 0, "kind"],
      "years",
      'rows[0].kind: "years" is none of lines, periods, areas, events',
    ],
    ["an unknown column", "metal-prices", ["columns", 0, "show"], "year", 'columns[0].show: "year" is none of'],
    ["no columns", "metal-prices", ["columns"], [], "columns: a list belongs here"],
    [
      "a placeholder that stands for nothing",
      "metal-prices",
      ["title"],
      "Prices of {metal}",
      "title: {metal} stands for nothing here",
    ],
    [
      "a period that is none",
      "rare-earth-quotas",
      ["parameters", "to"],
      "2025-13",
      'parameters.to: "2025-13" is neither a period nor last',
    ],
    ["periods without an end", "rare-earth-quotas", ["parameters", "to"], undefined, "rows[0]: needs the parameter to"],
    [
      "a ranking without a period",
      "world-production",
      ["parameters", "to"],
      undefined,
      "rows[0]: needs the parameter to",
    ],
    [
      "a ranking of nobody",
      "world-production",
      ["rows", 0, "top"],
      0,
      "rows[0].top: a whole number above 0 belongs here",
    ],
    [
      "a value of no period",
      "strategic-metals-imports",
      ["columns", 2, "period"],
      undefined,
      "columns[2].period: is missing, and the rows are no periods",
    ],
    [
      "a value column without a name",
      "rare-earth-quotas",
      ["columns", 1],
      { show: "value", question: { stage: "mining" } },
      "columns[1].header: is missing, for the period is that of the row",
    ],
    [
      "a change without a base",
      "strategic-metals-imports",
      ["columns", 4, "base"],
      undefined,
      "columns[4].base: is missing",
    ],
    ["a part of nothing", "pakistan-minerals", ["columns", 3, "of"], undefined, "columns[3].of: is missing"],
    [
      "a column that asks nothing",
      "ten-metals-balance",
      ["columns", 2, "question"],
      undefined,
      "columns[2].question: no indicator in the question of the table, the row or the column",
    ],
  ])("%s", (_, id, path, value, fault) => {
    expect(recipeFaults(changed(id, path, value), id, known)).toContainEqual(expect.stringContaining(fault));
  });

  it.each([
    ["a list", []],
    ["a text", "recipe"],
    ["nothing", null],
  ])("%s is no recipe", (_, value) => {
    expect(recipeFaults(value, "x", known)).toEqual([expect.stringContaining("an object belongs here")]);
  });
});
