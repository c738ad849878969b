/** @jest-environment jsdom */
import { takenFrom } from "../../../src/taskpane/sources/taken";
import { seeds } from "../../fixtures/seeds";
import { all, one, openedAt, settled, text } from "../page";

test("every printed figure is counted for the document it was taken from", () => {
  const view = seeds().view();
  const printed = view.catalogue.series.flatMap((series) => view.periods(series).flatMap((period) => view.vintages(series, period))).filter(({ source }) => source !== "");
  const counted = [...takenFrom(view).values()].reduce((sum, { figures }) => sum + figures, 0);
  expect(counted).toBe(printed.length);
});

test("sources are listed with what was taken from them, the richest first; a search narrows them down", async () => {
  await openedAt("sources");
  expect(all("#panel-sources .event")).toHaveLength(seeds().view().sources().length);
  const figures = all("#panel-sources .event").map(({ textContent }) => Number(/([\d,]+) figure/.exec(textContent)![1]!.replace(",", "")));
  expect(figures).toEqual([...figures].sort((a, b) => b - a));
  const box = one("#panel-sources [type=search]") as HTMLInputElement;
  box.value = "andaman";
  box.dispatchEvent(new Event("input"));
  expect(all("#panel-sources .event").length).toBeGreaterThan(0);
  expect(all("#panel-sources .event").every((item) => /andaman/i.test(item.textContent))).toBe(true);
});

test("a series that a source gave opens, and Back leads to the sources again", async () => {
  await openedAt("sources");
  const details = one("#panel-sources details") as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  await settled();
  one("#panel-sources .series-row").click();
  expect(text("#panel-sources .readout-value")).not.toBe("");
  one("#panel-sources .back-button").click();
  expect(document.activeElement?.className).toBe("series-row");
});
