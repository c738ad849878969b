/**
 * How many clicks the commonest things take; typing a search is none.
 *
 * @jest-environment jsdom
 */
import { fakeWorkbook, memoryStorage } from "./context";
import { all, one, openedAt, settled } from "./page";

/** Clicks and counts. */
function counting() {
  let clicks = 0;
  const click = async (element: HTMLElement) => {
    clicks++;
    element.focus();
    element.click();
    await settled();
    await settled();
  };
  return { click, count: () => clicks };
}

async function searched(words: string, storage = memoryStorage()) {
  const workbook = fakeWorkbook();
  await openedAt("find", { workbook, storage });
  const box = one(".search-box") as HTMLInputElement;
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  return workbook;
}

const inserts = () => one(".panel:not([hidden]) .insert-primary");

test("one figure takes two clicks", async () => {
  const workbook = await searched("copper imports 2024");
  const { click, count } = counting();
  await click(one("#panel-find .series-row"));
  await click(inserts());
  expect(workbook.blocks.map(({ rows, columns }) => [rows, columns])).toEqual([[1, 1]]);
  expect(count()).toBeLessThanOrEqual(2);
});

test("a table takes two clicks", async () => {
  const workbook = fakeWorkbook();
  await openedAt("tables", { workbook });
  await settled();
  const { click, count } = counting();
  await click(all(".gallery-row")[0]!);
  await click(inserts());
  expect(workbook.requests).toHaveLength(1);
  expect(count()).toBeLessThanOrEqual(2);
});

test("who inserted values last gets values in two clicks as well, in every panel and another day", async () => {
  const storage = memoryStorage();
  await searched("copper imports 2024", storage);
  one("#panel-find .series-row").click();
  await settled();
  one('#panel-find fluent-radio[value="value"]').click();

  const workbook = await searched("copper imports 2024", storage);
  const figure = counting();
  await figure.click(one("#panel-find .series-row"));
  await figure.click(inserts());
  expect(workbook.requests.map(({ mode }) => mode)).toEqual(["values"]);
  expect(figure.count()).toBeLessThanOrEqual(2);

  one("#tab-tables").click();
  await settled();
  const table = counting();
  await table.click(all(".gallery-row")[0]!);
  await table.click(inserts());
  expect(workbook.requests.map(({ mode }) => mode)).toEqual(["values", "values"]);
  expect(table.count()).toBeLessThanOrEqual(2);

  one('#panel-tables fluent-radio[value="formulas"]').click();
  const again = await searched("copper imports 2024", storage);
  one("#panel-find .series-row").click();
  await settled();
  inserts().click();
  await settled();
  expect(again.blocks.flatMap(({ content }) => content.flat())).toEqual([{ formula: expect.any(String) }]);
});

test("a series from one year to another takes four clicks", async () => {
  const workbook = await searched("copper imports");
  const { click, count } = counting();
  await click(one("#panel-find .series-row"));
  await click(one('#panel-find fluent-radio[value="series"]'));
  const range = one("#panel-find .period-range fluent-text-input") as HTMLInputElement;
  await click(range);
  range.value = "2019–2024";
  range.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  await click(inserts());
  expect(workbook.blocks).toHaveLength(1);
  const formulas = workbook.blocks[0]!.content.flat().filter((cell) => typeof cell === "object" && cell !== null);
  expect(formulas).toEqual([{ formula: expect.stringMatching(/,2019,2024,/) }]);
  expect(count()).toBeLessThanOrEqual(4);
});
