import type { Block } from "../../src/functions";
import { call, refused, seeds } from "../fixtures/seeds";
import { viewAt } from "../../src/dataset/view";

const view = viewAt(seeds());

describe("an indicator whose phrase names the reporter", () => {
  it.each(["imports EU", "EU imports", "imports European Union", "imports of the EU", "imports E.U.", "进口 欧盟"])(
    "%s: what the Union buys from a partner, on its own basis",
    (phrase) => {
      const series = view.catalogue.seriesById("imports.gallium.eu27.chn.value.eurostat.a")!;
      const periods = view.periods(series);
      const block = call("METALS.SERIES", phrase, "gallium", null, null, "China") as Block;
      expect(block).toEqual(periods.map((period) => [Number(period), Number(view.observation(series, period)!.value)]));
      expect(call("METALS.LATEST", phrase, "gallium", "China")).toBe(block.at(-1)![1]);
      expect(call("METALS.GRID", phrase, "gallium", 2023, "China")).toEqual([[block[1]![1]]]);
    },
  );

  it("every country that reports trade answers by its own name", () => {
    const others = seeds().series.filter(
      ({ indicator, reporter, partner }) => indicator === "imports" && reporter !== "chn" && partner === "chn",
    );
    const oneEach = new Map(others.map((series) => [series.reporter, series]));
    expect(oneEach.size).toBeGreaterThan(10);
    for (const series of oneEach.values()) {
      const phrase = `imports ${seeds().label("areas", series.reporter)}`;
      const block = call("METALS.SERIES", phrase, series.item, null, null, "China") as Block;
      expect(block.map(([period]) => String(period))).toEqual(view.periods(series));
    }
  });

  it("and so do reliance and output", () => {
    for (const phrase of ["net import reliance US", "net import reliance United States"])
      expect(call("METALS.SERIES", phrase, "gallium")).toEqual(call("METALS.SERIES", "net import reliance", "gallium"));
    expect(call("METALS.SERIES", "production Chile", "copper", 2020, 2022)).toEqual(
      call("METALS.SERIES", "production", "copper", 2020, 2022, "Chile"),
    );
  });

  it("a word for goods and for a country means the goods where they are held, a union where they are not", () => {
    expect(call("METALS.SERIES", "price EU", null, 2012, 2012)).toEqual(
      call("METALS.SERIES", "price", "europium", 2012, 2012),
    );
    expect(call("METALS.SERIES", "production Al", null, 2020, 2020)).toEqual(
      call("METALS.SERIES", "production", "aluminium", 2020, 2020),
    );
    expect(refused("METALS.SERIES", "net import reliance EU", "gallium")).toContain("Country with data: United States");
    expect(refused("METALS.SERIES", "exports EU", "gallium")).toContain("Country with data: China");
  });

  it("is not contradicted by the country beside it", () => {
    expect(refused("METALS.SERIES", "production Chile", "copper", 2020, 2022, "Peru")).toMatch(
      /^#VALUE! country: "Peru" contradicts "Chile"/,
    );
    expect(refused("METALS.SERIES", "imports Pakistan", "copper")).toContain("is a country");
  });
});
