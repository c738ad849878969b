import { Facets } from "../../../src/taskpane/find/facets";
import { createSearch } from "../../../src/query/search/search";
import { seeds } from "../../fixtures/seeds";
import { viewAt } from "../../../src/dataset/view";

const facets = new Facets(viewAt(seeds()));
const { find } = createSearch(seeds());
const copper = find("copper").hits;

test("the area of trade is the partner that is named, of everything else where it is counted", () => {
  const chile = facets.filter(copper, { area: "chl" }).map(({ series }) => series.id);
  expect(chile).toEqual(
    expect.arrayContaining([
      "production.copper.chl.mine.content.usgs.a",
      "imports.refined-copper.chn.chl.value.baci.a",
    ]),
  );
  expect(chile.every((id) => id.includes(".chl."))).toBe(true);
});

test("filters narrow one another down, and keep the order of what was found", () => {
  const subject = facets.filter(copper, { subject: "imports" });
  const both = facets.filter(copper, { subject: "imports", period: "2012" });
  expect(both.length).toBeGreaterThan(0);
  expect(both.length).toBeLessThan(subject.length);
  expect(subject.filter((hit) => both.includes(hit))).toEqual(both);
  expect(
    both.every(({ series }) =>
      viewAt(seeds())
        .periods(series)
        .some((period) => period.startsWith("2012")),
    ),
  ).toBe(true);
});

test("each value is counted as if its own facet were open, and the count is what choosing it gives", () => {
  const choice = { subject: "imports", area: "chl" } as const;
  const areas = facets.count(copper, choice, "area");
  expect(areas.length).toBeGreaterThan(1);
  for (const { value, count } of areas.slice(0, 5))
    expect(facets.filter(copper, { ...choice, area: value })).toHaveLength(count);
  expect(areas.map(({ count }) => count)).toEqual([...areas.map(({ count }) => count)].sort((a, b) => b - a));
});

test("how often a series is told is a filter of its own beside the years", () => {
  const monthly = facets.filter(find("magnets").hits, { period: "freq:m" });
  expect(monthly.length).toBeGreaterThan(0);
  expect(monthly.every(({ series }) => series.freq === "m")).toBe(true);
});
