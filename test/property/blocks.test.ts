import fc from "fast-check";
import { createCaller, FunctionError, isCellError, type Block, type Cell } from "../../src/functions";
import { enumValues } from "../../src/functions/reading/enums";
import type { Observation, Series } from "../../src/dataset/records";
import { viewAt } from "../../src/dataset/view";
import { answer } from "../../src/query/answer/answer";
import { askOfSeries, questionOf } from "../../src/query/answer/ask";
import { periodCell } from "../../src/query/period/period";
import { relationOf } from "../../src/query/derived/relation";
import { share } from "../../src/query/derived/share";
import { orThrow } from "../../src/query/refusal";
import { seeds, sessionOf } from "../fixtures/seeds";

const session = sessionOf();
const caller = createCaller(session);
const dataset = seeds();
const view = viewAt(dataset);
const reader = { view, units: session.units };

/** What a call comes to: a value, or an error; of one that names the argument, which is called differently from function to function, the error alone. */
function outcome(work: () => Cell | Block): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof FunctionError) return withoutArgument(error.code, error.message);
    throw error;
  }
}

const withoutArgument = (error: string, message: string) => ({ error, message: error === "#VALUE!" ? "" : message });

describe("GRID is its cells called one by one", () => {
  type Single = (item: unknown, period: unknown, country: unknown, unit: unknown) => Cell | Block;
  const ONE_BY_ONE: Readonly<Record<string, Single>> = {
    imports: (item, period, country, unit) => caller.call("METALS.IMPORTS", [item, period, country, null, unit]),
    "exports weight": (item, period, country, unit) =>
      caller.call("METALS.EXPORTS", [item, period, country, "weight", unit]),
    "imports baci": (item, period, country, unit) =>
      caller.call("METALS.IMPORTS", [item, period, country, null, unit, "baci"]),
    balance: (item, period, country, unit) => caller.call("METALS.BALANCE", [item, period, country, null, unit]),
    production: (item, period, country, unit) => caller.call("METALS.PRODUCTION", [item, period, country, null, unit]),
    reserves: (item, period, country, unit) => caller.call("METALS.RESERVES", [item, period, country, unit]),
  };
  const offered = (list: "metals" | "countries") =>
    enumValues(list, dataset, session.words, "en").map(({ word }): unknown => word);
  const item = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...offered("metals")) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>("coper", "gold", 2024) },
    { weight: 6, arbitrary: fc.constantFrom<unknown>("copper", "铜", 2603, "Li", "iron", "zinc ores", "aluminium") },
  );
  const period = fc.constantFrom<unknown>(2012, 2023, 2024, 2025, "2025-06", "2025-Q1", 45818, 202406, "soon");
  // Of an indicator of trade China is the reporter, who may be named; of IMPORTS it would be the partner.
  const country = fc.oneof(
    { weight: 5, arbitrary: fc.constant<unknown>(null) },
    { weight: 2, arbitrary: fc.constantFrom(...offered("countries").filter((word) => word !== "China")) },
  );
  const UNITS: Readonly<Record<string, string>> = { "exports weight": "kt", production: "kt", reserves: "kt" };

  it("with the same values and the same reasons", () => {
    let figures = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(ONE_BY_ONE)),
        fc.array(item, { minLength: 1, maxLength: 4 }),
        fc.array(period, { minLength: 1, maxLength: 4 }),
        country,
        fc.boolean(),
        (indicator, items, periods, where, converted) => {
          const inUnit = converted ? (UNITS[indicator] ?? "USD bn") : null;
          const block = caller.call("METALS.GRID", [
            indicator,
            items.map((one) => [one]),
            [periods],
            where,
            inUnit,
          ]) as Block;
          expect(block.map((row) => row.length)).toEqual(items.map(() => periods.length));
          items.forEach((one, y) =>
            periods.forEach((when, x) => {
              const cell = block[y]![x]!;
              if (typeof cell === "number") figures++;
              expect(isCellError(cell) ? withoutArgument(cell.error, cell.message) : cell).toEqual(
                outcome(() => ONE_BY_ONE[indicator]!(one, when, where, inUnit)),
              );
            }),
          );
        },
      ),
      { numRuns: 400 },
    );
    expect(figures).toBeGreaterThan(100);
  });

  it("an error in a range stays in its place, beside the figures", () => {
    const errors = ["#VALUE!", "#N/A", "#NUM!", "#DIV/0!", "#NAME?", "#REF!", "#NULL!"];
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom<unknown>(2012, 2024),
            fc.constantFrom(...errors).map((error) => ({ error })),
          ),
          { minLength: 2, maxLength: 6 },
        ),
        (periods) => {
          const [row] = caller.call("METALS.GRID", ["imports", "copper", [periods]]) as Block;
          const single = (when: unknown) =>
            typeof when === "number"
              ? caller.call("METALS.IMPORTS", ["copper", when])
              : { ...(when as object), message: "" };
          expect(row).toEqual(periods.map(single));
        },
      ),
    );
  });
});

