/** @jest-environment jsdom */
import { sessionOf } from "../../fixtures/seeds";
import { fakeWorkbook } from "../context";
import { all, enter, one, openedAt, settled, text } from "../page";

const events = () => all("#panel-events .event");
const search = (words: string) => {
  const box = one("#panel-events [type=search]") as HTMLInputElement;
  box.value = words;
  box.dispatchEvent(new Event("input"));
};

test("every event is listed, newest first, with its source", async () => {
  await openedAt("events");
  expect(events()).toHaveLength(sessionOf().dataset.view().events().length);
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
  expect(events().every((event) => event.textContent.includes("Export control") && event.textContent.includes("Gallium"))).toBe(true);
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
