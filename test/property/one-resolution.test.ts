import fc from "fast-check";
import { nextPeriod, periodsBetween, previousPeriod, STEPPED, type Frequency } from "../../src/dataset/period";
import type { Series } from "../../src/dataset/records";
import { viewAt } from "../../src/dataset/view";
import { isCellError, type Block } from "../../src/functions";
import { evidence } from "../../src/query/answer/answer";
import { candidates } from "../../src/query/answer/candidates";
import { answeredPeriods } from "../../src/query/answer/answered";
import { askOfSeries, questionOf, type Ask } from "../../src/query/answer/ask";
import { findResolved, resolve } from "../../src/query/answer/compute";
import { growth } from "../../src/query/derived/growth";
import { orRefusal, orThrow, Refusal } from "../../src/query/refusal";
import { call, seeds, sessionOf } from "../fixtures/seeds";
import { twoReleases } from "../fixtures/two-releases";

const answers = (work: () => unknown) => {
  const found = orRefusal(work);
  return found !== undefined && (!(found instanceof Refusal) || found.kind === "impossible");
};

/** Every question of a dataset, on the basis of a series and on that which answers by default, and every series by its id. */
function questions(series: readonly Series[]): (readonly [Ask, Frequency])[] {
  const asks = series.flatMap((one) => {
    const { transformation, ...question } = questionOf(one);
    const ask = { ...question, transformation: transformation === "implied" ? "level" : transformation };
    return [askOfSeries(one), ask, { ...ask, basis: undefined }].map((said) => [said, one.freq] as const);
  });
  return [...new Map(asks.map((asked) => [JSON.stringify(asked), asked])).values()];
}

describe.each([
  ["the data", seeds()],
  ["two releases", twoReleases()],
])("%s: every question, period by period", (_, dataset) => {
  const reader = { view: viewAt(dataset), units: sessionOf({ dataset }).units };
  const all = questions(dataset.series);

  it("has a point exactly where the question for that period alone has an answer, with the same figure", () => {
    let points = 0;
    for (const [ask, freq] of all) {
      const periods = answeredPeriods(reader, ask, freq);
      const known = new Set(periods);
      const around =
        periods[0] && STEPPED.has(freq)
          ? [previousPeriod(periods[0]), ...periodsBetween(periods[0], periods.at(-1)!), nextPeriod(periods.at(-1)!)]
          : periods;
      const held = candidates(reader, ask, freq).flatMap((one) => reader.view.periods(one));
      const wrong = [...new Set([...around, ...held])].filter(
        (period) => answers(() => findResolved(reader, ask, period)) !== known.has(period),
      );
      if (wrong.length > 0) throw new Error(`${JSON.stringify(ask)} ${wrong.join()}`);
      points += periods.length;
    }
    expect(points).toBeGreaterThan(dataset.observations.columns.count / 2);
  });

  it("grows from each point to the next, of one basis, by their figures unless one series has both", () => {
    const levels = all.filter(([ask, freq]) => ask.transformation === "level" && STEPPED.has(freq));
    fc.assert(
      fc.property(fc.constantFrom(...levels), fc.nat(), ([ask, freq], nth) => {
        const periods = answeredPeriods(reader, ask, freq);
        const period = periods[nth % periods.length];
        const before = period && previousPeriod(period);
        if (!before || !periods.includes(before)) return;
        const [now, then] = [period, before].map((one) => resolve(reader, ask, one));
        const bases = new Set([now!, then!].flatMap(evidence).map(({ series }) => series.basis));
        const found = orRefusal(() => orThrow(growth(reader, ask, period, before)).answer);
        if (found instanceof Refusal) return expect(found.kind === "impossible" || bases.size > 1).toBe(true);
        const terms = found.arithmetic!.terms.map(({ value }) => value.toString());
        const ofOne = new Set(evidence(found).map(({ series }) => series)).size === 1;
        expect(ofOne || terms.join() === [now!.value, then!.value].join()).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("METALS.SERIES", () => {
  const session = sessionOf();
  const reader = { view: viewAt(seeds()), units: session.units };
  const series = fc.constantFrom(...seeds().series.filter((one) => reader.view.periods(one).length > 0));

  it("spills the points of a series named by its id", () => {
    fc.assert(
      fc.property(series, (one) => {
        const block = call("METALS.SERIES", one.id) as Block;
        const periods = reader.view.periods(one);
        expect(block.map(([period]) => String(period))).toEqual(periods);
        block.forEach(([, value], i) => {
          const found = orRefusal(() => resolve(reader, askOfSeries(one), periods[i]!));
          expect(isCellError(value) ? value.error : value).toBe(
            found instanceof Refusal ? found.code : found.value.toNumber(),
          );
        });
      }),
      { numRuns: 300 },
    );
  });
});