describe("SERIES is its points", () => {
  it("by its id, as GET gives them, for every series there is", () => {
    for (const series of dataset.series.filter((one) => view.periods(one).length > 0)) {
      const { id } = series;
      const rows = view.periods(series).map((when) => [periodCell(when), caller.call("METALS.GET", [id, when])]);
      expect({ id, rows: caller.call("METALS.SERIES", [id]) }).toEqual({ id, rows });
    }
  });

  it.each([
    ["imports", "METALS.IMPORTS"],
    ["exports", "METALS.EXPORTS"],
    ["balance", "METALS.BALANCE"],
    ["production", "METALS.PRODUCTION"],
    ["reserves", "METALS.RESERVES"],
    ["price", "METALS.PRICE"],
  ])("of %s by plain words, as %s gives them", (indicator, id) => {
    let points = 0;
    for (const { word } of enumValues("metals", dataset, session.words, "en")) {
      const rows = outcome(() => caller.call("METALS.SERIES", [indicator, word]));
      if (!Array.isArray(rows)) continue;
      points += rows.length;
      expect({ word, rows }).toEqual({
        word,
        rows: (rows as Block).map(([when]) => [when, outcome(() => caller.call(id, [word, when]))]),
      });
    }
    expect(points).toBeGreaterThan(0);
  });
});

describe("shares of one whole", () => {
  interface Whole {
    readonly series: Series;
    readonly period: string;
    readonly total: Observation;
    readonly parts: readonly Observation[];
  }

  const isCountry = (area: string) => area !== "wld" && dataset.codes("areas").get(area)?.["kind"] !== "aggregate";

  /** Every figure of a whole with those of its parts: countries in the place of the world, of the whole's own edition, for a country it no longer lists is among its other countries. */
  function wholes(dimension: "partner" | "reporter", indicators: readonly string[]): Whole[] {
    const key = (series: Series) => JSON.stringify({ ...questionOf(series), [dimension]: "", freq: series.freq });
    const levels = dataset.series.filter(
      ({ indicator, transformation }) => indicators.includes(indicator) && transformation === "level",
    );
    const partsOf = new Map<string, Series[]>();
    for (const series of levels)
      if (isCountry(series[dimension])) partsOf.set(key(series), [...(partsOf.get(key(series)) ?? []), series]);
    return levels
      .filter((series) => series[dimension] === "wld")
      .flatMap((series) =>
        view.periods(series).map((period) => {
          const total = view.observation(series, period)!;
          const found = (partsOf.get(key(series)) ?? []).flatMap((part) => view.observation(part, period) ?? []);
          return {
            series,
            period,
            total,
            parts: dimension === "reporter" ? found.filter(({ source }) => source === total.source) : found,
          };
        }),
      )
      .filter(({ parts }) => parts.length > 0);
  }

  const sumOfShares = ({ series, period, parts }: Whole, dimension: "partner" | "reporter") =>
    parts.reduce(
      (sum, part) =>
        sum + (caller.call("METALS.SHARE", [series.id, null, periodCell(period), part.series[dimension]]) as number),
      0,
    );

  /** Half of the last place that is not zero, in base units: how far a printed figure may be from the fact. */
  function rounding({ value, unit }: Observation): number {
    const [whole = "", decimals = ""] = value.split(".");
    const place = decimals ? -decimals.length : whole.length - whole.replace(/0+$/, "").length;
    return 0.5 * 10 ** (place + session.units.get(unit).scale);
  }

  /** How far the parts may exceed their whole because each figure is rounded. */
  const allowed = ({ total, parts }: Whole) =>
    [total, ...parts].reduce((sum, one) => sum + rounding(one), 0) / base(total);

  const base = (observation: Observation) => session.units.baseValue(observation).toNumber();

  /** How far printed countries may exceed a printed world total, as the build has it. */
  const REVISED_APART = 0.05;
  const trade = wholes("partner", ["imports", "exports"]);
  const world = wholes("reporter", ["production", "reserves"]);

  it("partners of a flow never have more than the flow, not even of one known as a lower bound", () => {
    expect(trade.length).toBeGreaterThan(50);
    for (const whole of trade)
      expect({
        id: whole.series.id,
        period: whole.period,
        fits: sumOfShares(whole, "partner") <= 1 + allowed(whole),
      }).toEqual({ id: whole.series.id, period: whole.period, fits: true });
  });

  it("countries never have more of the world than rounding and revisions of the printed figures allow, where the world is no lower bound", () => {
    const exact = world.filter(({ total }) => total.relation === "exact" && total.flag !== "unverified");
    expect(exact.length).toBeGreaterThan(50);
    for (const whole of exact) {
      const sum = sumOfShares(whole, "reporter");
      expect({
        id: whole.series.id,
        period: whole.period,
        sum,
        fits: sum <= 1 + allowed(whole) + REVISED_APART,
      }).toEqual({
        id: whole.series.id,
        period: whole.period,
        sum,
        fits: true,
      });
    }
  });

  it("of a whole that is a lower bound are upper bounds, so nothing is said of their sum", () => {
    const bounded = [...trade, ...world].filter(({ total }) => total.relation === "at-least");
    expect(bounded.length).toBeGreaterThan(50);
    for (const { series, period, parts } of bounded) {
      const whole = answer(reader, askOfSeries(series), period);
      expect(relationOf(whole)).toBe("at-least");
      for (const part of parts) {
        const found = orThrow(share(reader, askOfSeries(part.series), askOfSeries(series), period));
        if (part.relation === "exact")
          expect({ id: part.series.id, period, relation: relationOf(found) }).toEqual({
            id: part.series.id,
            period,
            relation: "at-most",
          });
      }
    }
  });
});
