import { gzipSync } from "node:zlib";
import { compacted } from "../../../src/dataset/format/codec";
import { Dataset } from "../../../src/dataset/dataset";
import type { Observation } from "../../../src/dataset/records";
import { viewAt } from "../../../src/dataset/view";
import { completeAsk } from "../../../src/query/answer/ask";
import { describe as inWords } from "../../../src/query/describe";
import { seedRelease } from "../../fixtures/compiled";
import { callerOf } from "./caller";

const release = seedRelease();
const dataset = new Dataset(release);
const view = viewAt(dataset);
const call = callerOf(release);
const figures = dataset.series.flatMap((series) =>
  view.periods(series).flatMap((period) => view.vintages(series, period)),
);

describe("the release of this repository", () => {
  it("comes over the wire in less than 700 kB", () => {
    expect(gzipSync(JSON.stringify(compacted(release)), { level: 6 }).length).toBeLessThan(700_000);
  });

  it("has at least 5,000 figures from at least 60 documents", () => {
    expect(figures.length).toBeGreaterThanOrEqual(5000);
    expect(new Set(figures.map(({ source }) => source).filter(Boolean)).size).toBeGreaterThanOrEqual(60);
  });

  it("has no figure without document, place, date and licence, its own or those it is computed from", () => {
    const isWhole = (figure: Observation): boolean => {
      const dated = /^\d{4}-\d{2}-\d{2}$/.test(figure.known);
      if (figure.formula)
        return (
          dated &&
          figure.inputs.length > 0 &&
          figure.inputs.every(({ series, period }) => view.vintages(dataset.seriesById(series)!, period).every(isWhole))
        );
      const source = dataset.sources.get(figure.source);
      return dated && figure.locator !== "" && source !== undefined && dataset.codes("licences").has(source.licence);
    };
    expect(figures.filter((figure) => !isWhole(figure)).map(({ series, period }) => `${series.id} ${period}`)).toEqual(
      [],
    );
  });

  it.each(["en", "zh"] as const)("describes no two series of one frequency alike (%s)", (language) => {
    const seen = new Map<string, string[]>();
    for (const series of dataset.series) {
      const key = `${series.freq} ${inWords(dataset, completeAsk(view, series), language)}`;
      seen.set(key, [...(seen.get(key) ?? []), series.id]);
    }
    expect([...seen].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });
});

describe("what a bare word means", () => {
  const ORES = [
    "iron",
    "copper",
    "aluminium",
    "lithium",
    "manganese",
    "zinc",
    "lead",
    "tin",
    "nickel",
    "cobalt",
    "chromium",
  ];

  /** Commodities of the table in words, by indicator: item → stage and measure. */
  const MEANINGS: Readonly<Record<string, Readonly<Record<string, readonly [stage: string, measure: string]>>>> = {
    imports: Object.fromEntries([...ORES, "rare-earths", "ten-strategic-metals"].map((item) => [item, ["", "value"]])),
    exports: Object.fromEntries(
      [...ORES.filter((item) => item !== "chromium"), "rare-earths", "rare-earth-magnets", "ten-strategic-metals"].map(
        (item) => [item, ["", "value"]],
      ),
    ),
    production: {
      iron: ["mine", "usable-ore"],
      ...Object.fromEntries(
        ["copper", "lithium", "manganese", "zinc", "lead", "tin", "nickel", "cobalt", "chromium"].map((item) => [
          item,
          ["mine", "content"],
        ]),
      ),
      aluminium: ["smelter", "gross"],
      "rare-earths": ["mine", "reo"],
      "ten-nonferrous-metals": ["total", "gross"],
    },
    reserves: {
      iron: ["", "crude-ore"],
      bauxite: ["", "gross"],
      copper: ["", "content"],
      lithium: ["", "content"],
      zinc: ["", "content"],
      "rare-earths": ["", "reo"],
    },
    price: Object.fromEntries(
      ["iron", "copper", "aluminium", "zinc", "lead", "tin", "nickel"].map((item) => [item, ["", ""]]),
    ),
  };

  it.each(
    Object.entries(MEANINGS).flatMap(([indicator, items]) =>
      Object.entries(items).map(([item, [stage, measure]]) => [indicator, item, stage, measure] as const),
    ),
  )("is laid down: %s, %s", (indicator, item, stage, measure) => {
    expect(dataset.catalogue.meaning(indicator, item)).toMatchObject({ stage, measure });
  });

  it("is there in both languages for every commodity an indicator has figures of", () => {
    for (const { indicator, item, text, text_zh } of dataset.catalogue.defaults) {
      expect([indicator, item, text.length > 10, /\p{Script=Han}/u.test(text_zh)]).toEqual([
        indicator,
        item,
        true,
        true,
      ]);
    }
    const bare = dataset.series.filter(
      ({ indicator, item, rank }) => rank !== undefined && !dataset.catalogue.meaning(indicator, item),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it("is bauxite for aluminium's reserves, as aluminium's trade is", () => {
    expect(call("METALS.RESERVES", "aluminium", 2024)).toEqual(call("METALS.RESERVES", "bauxite", 2024));
    expect(call("METALS.RESERVES", "bauxite", 2024)).toBe(680000000);
  });
});

describe("which series answers", () => {
  it("is the one with the lowest rank that has the period, and the status says which and why", () => {
    expect(call("METALS.STATUS", "imports", "copper", 2024)).toEqual(
      expect.stringMatching(/series imports\.copper\.chn\.wld\.value\.customs\.a \(rank 1\)/),
    );
    expect(call("METALS.STATUS", "imports", "copper", 2018)).toEqual(
      expect.stringMatching(
        /implied by a printed growth rate.*series imports\.copper\.chn\.wld\.value\.customs\.a\.implied \(rank 50\)/,
      ),
    );
  });

  it("is the published level where a rate implies another one, which the status tells too", () => {
    expect(call("METALS.PRODUCTION", "ten nonferrous metals", 2024, null, null, "Mt")).toBe(79.19);
    expect(call("METALS.STATUS", "production", "ten nonferrous metals", 2024)).toEqual(
      expect.stringMatching(/79\.19 Mt.*78\.68/),
    );
  });

  it("is never an estimate of our own", () => {
    const own = dataset.series.filter(({ basis }) => basis === "estimate");
    expect(own.length).toBeGreaterThan(0);
    for (const series of own) {
      expect(series.rank).toBeUndefined();
      for (const period of view.periods(series))
        expect(call(`METALS.${series.indicator.toUpperCase()}`, series.item, period)).not.toBe(
          call("METALS.GET", series.id, period),
        );
    }
  });
});
