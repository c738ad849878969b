/** What the first release answered it answers for ever: over the file as it was published, and over the newest one. */
import { Dataset } from "../../../src/dataset/dataset";
import { viewAt } from "../../../src/dataset/view";
import { requireSamePast } from "../../../src/update/verify/past";
import { firstRelease, seedRelease } from "../../fixtures/compiled";
import { callerOf } from "./caller";

const [first, newest] = [firstRelease(), seedRelease()];
const [before, after] = [new Dataset(first), new Dataset(newest)];

it("every figure of the first release is in the newest with value, unit, status, source, place and date", () => {
  expect(() => requireSamePast(before, after)).not.toThrow();
  const [then, now] = [viewAt(before), viewAt(after, { release: first.release })];
  let figures = 0;
  for (const series of then.catalogue.series)
    for (const period of then.periods(series)) {
      const places = (view: typeof then) =>
        view.vintages(view.catalogue.seriesById(series.id)!, period).map(({ value, locator }) => `${value} ${locator}`);
      expect(places(now)).toEqual(places(then));
      figures += places(then).length;
    }
  expect(figures).toBeGreaterThan(5000);
});

it("5,000 random questions as of the first release get the same numbers", () => {
  const seed = Date.now() % 1_000_000;
  let state = seed;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const [then, now] = [callerOf(first), callerOf(newest, { release: first.release })];
  const { series } = before.catalogue;
  const differing: unknown[] = [];
  for (let i = 0; i < 5000; i++) {
    const one = series[random(series.length)]!;
    const periods = viewAt(before).periods(one);
    const period = random(4) === 0 ? String(1995 + random(32)) : (periods[random(periods.length)] ?? "2024");
    const question: [string, ...unknown[]] =
      random(2) === 0
        ? ["METALS.GET", one.id, period]
        : one.indicator === "production" || one.indicator === "reserves"
          ? [`METALS.${one.indicator.toUpperCase()}`, one.item, period, one.reporter]
          : ["METALS.GROWTH", one.indicator, one.item, period];
    const [old, current] = [then(...question), now(...question)];
    const number = (answer: unknown) => (typeof answer === "object" ? "none" : answer);
    if (number(old) !== number(current)) differing.push([question, old, current]);
  }
  expect({ seed, differing }).toEqual({ seed, differing: [] });
});
