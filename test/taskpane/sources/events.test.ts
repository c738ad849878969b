/** @jest-environment jsdom */
import { createCaller } from "../../../src/functions";
import type { Block } from "../../../src/sheets/insert/block";
import { sessionOf } from "../../fixtures/seeds";
import { fakeWorkbook } from "../context";
import { all, enter, one, openedAt, press, settled, Sight, text } from "../page";
import { viewAt } from "../../../src/dataset/view";

const events = () => all("#panel-events .event");
const search = (words: string) => {
  const box = one("#panel-events .filter-bar fluent-text-input") as HTMLInputElement;
  box.value = words;
  box.dispatchEvent(new Event("input"));
};

test("every event is listed, newest first, with its source", async () => {
  const sight = new Sight();
  await openedAt("events");
  sight.end();
  const count = viewAt(sessionOf().dataset).events().length;
  expect([events().length, text("#panel-events .result-count")]).toEqual([30, `${count} events`]);
  for (let i = 0; i * 30 < count; i++) sight.of(one("#panel-events"));
  expect(events()).toHaveLength(count);
  const dates = all("#panel-events time").map(({ textContent }) => textContent);
  expect(dates).toEqual([...dates].sort().reverse());
  expect(events().every((event) => event.querySelectorAll("p").length >= 3)).toBe(true);
});

test("type, item and words narrow it down; type and item go into the formula", async () => {
  await openedAt("events", { workbook: fakeWorkbook() });
  const [type, item] = all("#panel-events select");
  enter(type!, "export-control");
  enter(item!, "gallium");
  expect(events().length).toBeGreaterThan(0);
  expect(
    events().every((event) => event.textContent.includes("Export control") && event.textContent.includes("Gallium")),
  ).toBe(true);
  expect(text("#panel-events .preview-content")).toBe('=METALS.EVENTS("export control","gallium")');
  search("nothing of the kind");
  expect(events()).toHaveLength(0);
  expect(text("#panel-events .result-count")).toBe("0 events");
});

test("a control says its state on the day of the data", async () => {
  await openedAt("events");
  expect(all(".event-state").map(({ textContent }) => textContent)).toContain("In force");
});

test("the formula goes where the notice says; without an event there is nothing to insert", async () => {
  const workbook = fakeWorkbook();
  await openedAt("events", { workbook });
  const [type, item] = all("#panel-events select");
  enter(type!, "export-control");
  await settled();
  one("#panel-events .insert-primary").click();
  await settled();
  expect(workbook.written).toEqual(["2,1"]);
  enter(type!, "deal");
  enter(item!, "gallium");
  await settled();
  expect(one("#panel-events .insert-primary").hasAttribute("disabled")).toBe(true);
});

test("events stand under their years; the state of a control on the day of the data is a filter", async () => {
  const sight = new Sight();
  await openedAt("events");
  sight.end();
  for (let i = 0; i < 3; i++) sight.of(one("#panel-events"));
  const years = all(".event-year").map(({ textContent }) => textContent);
  expect(years.length).toBeGreaterThan(3);
  expect(years).toEqual([...new Set(years)].sort().reverse());
  for (const { textContent: year, nextElementSibling: list } of all(".event-year"))
    expect([...list!.querySelectorAll("time")].every((time) => time.textContent!.startsWith(year!))).toBe(true);
  const states = all("#panel-events select")[2] as HTMLSelectElement;
  const { value, text: label } = states.options[1]!;
  enter(states, value);
  expect(events().length).toBeGreaterThan(0);
  expect(events().every((event) => event.querySelector(".event-state")?.textContent === label)).toBe(true);
});

test("what no formula can ask for goes in as values, with heads, exactly what is listed", async () => {
  const workbook = fakeWorkbook();
  const blocks: Block[] = [];
  await openedAt("events", {
    workbook: {
      ...workbook,
      insert: (block, at, overwrite) => (blocks.push(block), workbook.insert(block, at, overwrite)),
    },
  });
  search("gallium controls");
  await settled();
  expect(text("#panel-events .insert-primary")).toBe("Insert values");
  expect(text("#panel-events .preview-content")).toBe("Filtered by word or state: values only");
  one("#panel-events .insert-primary").click();
  await settled();
  expect(blocks[0]!.content[0]).toEqual(["Date", "Type", "Items", "What", "Source"]);
  expect(blocks[0]!.content.length).toBe(events().length + 1);
  expect([blocks[0]!.rows, blocks[0]!.headers]).toEqual([events().length + 1, 1]);
});

test("values can be chosen where a formula could be had, and are the same rows as it spills", async () => {
  const workbook = fakeWorkbook();
  const blocks: Block[] = [];
  await openedAt("events", {
    workbook: {
      ...workbook,
      insert: (block, at, overwrite) => (blocks.push(block), workbook.insert(block, at, overwrite)),
    },
  });
  enter(all("#panel-events select")[0]!, "export-control");
  one('#panel-events fluent-radio[value="values"]').click();
  await settled();
  one("#panel-events .insert-primary").click();
  await settled();
  const spilled = createCaller(sessionOf()).call("METALS.EVENTS", ["export control"]) as unknown[][];
  expect(blocks[0]!.content.slice(1)).toEqual(spilled);
});

test("filters that leave nothing say so; Escape clears them", async () => {
  await openedAt("events");
  search("nothing of the kind");
  expect(text("#panel-events .no-results")).toContain("The filters leave nothing");
  press(one("#panel-events .filter-bar fluent-text-input"), "Escape");
  expect(text("#panel-events .result-count")).toBe(`${viewAt(sessionOf().dataset).events().length} events`);
  expect(events().length).toBeGreaterThan(0);
});
