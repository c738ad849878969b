import { createCaller } from "../../src/functions";
import { Units } from "../../src/query/units/units";
import { seeds, sessionOf } from "../fixtures/seeds";
import { viewAt } from "../../src/dataset/view";

const dataset = seeds();
const view = viewAt(dataset);
const units = new Units(dataset);
const caller = createCaller(sessionOf());
const figures = view.catalogue.series.flatMap((series) =>
  view.periods(series).map((period) => ({ series, period, observation: view.observation(series, period)! })),
);

it("every figure is reached by its id, exactly", () => {
  const wrong = figures.filter(
    ({ series, period, observation }) =>
      caller.call("METALS.GET", [series.id, period]) !== units.baseValue(observation).toNumber(),
  );
  expect(figures.length).toBeGreaterThan(5000);
  expect(wrong.map(({ series, period }) => `${series.id} ${period}`)).toEqual([]);
});

it("every figure has a status and a source in words", () => {
  const wrong = figures.filter(
    ({ series, period }) =>
      !/\S/.test(String(caller.call("METALS.GET", [series.id, period, "status"]))) ||
      !/\(.*\)/.test(String(caller.call("METALS.GET", [series.id, period, "short"]))),
  );
  expect(wrong.map(({ series, period }) => `${series.id} ${period}`)).toEqual([]);
});

/** What a call and the id of the series it should reach give, where that is not one figure. */
function differing({ id }: { id: string }, period: string, call: [string, unknown[]]): unknown[] {
  const [found, own] = [caller.call(...call), caller.call("METALS.GET", [id, period])];
  return found === own && typeof own === "number" ? [] : [[id, period, call, found, own]];
}

describe("the plain words for the first series of a question answer with it", () => {
  const first = figures.filter(({ series }) => series.rank === 1 && series.transformation === "level");

  it("trade", () => {
    const trade = first.filter(
      ({ series }) => ["imports", "exports"].includes(series.indicator) && series.basis === "customs",
    );
    expect(trade.length).toBeGreaterThan(100);
    const wrong = trade.flatMap(({ series, period }) =>
      differing(series, period, [
        `METALS.${series.indicator.toUpperCase()}`,
        [series.item, period, series.partner, series.measure],
      ]),
    );
    expect(wrong).toEqual([]);
  });

  it("quotas, prices, reserves and output at the usual stage and measure", () => {
    const calls: Readonly<
      Record<string, (series: (typeof first)[number]["series"], period: string) => [string, unknown[]] | undefined>
    > = {
      quota: ({ stage, group, batch, holder }, period) =>
        holder === "all" ? ["REE.QUOTA", [period, stage, group, batch === "all" ? null : batch]] : undefined,
      price: ({ item }, period) => ["METALS.PRICE", [item, period]],
      reserves: ({ item, reporter, measure }, period) =>
        measure === view.catalogue.meaning("reserves", item)?.measure
          ? ["METALS.RESERVES", [item, period, reporter]]
          : undefined,
      production: ({ item, reporter, stage, measure }, period) =>
        stage === view.catalogue.meaning("production", item)?.stage &&
        measure === view.catalogue.meaning("production", item)?.measure
          ? ["METALS.PRODUCTION", [item, period, reporter]]
          : undefined,
    };
    const asked = first.flatMap(({ series, period }) => {
      const call = calls[series.indicator]?.(series, period);
      return call ? [{ series, period, call }] : [];
    });
    expect(asked.length).toBeGreaterThan(1500);
    expect(asked.flatMap(({ series, period, call }) => differing(series, period, call))).toEqual([]);
  });
});
