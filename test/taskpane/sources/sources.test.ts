/** @jest-environment jsdom */
import { takenFrom } from "../../../src/taskpane/sources/taken";
import { seeds } from "../../fixtures/seeds";
import { all, one, openedAt, press, settled, Sight, text } from "../page";
import { viewAt } from "../../../src/dataset/view";

test("every printed figure is counted for the document it was taken from", () => {
  const view = viewAt(seeds());
  const printed = view.catalogue.series
    .flatMap((series) => view.periods(series).flatMap((period) => view.vintages(series, period)))
    .filter(({ source }) => source !== "");
  const counted = [...takenFrom(view).values()].reduce((sum, { figures }) => sum + figures, 0);
  expect(counted).toBe(printed.length);
});

test("sources are listed with what was taken from them, the richest first; a search narrows them down", async () => {
  const sight = new Sight();
  await openedAt("sources");
  sight.end();
  const count = viewAt(seeds()).sources().length;
  expect([all("#panel-sources .event").length, text("#panel-sources .result-count")]).toEqual([30, `${count} sources`]);
  for (let i = 0; i * 30 < count; i++) sight.of(one("#panel-sources"));
  expect(all("#panel-sources .event")).toHaveLength(count);
  const figures = all("#panel-sources .event").map(({ textContent }) =>
    Number(/([\d,]+) figure/.exec(textContent)?.[1]?.replace(",", "") ?? 0),
  );
  expect(figures).toEqual([...figures].sort((a, b) => b - a));
  const box = one("#panel-sources .filter-bar fluent-text-input") as HTMLInputElement;
  box.value = "andaman";
  box.dispatchEvent(new Event("input"));
  expect(all("#panel-sources .event").length).toBeGreaterThan(0);
  expect(all("#panel-sources .event").every((item) => /andaman/i.test(item.textContent))).toBe(true);
});

test("what a document gave nothing of is not counted", async () => {
  await openedAt("sources");
  const said = all("#panel-sources .event").map(({ textContent }) => textContent);
  expect(said.filter((text) => /: 0 |, 0 /.test(text))).toEqual([]);
  expect(said[0]).toMatch(/Taken from it: [\d,]+ figuresLicence/);
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

test("the series of a rich document come as the keyboard reaches them, and what was opened stays open while the list is searched", async () => {
  await openedAt("sources");
  const isRich = ({ textContent }: HTMLElement) => Number.parseInt(textContent!, 10) > 30;
  const details = all("#panel-sources summary").find(isRich)!.parentElement as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  await settled();
  const before = all("#panel-sources .series-row").length;
  one("#panel-sources .series-row").focus();
  press(one("#panel-sources .series-row"), "End");
  expect(before).toBe(30);
  expect(`${all("#panel-sources .series-row").length} series`).toBe(details.firstElementChild!.textContent);
  const box = one("#panel-sources .filter-bar fluent-text-input") as HTMLInputElement;
  for (const words of ["andaman", ""]) {
    box.value = words;
    box.dispatchEvent(new Event("input"));
  }
  expect(details.isConnected && details.open).toBe(true);
});

test("a source opens to every figure it gives, its licence and a citation to copy, and leads back", async () => {
  await openedAt("sources");
  const first = one("#panel-sources .source-title");
  const citation = first.textContent!;
  first.click();
  await settled();
  expect(text("#panel-sources .citation")).toBe(citation);
  expect(text("#panel-sources .facts")).toContain("Licence");
  expect(text("#panel-sources .actions")).toContain("Copy citation");
  const { figures } = [...takenFrom(viewAt(seeds())).values()].sort((a, b) => b.figures - a.figures)[0]!;
  expect(text("#panel-sources .source-figures h2").replace(",", "")).toBe(`${figures} figures`);
  one("#panel-sources .source-figures .series-row").click();
  expect(text("#panel-sources .readout-value")).not.toBe("");
  one("#panel-sources .back-button").click();
  one("#panel-sources .back-button").click();
  expect(document.activeElement?.textContent).toBe(citation);
});
