/** @jest-environment jsdom */
import { FUNCTIONS } from "../../../src/functions";
import type { PaneServices } from "../../../src/taskpane/context/services";
import { cellWith, fakeWorkbook } from "../context";
import { all, one, openedAt, press, settled, text } from "../page";

const field = (name: string) => one(`#panel-builder [aria-describedby="argument-${name}"]`) as HTMLInputElement;
const type = async (name: string, value: string) => {
  field(name).focus();
  field(name).value = value;
  field(name).dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
};
const said = (name: string) => text(`#argument-${name}`);
const formula = () => text("#panel-builder .preview-content");
const result = () => text("#panel-builder .preview-result");
const offered = () => all("#panel-builder .combo-list:not([hidden]) .combo-option");

async function builder(id: string, over: Partial<PaneServices> = {}) {
  await openedAt("builder", over);
  for (let tries = 0; tries < 50 && !one("#panel-builder .function-row"); tries++) await settled();
  all("#panel-builder .function-row")
    .find((row) => row.firstElementChild!.textContent === id)!
    .click();
  await settled();
}

test("every function is offered in a group, and a search leaves those that fit", async () => {
  await openedAt("builder");
  for (let tries = 0; tries < 50 && !one("#panel-builder .function-row"); tries++) await settled();
  expect(all(".function-row")).toHaveLength(FUNCTIONS.length);
  expect(all(".group-title").map(({ textContent }) => textContent)).toEqual([
    "Figures",
    "Facts about a figure",
    "Lists and blocks that spill",
    "Rare earths",
  ]);
  const search = one("#panel-builder .filter-bar fluent-text-input") as HTMLInputElement;
  search.value = "quota rare";
  search.dispatchEvent(new Event("input", { bubbles: true }));
  expect(all(".function-row").map((row) => row.firstElementChild!.textContent)).toContain("REE.QUOTA");
  expect(all(".function-row").length).toBeLessThan(6);
  press(search, "Enter");
  await settled();
  expect(document.activeElement?.getAttribute("role")).toBe("combobox");
});

test("the formula and its result follow what is typed, with unit and status", async () => {
  await builder("METALS.IMPORTS");
  expect(result()).toBe("Fill in metal, period.");
  await type("metal", "copper");
  expect([formula(), result()]).toEqual(['=METALS.IMPORTS("copper")', "Fill in period."]);
  await type("period", "2024");
  expect([formula(), result()]).toEqual(['=METALS.IMPORTS("copper",2024)', "= 67,330,000,000 USD"]);
  expect(text("#panel-builder .card .quiet")).toContain("ANDAMAN");
  await type("unit", "USD bn");
  expect([formula(), result()]).toEqual(['=METALS.IMPORTS("copper",2024,,,"USD bn")', "= 67.33 USD bn"]);
});

test("a word that cannot be read is told at its field, with the nearest ones to choose", async () => {
  await builder("METALS.IMPORTS");
  await type("metal", "coper");
  await type("period", "2024");
  expect(said("metal")).toContain("copper");
  expect(field("metal").getAttribute("aria-invalid")).toBe("true");
  expect(said("period")).toBe("");
  one("#argument-metal .link-button").click();
  expect([field("metal").value, said("metal"), result()]).toEqual(["copper", "", "= 67,330,000,000 USD"]);
});

test("why there is no figure is said as the cell says it", async () => {
  await builder("REE.QUOTA");
  await type("year", "2025");
  await type("stage", "mining");
  expect(result()).toBe("= #N/A");
  expect(text("#panel-builder .refusal")).toContain("confidential");
});

test("a function that fills several cells is shown as it will spill", async () => {
  await builder("METALS.SERIES");
  await type("indicator", "quota mining");
  await type("item", "rare earths");
  expect(result()).toMatch(/^\d+ rows × 2 columns$/);
  expect(all("#panel-builder .table-preview tr")).toHaveLength(8);
  await builder("METALS.GRID");
  await type("indicator", "imports");
  await type("items", "iron; copper");
  await type("periods", "2012, 2024");
  expect([formula(), result()]).toEqual([
    '=METALS.GRID("imports",{"iron";"copper"},{2012;2024})',
    "2 rows × 2 columns",
  ]);
});

test("the list of a field has the words that lead to an answer first, and is worked by keyboard", async () => {
  await builder("METALS.IMPORTS");
  await type("metal", "lithium");
  field("period").focus();
  press(field("period"), "ArrowDown");
  const periods = offered().map((option) => option.firstElementChild!.textContent);
  expect(periods).toContain("2024");
  press(field("period"), "Escape");
  expect(offered()).toEqual([]);
  expect(one("#panel-builder .argument")).not.toBeNull();
  await type("partner", "pak");
  expect(offered()[0]!.textContent).toContain("Pakistan");
  press(field("partner"), "ArrowDown");
  expect(field("partner").getAttribute("aria-activedescendant")).toBe(offered()[0]!.id);
  press(field("partner"), "Enter");
  expect(field("partner").value).toBe("Pakistan");
});

test("the word that is typed comes before those that only begin with it", async () => {
  await builder("METALS.IMPORTS");
  await type("period", "2024");
  const words = offered().map((option) => option.firstElementChild!.textContent!);
  expect(words[0]).toBe("2024");
  expect(words.length).toBeGreaterThan(1);
  expect(words.slice(1).every((word) => word.includes("2024"))).toBe(true);
});

