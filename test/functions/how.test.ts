import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { viewAt } from "../../src/dataset/view";
import { isCellError, type Block } from "../../src/functions";
import { call, evaluate, refusal, refused, seeds, sessionOf } from "../fixtures/seeds";

const view = viewAt(seeds());
const { units } = sessionOf();
const notes = readFileSync(join(__dirname, "..", "..", "docs", "data-notes.md"), "utf8");
const spill = (formula: string) => evaluate(formula) as Block;
const held = seeds().series.filter(
  (series) => series.rank !== undefined && series.transformation === "level" && view.periods(series).length > 1,
);

/** What a call gives, its error in place of a value that there is not. */
function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return (error as { code: string }).code;
  }
}

/** Some of every kind are enough: what is asked for is the same for all. */
const SAMPLE = 150;
const sampled = held.filter((_, i) => i % Math.ceil(held.length / SAMPLE) === 0);

describe("how of METALS.SERIES", () => {
  it("yoy is METALS.GROWTH, cell by cell", () => {
    let compared = 0;
    for (const { id } of sampled) {
      const block = outcome(() => call("METALS.SERIES", id, null, null, null, null, null, null, null, "yoy"));
      const shown = new Map(Array.isArray(block) ? (block as Block).map(([period, value]) => [period, value]) : []);
      for (const [period] of call("METALS.SERIES", id) as Block) {
        const growth = outcome(() => call("METALS.GROWTH", id, null, period));
        const value = shown.get(period!);
        const told = isCellError(value) ? value.error : (value ?? "#N/A");
        expect([id, period, told]).toEqual([id, period, growth]);
        if (typeof growth === "number") compared++;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("looks behind the first period shown for its base", () => {
    expect(spill('=METALS.SERIES("quota mining","rare earths",2024,2024,,,,,"yoy")')).toEqual([[2024, 15 / 255]]);
    expect(spill('=METALS.SERIES("price","copper",2020,2020,,,,,"ma3")')[0]![1]).toBeCloseTo(
      (6529.8 + 6010.14 + 6173.77) / 3,
      8,
    );
  });

  it("puts together, transforms, fills and sorts, in this order whatever that of the words", () => {
    const words = ["quarterly", "previous", "fill", "newest first"];
    const formula = (how: string) => `=METALS.SERIES("magnet exports",,"2025-01","2025-12",,,,,"${how}")`;
    const wanted = spill(formula(words.join(", ")));
    expect(wanted.map(([period]) => period)).toEqual(["2025-Q4", "2025-Q3", "2025-Q2"]);
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 4 }), (order) =>
        expect(spill(formula(order.join(" ")))).toEqual(wanted),
      ),
    );
  });

  it("annual and quarterly are the sums of their months, and say so", () => {
    const months = call("METALS.SERIES", "magnet exports", null, "2025-01", "2025-12") as Block;
    const sum = months.reduce((total, [, value]) => total + (value as number), 0);
    const [year] = spill('=METALS.SERIES("magnet exports",,"2025-01","2025-12",,,2,,"annual")').slice(1);
    expect(year!.slice(0, 2)).toEqual([2025, sum]);
    expect(year![2]).toMatch(/^derived: sum of 12 periods 2025-01 to 2025-12; .*implied/);
    expect(year![1]).toBe(call("METALS.EXPORTS", "magnets", 2025, null, "weight"));
  });

  it("a year of months is the published year wherever both are held, within the printed rounding, or the data notes list it", () => {
    const wrong: string[] = [];
    for (const series of seeds().series.filter((one) => one.freq === "m" && one.rank !== undefined && one.additive)) {
      const block = outcome(() => call("METALS.SERIES", series.id, null, null, null, null, null, null, null, "annual"));
      if (!Array.isArray(block)) continue;
      const yearly = seeds().seriesById(series.id.replace(/\.m$/, ".a"));
      for (const [year, value] of block as Block) {
        const printed = yearly && view.observation(yearly, String(year));
        if (!printed) continue;
        const places = printed.value.split(".")[1]?.length ?? 0;
        const step = 10 ** (units.get(printed.unit).scale - places);
        if (
          Math.abs((value as number) - units.baseValue(printed).toNumber()) > step / 2 &&
          !notes.includes(`months of ${yearly!.id} ${String(year)} add up`)
        )
          wrong.push(`${series.id} ${String(year)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("a year of prices is the mean of its months wherever both are held, to the digits of whichever has fewer", () => {
    const stepOf = ({ value, unit }: { value: string; unit: string }) =>
      10 ** (units.get(unit).scale - (value.split(".")[1]?.length ?? 0));
    let compared = 0;
    for (const series of held.filter(({ freq, indicator }) => freq === "m" && indicator === "price")) {
      const yearly = seeds().seriesById(series.id.replace(/\.m$/, ".a"));
      if (!yearly) continue;
      const block = call("METALS.SERIES", series.id, null, null, null, null, null, null, null, "annual") as Block;
      for (const [year, value] of block) {
        const printed = view.observation(yearly, String(year));
        if (!printed) continue;
        const months = view.periods(series).filter((month) => month.startsWith(String(year)));
        const steps = [printed, ...months.map((month) => view.observation(series, month)!)].map(stepOf);
        const gap = Math.abs((value as number) - units.baseValue(printed).toNumber());
        expect([series.id, year, gap <= Math.max(...steps) * 1.001]).toEqual([series.id, year, true]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("ytd adds up from the beginning of the year, and shows no month whose year has a gap", () => {
    const block = spill('=METALS.SERIES("magnet exports",,"2024-06","2025-03",,,,,"ytd")');
    expect(block).toEqual([
      ["2025-01", 6357],
      ["2025-02", 9945],
      ["2025-03", 15268],
    ]);
  });

  it("index has 100 first", () => {
    const block = spill('=METALS.SERIES("price","copper",2020,,,,2,,"index")').slice(1);
    expect(block[0]!.slice(0, 2)).toEqual([2020, 100]);
    expect(block.at(-1)![2]).toContain("index, 2020 = 100");
    expect(refusal('=METALS.SERIES("price","copper",,,,"USD/t",,,"index")')).toMatch(/^#VALUE! unit:/);
  });

  it("fill has every period of the span, #N/A with the reason where there is none", () => {
    const block = spill('=METALS.SERIES("imports","copper",2012,2024,,,,,"fill")');
    expect(block.map(([period]) => period)).toEqual(Array.from({ length: 13 }, (_, i) => 2012 + i));
    const [, missing] = block[1]!;
    expect(isCellError(missing) && missing.error).toBe("#N/A");
    expect(isCellError(missing) && missing.message).toContain("2013");
  });

  it("dates are Excel's, and read back as the same month", () => {
    const block = spill('=METALS.SERIES("magnet exports",,"2025-05","2025-06",,,,,"dates")');
    expect(block).toEqual([
      [45778, 1238],
      [45809, 3188],
    ]);
    expect(call("REE.EXPORTS", "magnets", 45809)).toBe(3188);
  });

  it("a change takes only %, and words are forgiving", () => {
    const percent = spill('=METALS.SERIES("quota mining","rare earths",2024,,,"%",,,"YoY")')[0]![1] as number;
    expect(percent).toBeCloseTo(5.882352941, 8);
    expect(spill('=METALS.SERIES("quota mining","rare earths",2023,,,,,,"同比，倒序")').map(([year]) => year)).toEqual([
      2024, 2023,
    ]);
    expect(refusal('=METALS.SERIES("quota mining","rare earths",2024,,,"kt",,,"yoy")')).toMatch(/^#VALUE! unit: .*%/);
  });

  it("an unknown word names the words there are, and two of one kind exclude each other", () => {
    expect(refusal('=METALS.SERIES("price","copper",,,,,,,"smooth")')).toMatch(
      /^#VALUE! how: "smooth".*yoy, previous, index, ytd, ma3, ma12/,
    );
    expect(refusal('=METALS.SERIES("price","copper",,,,,,,"yoy index")')).toBe(
      '#VALUE! how: "index" contradicts "yoy"; write one of them.',
    );
    expect(refused("METALS.GRID", "price", "copper", 2024, null, null, null, "fill")).toMatch(
      /valid: yoy, previous, ytd, ma3, ma12\./,
    );
    expect(refusal('=METALS.SERIES("reserves","copper",2024,,,,,,"ytd ma3")')).toMatch(/contradicts/);
  });
});

describe("METALS.GRID", () => {
  it("how is that of METALS.SERIES", () => {
    const grid = call("METALS.GRID", "price", [["copper"], ["tin"]], [[2023, 2024]], null, null, null, "yoy") as Block;
    const of = (metal: string) =>
      (call("METALS.SERIES", "price", metal, 2023, 2024, null, null, null, null, "yoy") as Block).map(
        ([, value]) => value,
      );
    expect(grid).toEqual([of("copper"), of("tin")]);
  });

  it("takes countries across the direction of the periods", () => {
    const countries = ["Chile", "Peru", "World"];
    const one = (country: string, year: number) => call("METALS.PRODUCTION", "copper", year, country);
    const down = call(
      "METALS.GRID",
      "production",
      "copper",
      [[2023, 2024]],
      countries.map((country) => [country]),
    ) as Block;
    expect(down).toEqual(countries.map((country) => [2023, 2024].map((year) => one(country, year))));
    const across = call("METALS.GRID", "production", "copper", [[2023], [2024]], [countries]) as Block;
    expect(across).toEqual([2023, 2024].map((year) => countries.map((country) => one(country, year))));
    expect(call("METALS.GRID", "production", "copper", 2024, [countries])).toEqual([
      countries.map((country) => one(country, 2024)),
    ]);
  });

  it("refuses countries beside the periods, or with several items", () => {
    expect(refused("METALS.GRID", "production", "copper", [[2023], [2024]], [["Chile"], ["Peru"]])).toMatch(
      /^#VALUE! country: lies the same way/,
    );
    expect(refused("METALS.GRID", "production", [["copper", "zinc"]], [[2024]], [["Chile"], ["Peru"]])).toMatch(
      /^#VALUE! country: one value/,
    );
    expect(refused("METALS.GRID", "production", "copper", 2024, "Atlantis")).toMatch(/^#VALUE! country: "Atlantis"/);
  });
});

describe("METALS.TABLE", () => {
  it("shows changes, dates, and the newest first", () => {
    const [header, first] = spill('=METALS.TABLE("rare earth quotas",,2023,2024,,,"yoy newest first")');
    expect(header![1]).toBe("Mining (yoy)");
    expect(first!.slice(0, 2)).toEqual([2024, 15 / 255]);
    expect(spill('=METALS.TABLE("magnet exports by month",,"2025-12","2025-12",,,"dates")')[1]![0]).toBe(45992);
    expect(refusal('=METALS.TABLE("metal prices",,,,"USD/t",,"yoy")')).toMatch(/^#VALUE! unit:/);
  });
});
