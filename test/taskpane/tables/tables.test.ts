/** @jest-environment jsdom */
import { sessionOf } from "../../fixtures/seeds";
import { fakeWorkbook } from "../context";
import { all, enter, fieldNamed, one, openedAt, press, settled, text } from "../page";

const open = (name: string) =>
  all(".gallery-row")
    .find(({ textContent }) => textContent.includes(name))!
    .click();

test("the gallery has every table, with what it takes", async () => {
  await openedAt("tables");
  expect(all(".gallery-row")).toHaveLength(sessionOf().dataset.rows("tables").length);
  expect(all(".gallery-row").map(({ textContent }) => textContent)).toContain("Annual metal pricesChoose period, unit");
});

test("a table shows its title, unit, figures, sources; a choice changes all of it", async () => {
  await openedAt("tables");
  open("Annual metal prices");
  enter(fieldNamed("From"), "2023");
  enter(fieldNamed("To"), "2024");
  expect(text(".preview-card h2")).toMatch(/2023 to 2024/);
  expect(text(".table-preview tbody tr")).toBe("20238,490.292,255.742,652.602,135.8021,521.1225,938.11120.57");
  expect(all(".table-preview tbody tr").map((row) => row.firstElementChild?.textContent)).toEqual(["2023", "2024"]);
  expect(text(".preview-card")).toContain("Sources: World Bank (2026-06-02)");
});

test("a choice that does not fit is said and nothing can be inserted; a fitting one mends it", async () => {
  await openedAt("tables", { workbook: fakeWorkbook() });
  open("Annual metal prices");
  enter(fieldNamed("From"), "soon");
  await settled();
  expect(text(".refusal")).toMatch(/from/);
  expect(one(".insert-primary").hasAttribute("disabled")).toBe(true);
  enter(fieldNamed("From"), "2020");
  await settled();
  expect(one(".refusal")).toBeNull();
  expect(one(".insert-primary").hasAttribute("disabled")).toBe(false);
});

test("what was chosen is what is inserted, where the notice said", async () => {
  const workbook = fakeWorkbook();
  await openedAt("tables", { workbook });
  open("World production");
  enter(fieldNamed("Item"), "copper");
  one('fluent-radio[value="values"]').click();
  await settled();
  expect(text(".notice-text")).toMatch(/^Goes into Sheet1!B3:/);
  one(".insert-primary").click();
  await settled();
  expect(workbook.requests).toEqual([
    { recipe: "world-production", arguments: { item: "copper" }, mode: "values", language: "en" },
  ]);
  expect(workbook.written).toEqual(["2,1"]);
  expect(one(".undo").hidden).toBe(false);
});

test("an item is offered only where the table has figures of it", async () => {
  await openedAt("tables");
  open("World production");
  const offered = [...(fieldNamed("Item") as unknown as HTMLSelectElement).options].map(({ value }) => value);
  expect(offered).toEqual(expect.arrayContaining(["", "copper", "lithium"]));
  expect(offered).not.toContain("ten strategic metals");
});

test("Escape goes back to the row in the gallery", async () => {
  await openedAt("tables");
  open("Annual metal prices");
  expect(press(document.body, "Escape").defaultPrevented).toBe(true);
  expect(document.activeElement?.textContent).toContain("Annual metal prices");
});

test("another tab and a renewal of the data leave the table as it was chosen", async () => {
  const pane = await openedAt("tables");
  open("Annual metal prices");
  enter(fieldNamed("From"), "2023");
  one("#tab-find").click();
  one("#tab-tables").click();
  expect(fieldNamed("From").value).toBe("2023");
  await pane.renew();
  await settled();
  expect(fieldNamed("From").value).toBe("2023");
  expect(text(".preview-card h2")).toMatch(/2023/);
});

test("in Chinese", async () => {
  await openedAt("tables", { language: "zh" });
  expect(text("#tab-tables")).toBe("表格");
  open("稀土总量控制指标（按年）");
  expect(text(".preview-card")).toMatch(/开采.*来源/s);
});
