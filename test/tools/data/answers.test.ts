import { Dataset } from "../../../src/dataset/dataset";
import { viewAt } from "../../../src/dataset/view";
import { completeAsk } from "../../../src/query/answer/ask";
import { concentration } from "../../../src/query/derived/concentration";
import { Units } from "../../../src/query/units/units";
import { seedRelease } from "../../fixtures/compiled";
import { callerOf, failing } from "./caller";

const release = seedRelease();
const call = callerOf(release);
const pinnedTo = (day: string) => callerOf(release, { day });

describe("a question as of a date", () => {
  it("is answered with the edition known then", () => {
    expect(call("METALS.PRODUCTION", "gallium", 2024)).toBe(839);
    expect(call("METALS.PRODUCTION", "gallium", 2024, null, null, null, "2026-02-06")).toBe(839);
    expect(call("METALS.PRODUCTION", "gallium", 2024, null, null, null, "2026-02-05")).toBe(750);
    expect(pinnedTo("2025-12-31")("METALS.PRODUCTION", "gallium", 2024)).toBe(750);
  });

  it("has no answer before its source was published, and the message says from when there is one", () => {
    expect(call("METALS.PRODUCTION", "gallium", 2024, null, null, null, "2025-01-30")).toEqual(
      failing("#N/A", /2025-01-31/),
    );
    expect(pinnedTo("2025-08-30")("METALS.IMPORTS", "copper", 2024)).toEqual(failing("#N/A", /2025-08-31/));
    expect(pinnedTo("2025-08-31")("METALS.IMPORTS", "copper", 2024)).toBe(67330000000);
  });

  it("knows no absence before it was stated", () => {
    expect(pinnedTo("2025-07-18")("REE.QUOTA", 2025, "mining")).toEqual(failing("#N/A", /confidential/));
    expect(pinnedTo("2025-06-30")("REE.QUOTA", 2025, "mining")).toEqual(failing("#N/A", /^(?!.*confidential)/s));
  });

  it("knows no suspension before it was announced", () => {
    expect(pinnedTo("2025-10-20")("REE.CONTROLLED", "holmium")).toEqual(
      expect.stringMatching(/announced, not yet in force/),
    );
    expect(pinnedTo("2025-10-20")("REE.CONTROLLED", "holmium", "2025-12-31")).toEqual(
      expect.not.stringMatching(/suspended/),
    );
    expect(pinnedTo("2025-11-07")("REE.CONTROLLED", "holmium")).toEqual(
      expect.stringMatching(/suspended 2025-11-07 to 2026-11-10/),
    );
    expect(call("REE.CONTROLLED", "holmium", "2025-12-31")).toEqual(
      expect.stringMatching(/suspended 2025-11-07 to 2026-11-10/),
    );
    expect(pinnedTo("2025-11-08")("REE.CONTROLLED", "gallium", null, "United States")).toEqual(
      expect.not.stringMatching(/suspended/),
    );
    expect(pinnedTo("2025-11-09")("REE.CONTROLLED", "gallium", null, "United States")).toEqual(
      expect.stringMatching(/suspended 2025-11-09 to 2026-11-27/),
    );
  });
});