test("what a field offers follows the other arguments", async () => {
  const periods = async () => {
    field("period").focus();
    press(field("period"), "ArrowDown");
    const words = offered().map((option) => option.firstElementChild!.textContent);
    press(field("period"), "Escape");
    return words;
  };
  await builder("REE.EXPORTS");
  await type("product", "magnets");
  const magnets = await periods();
  expect(await periods()).toEqual(magnets);
  await type("product", "rare earths");
  expect(await periods()).not.toEqual(magnets);
  expect(magnets).toContain("2025-06");
});

test("a cell can be an argument: what it holds is told, computed with and written as a reference", async () => {
  const workbook = fakeWorkbook([], { A1: "copper", B1: 2024, C1: "cheese" });
  await builder("METALS.IMPORTS", { workbook });
  await type("metal", "a1");
  await settled();
  await type("period", "Sheet1!$B$1");
  await settled();
  expect([formula(), result()]).toEqual(["=METALS.IMPORTS(A1,$B$1)", "= 67,330,000,000 USD"]);
  expect(said("metal")).toBe("A1 holds copper.");
  await type("metal", "C1");
  await settled();
  expect(said("metal")).toContain("cheese");
});

test("the selected cell is taken by a button, and near cells that fit are offered", async () => {
  const workbook = fakeWorkbook([], { A3: "copper", B1: 2024 });
  await builder("METALS.IMPORTS", { workbook });
  all("#panel-builder .argument .icon-button")[0]!.click();
  await settled();
  expect(field("metal").value).toBe("Sheet1!B3");
  field("period").focus();
  press(field("period"), "ArrowDown");
  expect(offered()[0]!.textContent).toBe("B12024");
});

test("a release that looks like a cell is a release; quotation marks and equals signs decide", async () => {
  const workbook = fakeWorkbook([], { R1: "copper" });
  await builder("METALS.IMPORTS", { workbook });
  await type("metal", '"B2"');
  await type("period", "2024");
  await type("as_of", "r1");
  expect(formula()).toBe('=METALS.IMPORTS("B2",2024,,,,,"r1")');
  await type("as_of", "=r1");
  expect(formula()).toBe('=METALS.IMPORTS("B2",2024,,,,,R1)');
});

test("the formula is inserted once it is whole, and an example fills the fields", async () => {
  const workbook = fakeWorkbook();
  await builder("METALS.IMPORTS", { workbook });
  const insert = one("#panel-builder .insert-primary");
  expect(insert.hasAttribute("disabled")).toBe(true);
  all("#panel-builder .examples .link-button")[1]!.click();
  await settled();
  expect(formula()).toBe('=METALS.IMPORTS("Cu",2012,,,"USD bn")');
  expect((one("#panel-builder .more-arguments") as HTMLDetailsElement).open).toBe(true);
  press(field("metal"), "Enter", { ctrlKey: true });
  await settled();
  expect(workbook.written).toEqual(["2,1"]);
  expect(text("#panel-builder .notice-text")).toContain("Inserted");
});

test("the formula of the selected cell opens in the fields, ready to be changed", async () => {
  const workbook = fakeWorkbook();
  const formula = '=METALS.GROWTH("imports","copper",B2,,"Pakistan")';
  await openedAt("builder", {
    workbook: { ...workbook, selectedCell: () => Promise.resolve(cellWith(formula, { row: 0, column: 0 })) },
  });
  for (let tries = 0; tries < 50 && !one(".open-cell .link-button"); tries++) await settled();
  one(".open-cell .link-button").click();
  await settled();
  expect(["indicator", "item", "period", "country"].map((name) => field(name).value)).toEqual([
    "imports",
    "copper",
    "B2",
    "Pakistan",
  ]);
  expect(text("#panel-builder .preview-content")).toBe(formula);
});

test.each([
  ["=SUM(A1:A9)", "Sheet1!B3 holds no formula of Orebook."],
  ['=METALS.IMPORTS("copper",YEAR(A1))', "The formula in Sheet1!B3 computes its arguments. Change it in the cell."],
])("a cell with %s is left to the cell, and why is said", async (formula, why) => {
  await openedAt("builder", {
    workbook: { ...fakeWorkbook(), selectedCell: () => Promise.resolve(cellWith(formula, { row: 2, column: 1 })) },
  });
  for (let tries = 0; tries < 50 && !one(".open-cell .link-button"); tries++) await settled();
  one(".open-cell .link-button").click();
  await settled();
  expect([text(".open-cell .quiet"), one("#panel-builder .arguments")]).toEqual([why, null]);
});

test("F4 goes through the ways in which a reference stands still", async () => {
  await builder("METALS.IMPORTS", { workbook: fakeWorkbook() });
  await type("metal", "sheet2!b2");
  const seen = [1, 2, 3, 4].map(() => {
    press(field("metal"), "F4");
    return field("metal").value;
  });
  expect(seen).toEqual(["sheet2!$B$2", "sheet2!B$2", "sheet2!$B2", "sheet2!B2"]);
});

test("Escape leads back to the row of the function, which keeps what was typed", async () => {
  await builder("METALS.PRICE");
  await type("metal", "copper");
  press(field("metal"), "Escape");
  press(field("metal"), "Escape");
  await settled();
  const row = document.activeElement as HTMLElement;
  expect(row.firstElementChild?.textContent).toBe("METALS.PRICE");
  row.click();
  await settled();
  expect(field("metal").value).toBe("copper");
});

test("in Chinese the fields are explained in Chinese", async () => {
  await builder("METALS.IMPORTS", { language: "zh" });
  expect(text("#panel-builder .argument-label")).toContain("金属或产品");
  expect(result()).toBe("请填写 metal、period。");
  press(field("metal"), "ArrowDown");
  expect(offered()[0]!.textContent).toMatch(/\p{Script=Han}/u);
});
