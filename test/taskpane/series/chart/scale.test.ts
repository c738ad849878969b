import fc from "fast-check";
import { labelled, niceTicks } from "../../../../src/taskpane/series/chart/scale";

test.each([
  [0, 67.33, [0, 25, 50, 75]],
  [-255.9, 0, [-300, -200, -100, 0]],
  [0, 0, [0, 0.5]],
  [0, 0.069, [0, 0.025, 0.05, 0.075]],
  [4867.9, 9947.31, [4000, 6000, 8000, 10000]],
])("ticks from %d to %d are round", (low, high, ticks) => {
  expect(niceTicks(low, high, 3)).toEqual(ticks);
});

test("ticks always cover the values, in order, and are never many", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e12, noNaN: true }),
      (low, span) => {
        const ticks = niceTicks(low, low + span, 3);
        const slack = span * 1e-6;
        expect(ticks[0]!).toBeLessThanOrEqual(low + slack);
        expect(ticks.at(-1)!).toBeGreaterThanOrEqual(low + span - slack);
        expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
        expect(ticks.length).toBeLessThanOrEqual(6);
      },
    ),
  );
});

test("labels are spaced evenly and the last one is there", () => {
  expect(labelled(14, 6)).toEqual([1, 4, 7, 10, 13]);
  expect(labelled(3, 10)).toEqual([0, 1, 2]);
  expect(labelled(3, 0)).toEqual([2]);
});
