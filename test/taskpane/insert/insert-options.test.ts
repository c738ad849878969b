/** @jest-environment jsdom */
import { fakeWorkbook, memoryStorage } from "../context";
import { all, one, openedAt, settled, text, toTab } from "../page";

const PANELS = { events: "#panel-events", tables: "#panel-tables" } as const;

const toggle = (panel: string) => one(`${panel} .options-toggle`);
const options = (panel: string) => document.getElementById(toggle(panel).getAttribute("aria-controls")!)!;
const isOpen = (panel: string) => {
  expect(toggle(panel).getAttribute("aria-expanded")).toBe(String(!options(panel).hidden));
  return !options(panel).hidden;
};

async function toTable(): Promise<void> {
  await toTab("tables");
  one(".gallery-row")?.click();
  await settled();
}

test("options are closed until somebody opens them, and what is written is seen all the while", async () => {
  await openedAt("events", { workbook: fakeWorkbook() });
  expect(isOpen(PANELS.events)).toBe(false);
  expect(options(PANELS.events).querySelector(".target fluent-text-input")).not.toBeNull();
  expect(options(PANELS.events).contains(one("#panel-events .preview-content"))).toBe(false);
  toggle(PANELS.events).click();
  expect(isOpen(PANELS.events)).toBe(true);
  toggle(PANELS.events).click();
  expect(isOpen(PANELS.events)).toBe(false);
});

test("opened in one view they are open in the others, and when the pane is opened again", async () => {
  const storage = memoryStorage();
  await openedAt("events", { workbook: fakeWorkbook(), storage });
  toggle(PANELS.events).click();
  await toTable();
  expect(isOpen(PANELS.tables)).toBe(true);
  toggle(PANELS.tables).click();
  await toTab("events");
  expect(isOpen(PANELS.events)).toBe(false);
  toggle(PANELS.events).click();
  await openedAt("events", { workbook: fakeWorkbook(), storage });
  expect(isOpen(PANELS.events)).toBe(true);
});

test("where there is nothing to choose nothing opens", async () => {
  await openedAt("events");
  expect(toggle(PANELS.events)).toBeNull();
  await toTable();
  expect([toggle(PANELS.tables), one("#panel-tables .chart-check")]).toEqual([null, null]);
});

test("the button of a series says that a chart comes with it, also when the options are closed again", async () => {
  await openedAt("find", { workbook: fakeWorkbook() });
  const search = one("#panel-find fluent-text-input") as HTMLInputElement;
  search.value = "copper imports";
  search.dispatchEvent(new Event("input"));
  await settled();
  one("#panel-find .series-row").click();
  for (let tries = 0; tries < 50 && !one("#panel-find .insert-panel"); tries++) await settled();
  toggle("#panel-find").click();
  one('#panel-find .insert-panel fluent-radio[value="series"]').click();
  expect(text("#panel-find .insert-primary")).toBe("Insert series");
  one("#panel-find .chart-check fluent-checkbox").click();
  toggle("#panel-find").click();
  expect(text("#panel-find .insert-primary")).toBe("Insert series and chart");
  one('#panel-find .insert-panel fluent-radio[value="figure"]').click();
  expect(text("#panel-find .insert-primary")).toBe("Insert formula");
  expect(all("#panel-find .insert-panel")).toHaveLength(1);
});
