import fc from "fast-check";
import { seeds } from "../fixtures/seeds";
import { twoReleases } from "../fixtures/two-releases";
import { viewAt } from "../../src/dataset/view";

const datasets = [seeds(), twoReleases()];
const day = fc
  .date({ min: new Date("2009-01-01"), max: new Date("2027-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const figure = fc.constantFrom(...datasets).chain((dataset) =>
  fc.constantFrom(...dataset.series).chain((series) => {
    const periods = viewAt(dataset).periods(series);
    return fc.record({
      dataset: fc.constant(dataset),
      series: fc.constant(series),
      period: fc.constantFrom(...(periods.length > 0 ? periods : ["2024"])),
    });
  }),
);

it("what is known on a day stays known, and no later day knows an older vintage", () => {
  fc.assert(
    fc.property(figure, day, day, ({ dataset, series, period }, one, other) => {
      const [earlier, later] = [one, other].sort();
      const [before, after] = [earlier, later].map((at) => viewAt(dataset, { day: at }).observation(series, period));
      if (!before) return;
      expect(after).toBeDefined();
      expect(after!.known >= before.known).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

it("an answer was known on the day it was asked for", () => {
  fc.assert(
    fc.property(figure, day, ({ dataset, series, period }, at) => {
      const found = viewAt(dataset, { day: at }).observation(series, period);
      if (found) expect(found.known <= at).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

it("after the last publication a day changes nothing", () => {
  fc.assert(
    fc.property(figure, ({ dataset, series, period }) => {
      const [dated, open] = [viewAt(dataset, { day: "2100-01-01" }), viewAt(dataset)].map((view) =>
        view.observation(series, period),
      );
      expect(dated).toEqual(open);
    }),
    { numRuns: 1000 },
  );
});

it("periods, vintages and single answers agree", () => {
  fc.assert(
    fc.property(figure, day, ({ dataset, series, period }, at) => {
      const view = viewAt(dataset, { day: at });
      const vintages = view.vintages(series, period);
      expect(view.observation(series, period)).toEqual(vintages.at(-1));
      expect(view.has(series, period)).toBe(vintages.length > 0);
      expect(view.periods(series).includes(period)).toBe(vintages.length > 0);
    }),
    { numRuns: 2000 },
  );
});
