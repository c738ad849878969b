import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block } from "../../src/functions";
import { call, evaluate, refusal, refused, seeds } from "../fixtures/seeds";

interface Answer {
  readonly formula: string;
  readonly value?: unknown;
  readonly error?: string;
  readonly messageIncludes?: readonly string[];
}

const answers = JSON.parse(readFileSync(join(__dirname, "..", "golden", "answers.json"), "utf8")) as Answer[];

describe("answers that must never change", () => {
  it.each(answers.map((answer) => [answer.formula, answer] as const))(
    "%s",
    (formula, { value, error, messageIncludes = [] }) => {
      if (error === undefined) {
        expect(evaluate(formula)).toBe(value);
        return;
      }
      const found = refusal(formula);
      expect(found.startsWith(`${error} `)).toBe(true);
      for (const part of messageIncludes) expect(found).toContain(part);
    },
  );
});

describe("rule 7: basis", () => {
  it("copper on BACI names refined copper and never answers with it", () => {
    const message = refused("METALS.IMPORTS", "copper", 2012, null, null, null, "baci");
    expect(message).toMatch(/^#N\/A /);
    expect(message).toContain("refined copper");
    expect(message).toContain("customs");
  });

  it("bauxite and manganese ore are the same goods on both bases", () => {
    for (const item of ["bauxite", "manganese"]) {
      const [customs, baci] = [
        call("METALS.IMPORTS", item, 2024),
        call("METALS.IMPORTS", item, 2024, null, null, null, "baci"),
      ];
      expect(baci).not.toBe(customs);
    }
  });

  it("naming the usual basis changes nothing", () => {
    expect(call("METALS.IMPORTS", "copper", 2024, null, null, null, "customs")).toBe(
      call("METALS.IMPORTS", "copper", 2024),
    );
    expect(refused("METALS.IMPORTS", "iron", 2015, null, null, null, "customs")).toBe(
      refused("METALS.IMPORTS", "iron", 2015).replace("(value)", "(value, China Customs)"),
    );
  });

  it("what another basis has is pointed to", () => {
    const message = refused("METALS.IMPORTS", "refined copper", 2024, null, null, null, null, "R1");
    expect(message).toContain("the same goods on another basis: baci");
    expect(message).toContain("imports.refined-copper.chn.wld.value.baci.a");
  });
});

describe("rule 9: a level that a growth rate implies is its own series", () => {
  it("never answers for the published one", () => {
    expect(call("METALS.PRODUCTION", "ten nonferrous metals", 2024, null, null, "Mt")).toBe(79.19);
    expect(call("METALS.REVISIONS", "production", "ten nonferrous metals", 2024)).toHaveLength(1);
  });

  it("the printed rate stands where the base was revised, and an explicit base means levels", () => {
    expect(call("METALS.GROWTH", "production", "ten nonferrous metals", 2025)).toBe(0.039);
    expect(refused("METALS.GROWTH", "production", "ten nonferrous metals", 2025, "2025")).toBe(
      "#VALUE! base_period: 2025 cannot be compared with itself; write another period.",
    );
    expect(call("METALS.GROWTH", "production", "ten nonferrous metals", 2025, 2024)).toBeCloseTo(81.75 / 79.19 - 1, 15);
    expect(call("METALS.STATUS", "production growth", "ten nonferrous metals", 2025)).toContain(
      "the published levels give 3.23 %",
    );
  });

  it("STATUS shows both levels", () => {
    const line = call("METALS.STATUS", "production", "ten nonferrous metals", 2024);
    expect(line).toContain("79.19 Mt, published");
    expect(line).toContain("the printed growth rate of 2025 implies 78.68 Mt");
  });

  it("two editions of one source are vintages", () => {
    const vintages = call("METALS.REVISIONS", "production", "cobalt", 2024, "World") as Block;
    expect(vintages.map(([published, value, change]) => [published, value, change])).toEqual([
      ["2025-01", 290000, "first print"],
      ["2026-02-06", 302000, 12000],
    ]);
  });

  it("growth of a rate is no growth: what is published as growth only answers with it", () => {
    expect(call("METALS.GROWTH", "value added", null, 2025)).toBe(0.069);
    expect(refused("METALS.GROWTH", "value added", null, 2025, 2024)).toMatch(
      /^#N\/A .*there is no level; there is growth/,
    );
    expect(refused("METALS.GROWTH", "value-added.nonferrous-metals.chn.nbs.a.growth", null, 2025)).toMatch(
      /^#VALUE! indicator: this series is no level/,
    );
  });
});

describe("rule 10: a valid question without an answer says why", () => {
  it("confidential, with who said so", () => {
    for (const [stage, group] of [["mining"], ["smelting"], ["mining", "heavy"], ["mining", "light"]] as const) {
      expect(refused("REE.QUOTA", 2025, stage, group)).toMatch(/^#N\/A .*confidential.*CNA/);
    }
  });

  it("the same fact seen from the other side", () => {
    expect(refused("METALS.EXPORTS", "zinc", 2025, "Pakistan")).toMatch(
      /^#N\/A .*if the other direction is meant.*filed as imports.*imports\.zinc\.chn\.pak/,
    );
  });

  it("the years there are", () => {
    expect(refused("METALS.IMPORTS", "copper", 2015)).toBe(
      "#N/A Imports of copper (value), 2015: there is none in this measure; there is weight. There are: 2012, 2018, 2019, 2023, 2024, 2019-01/2019-07, 2019-01/2019-11, 2026-01/2026-04, 2021-H1.",
    );
  });

  it("another measure has it", () => {
    expect(refused("METALS.EXPORTS", "magnets", "2025-06")).toMatch(
      /^#N\/A .*there is none in this measure; there is weight/,
    );
  });

  it("only an estimate or the like has it, which answers by its id", () => {
    expect(refused("METALS.INDICATOR", "fixed asset investment gap", 2025)).toMatch(
      /^#N\/A .*answers only by its id.*METALS\.GET\("fixed-asset-investment/,
    );
  });

  it("no document of the day asked as of, and which one prints it first", () => {
    expect(refused("METALS.IMPORTS", "copper", 2024, null, null, null, null, "2020-01-01")).toMatch(
      /^#N\/A .*no document in the data that is of 2020-01-01 or before .* the first that does: .* from 2025-08-31/,
    );
  });

  it("China is no partner of itself", () => {
    expect(refused("METALS.IMPORTS", "copper", 2024, "China")).toMatch(/^#N\/A .*China has no trade with itself/);
  });

  it.each([
    [["METALS.IMPORTS", 2024, "copper"], 'metal: "2024" is a period; the metal comes here'],
    [["METALS.IMPORTS", "Pakistan", 2024], 'metal: "Pakistan" is a country'],
    [["METALS.IMPORTS", "imports", 2024], 'metal: "imports" is an indicator'],
    [["METALS.IMPORTS", "copper", 2024, "weight"], 'partner: "weight" is a measure'],
    [["METALS.IMPORTS", "copper", 2024, 2023], 'partner: "2023" is a period'],
    [["METALS.GROWTH", "copper", "imports", 2024], 'indicator: "copper" is a metal'],
    [["METALS.GROWTH", 2024, "imports", "copper"], 'indicator: "2024" is a period'],
    [["REE.QUOTA", 2024, 2023], 'stage: "2023" is a period'],
  ])("a word that fits another argument is recognised: %p", ([id, ...args], message) => {
    expect(refused(id as string, ...args)).toContain(`#VALUE! ${message}`);
  });

  it("two arguments that exclude each other are named", () => {
    expect(refused("METALS.SERIES", "magnet exports", "copper")).toContain(
      'item: "copper" contradicts "rare earth magnets"',
    );
    expect(refused("METALS.GROWTH", "imports.copper.chn.wld.value.customs.a", "zinc", 2024, 2012)).toContain(
      'item: "zinc" contradicts "copper"',
    );
    expect(refused("METALS.GROWTH", "imports.copper.chn.wld.value.customs.a", null, 2024, 2012, "Pakistan")).toContain(
      'country: "Pakistan" contradicts "World"',
    );
  });

  it("an impossible number is #NUM!", () => {
    expect(refused("METALS.CAGR", "balance", "ten strategic metals", 2021, 2021)).toContain(
      "#VALUE! to: 2021 cannot be compared with itself",
    );
    expect(refused("METALS.CAGR", "imports", "copper", 2024, 2012)).toContain("#VALUE! to: 2024 is after 2012");
  });
});

describe("rule 11: bounds, estimates and derived values", () => {
  it("a lower bound is its number, and STATUS says so", () => {
    expect(call("METALS.STATUS", "imports baci", "bauxite", 2023)).toContain("lower bound");
    expect(call("METALS.STATUS", "balance", "lithium", 2024)).toMatch(
      /-0\.65 USD bn, derived: 2\.2 USD bn − 2\.85 USD bn/,
    );
  });

  it("our own estimates answer only when named", () => {
    expect(refused("METALS.IMPORTS", "iron", 2015)).toMatch(/^#N\/A /);
    expect(call("METALS.GET", "exports.rare-earth-magnets.chn.wld.value.estimate.a", 2017)).toBe(1468400000);
    expect(call("METALS.LATEST", "exports estimate", "magnets", null, "period")).toBe(2017);
  });

  it("a computed figure says what it was computed from", () => {
    expect(call("METALS.IMPORTS", "copper", 2023, null, "unit value")).toBeCloseTo(60.1e9 / 27.5e6, 9);
    expect(call("METALS.STATUS", "imports unit value", "copper", 2023)).toMatch(
      /^derived: Imports of copper 2023 60\.1 USD bn ÷ Imports of copper 2023 27\.5 Mt/,
    );
  });
});

it("every commodity's bare word is laid down for every indicator that has it", () => {
  const { catalogue } = seeds();
  const goods = new Set(
    [...seeds().codes("items").values()]
      .filter((code) => ["commodity", "basket"].includes(String(code["kind"])))
      .map(({ id }) => id),
  );
  const asked = new Set(
    catalogue.series
      .filter(
        ({ indicator, item }) =>
          goods.has(item) && ["imports", "exports", "production", "reserves", "price"].includes(indicator),
      )
      .map(({ indicator, item }) => `${indicator} ${item}`),
  );
  const laidDown = new Set(catalogue.defaults.map(({ indicator, item }) => `${indicator} ${item}`));
  expect([...asked].filter((meaning) => !laidDown.has(meaning))).toEqual([]);
});
