import { seedRelease } from "../../fixtures/compiled";
import { callerOf, failing } from "./caller";

type Batches = readonly (number | undefined)[];

/** Every figure that is printed for a quota, follows from printed parts or is implied by a printed rate, by year: the whole year, then its batches. */
const MINING: Readonly<Record<number, Batches>> = {
  2010: [89197],
  2011: [93800],
  2012: [93800],
  2013: [93800, 46900, 46900],
  2014: [105000],
  2015: [105000, 52500],
  2016: [105000, 52500],
  2017: [105000, 52500, 52500],
  2018: [120000, 73500, 46500],
  2019: [132000, 60000, 72000],
  2020: [140000, 66000, 74000],
  2021: [168000, 84000, 84000],
  2022: [210000, 100800, 109200],
  2023: [255000, 120000, 120000, 15000],
  2024: [270000, 135000, 135000],
};
const LIGHT: Readonly<Record<number, Batches>> = {
  2011: [80400],
  2013: [75900, 37950],
  2014: [87100],
  2015: [87100],
  2016: [87100],
  2017: [87100, 43550],
  2018: [100850],
  2019: [112850, 50425],
  2020: [120850, 56425],
  2021: [148850],
  2022: [190850],
  2023: [235850, 109057, 111793, 15000],
  2024: [undefined, 124860],
};
const HEAVY: Readonly<Record<number, Batches>> = {
  2011: [13400],
  2013: [17900, 8950],
  2014: [17900],
  2015: [17900],
  2016: [17900],
  2017: [17900, 8950],
  2018: [19150],
  2019: [19150, 9575],
  2020: [19150, 9575],
  2021: [19150],
  2022: [19150],
  2023: [19150, 10943, 8207, 0],
  2024: [undefined, 10140],
};
const SMELTING: Readonly<Record<number, Batches>> = {
  2011: [90400],
  2015: [undefined, 50050],
  2016: [undefined, undefined, 55000],
  2017: [100000, 50075, 49925],
  2018: [115000, 70000, 45000],
  2019: [127000, 57500, 69500],
  2020: [135000, 63500, 71500],
  2021: [162000, 81000, 81000],
  2022: [202000, 97200, 104800],
  2023: [243850, 115000, 115000, 13850],
  2024: [254000, 127000, 127000],
};

const ASKED: readonly (readonly [stage: string, group: string, known: Readonly<Record<number, Batches>>])[] = [
  ["mining", "total", MINING],
  ["mining", "light", LIGHT],
  ["mining", "heavy", HEAVY],
  ["smelting", "total", SMELTING],
  ["smelting", "light", {}],
  ["smelting", "heavy", {}],
];
const BATCHES = [undefined, 1, 2, 3] as const;
const YEARS = Array.from({ length: 17 }, (_, i) => 2010 + i);

const call = callerOf(seedRelease());

describe("REE.QUOTA over the seeds", () => {
  it.each(
    YEARS.flatMap((year) => ASKED.map(([stage, group, known]) => [year, stage, group, known[year] ?? []] as const)),
  )("answers %i %s %s and every batch of it with what is known, or says why not", (year, stage, group, known) => {
    BATCHES.forEach((batch, i) => {
      const expected = known[i];
      expect(call("REE.QUOTA", year, stage, group, batch)).toEqual(expected ?? failing("#N/A", /.{40,}/s));
    });
  });

  it("never gives USGS's estimate of output for a quota that is confidential", () => {
    expect(call("METALS.PRODUCTION", "rare earths", 2025)).toBe(270000);
    for (const stage of ["mining", "smelting"]) {
      for (const group of ["total", "light", "heavy"])
        expect(call("REE.QUOTA", 2025, stage, group)).toEqual(failing("#N/A", /confidential[^]*CNA/));
    }
  });

  it("says of 2026 that nothing was found, which is not the same", () => {
    expect(call("REE.QUOTA", 2026, "mining")).toEqual(failing("#N/A", /not held/));
  });

  it("gives the printed quota of 2023, not the level that the growth of 2024 implies", () => {
    expect(call("METALS.GET", "quota.rare-earths.chn.mining.total.all.all.miit.a.implied", 2023)).toBe(254958);
    expect(call("METALS.STATUS", "quota mining", null, 2023)).toEqual(
      expect.stringMatching(/^255000 t REO, published.*254958/),
    );
  });
});