describe("a basis", () => {
  const dataset = new Dataset(release);
  const levels = dataset.series.filter(
    ({ freq, transformation, partner, measure, rank }) =>
      freq === "a" && transformation === "level" && partner === "wld" && measure === "value" && rank !== undefined,
  );
  const yearsOf = (indicator: string, item: string, basis: string) =>
    levels
      .filter((series) => series.indicator === indicator && series.item === item && series.basis === basis)
      .flatMap((series) => viewAt(dataset).periods(series));
  const traded = [
    ...new Set(levels.filter(({ basis }) => basis === "baci").map(({ indicator, item }) => `${indicator} ${item}`)),
  ].map((key) => key.split(" ") as [string, string]);
  const missing = traded.flatMap(([indicator, item]) => {
    const customs = new Set(yearsOf(indicator, item, "customs"));
    return yearsOf(indicator, item, "baci")
      .filter((year) => !customs.has(year))
      .map((year) => [indicator, item, year] as const);
  });

  it("answers, where no other has the goods, and is named, where it has what China Customs does not print", () => {
    expect(missing.length).toBeGreaterThan(250);
    const unnamed = missing.filter(([indicator, item, year]) => {
      const ask = (...more: unknown[]) => call(`METALS.${indicator.toUpperCase()}`, item, Number(year), ...more);
      const [found, named] = [ask(), ask(null, null, null, "baci")];
      return found !== named && !/baci/.test(JSON.stringify(found));
    });
    expect(unnamed).toEqual([]);
  });

  it("answers for the same goods only: cathodes are refined copper, another item", () => {
    expect(call("METALS.IMPORTS", "copper", 2024, null, null, null, "baci")).toBe(66173064530);
    expect(call("METALS.IMPORTS", "refined copper", 2024, null, null, null, "baci")).toBe(33170603004);
    expect(call("METALS.IMPORTS", "manganese", 2024, null, null, null, "baci")).toBe(3856678703);
    expect(call("METALS.IMPORTS", "manganese", 2024)).toBe(4410000000);
  });

  it("is never mixed with another: no balance, growth, unit value or share over two", () => {
    expect(call("METALS.BALANCE", "manganese", 2024)).toEqual(failing("#N/A", /./));
    expect(call("METALS.BALANCE", "manganese", 2024, null, null, null, "baci")).toBe(47487592 - 3856678703);
    expect(call("METALS.GROWTH", "imports", "manganese", 2024, 2023)).toEqual(failing("#N/A", /./));
    expect(call("METALS.IMPORTS", "manganese", 2024, null, "unit value")).toEqual(failing("#N/A", /./));
    expect(call("METALS.SHARE", "imports", "manganese", 2024, "South Africa")).toEqual(failing("#N/A", /./));
    expect(call("METALS.SHARE", "imports baci", "manganese", 2024, "South Africa")).toBeCloseTo(0.4732, 4);
  });

  it("of our own estimates answers when it is named, and never otherwise", () => {
    expect(call("METALS.IMPORTS", "iron", 2014)).toEqual(failing("#N/A", /./));
    expect(call("METALS.GET", "imports.iron.chn.wld.value.estimate.a", 2014)).toBeGreaterThan(9e10);
  });
});

describe("derived figures", () => {
  it.each<[string, string, unknown[], number]>([
    ["a balance", "METALS.BALANCE", ["lithium", 2024], -650000000],
    ["growth from levels", "METALS.GROWTH", ["imports", "copper", 2024, 2012], 67.33 / 16.93 - 1],
    ["the printed growth on a revised base", "METALS.GROWTH", ["production", "ten nonferrous metals", 2025], 0.039],
    ["compound growth", "METALS.CAGR", ["imports", "copper", 2012, 2024], (67.33 / 16.93) ** (1 / 12) - 1],
    ["a partner's share", "METALS.SHARE", ["magnet exports", null, "2025-06", "US"], 353 / 3188],
    ["a country's share", "METALS.SHARE", ["production", "rare earths", 2024, "China"], 270 / 380],
    [
      "a unit value",
      "METALS.IMPORTS",
      ["manganese", 2024, null, "unit value", null, "baci"],
      3856678703 / 29146870.413,
    ],
    ["a quarter of months", "REE.EXPORTS", ["magnets", "2025-Q3"], 5577 + 6146 + 5774],
    ["a half-year of months", "REE.EXPORTS", ["magnets", "2025-H2"], 5577 + 6146 + 5774 + 5473 + 6150 + 5952],
  ])("can be asked for: %s", (_, id, args, expected) => {
    const answer = call(id, ...args);
    expect(answer).toEqual(expect.any(Number));
    expect(answer as number).toBeCloseTo(expected, 10);
  });

  it("say of a month that a rate implies that it is no published one, and so of a sum with it", () => {
    expect(
      call("METALS.GET", "exports.rare-earth-magnets.chn.wld.weight.customs.m.implied", "2025-04"),
    ).toBeGreaterThan(0);
    expect(call("REE.EXPORTS", "magnets", "2025-Q2")).toBe(7052);
    expect(call("METALS.STATUS", "magnet exports", null, "2025-Q2")).toMatch(/sum of 3 months.*implied/);
  });

  it("measure concentration by country from the countries that are listed", () => {
    const dataset = new Dataset(release);
    const reader = { view: viewAt(dataset), units: new Units(dataset) };
    const { value } = concentration(
      reader,
      completeAsk(reader.view, { indicator: "production", item: "rare-earths" }),
      "2024",
    );
    expect(value.toNumber()).toBeGreaterThan((270 / 380) ** 2 * 10000);
    expect(value.toNumber()).toBeLessThan(10000);
  });
});
