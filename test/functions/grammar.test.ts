import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createCaller, FunctionError, isCellError, type Block } from "../../src/functions";
import { evaluate, refusal, seeds, sessionOf } from "../fixtures/seeds";
import { LATER, twoReleases } from "../fixtures/two-releases";

interface Answer {
  readonly formula: string;
  readonly value?: unknown;
  readonly error?: string;
  readonly messageIncludes?: readonly string[];
}

const answers = JSON.parse(readFileSync(join(__dirname, "..", "golden", "answers.json"), "utf8")) as Answer[];

/** Calls with raw arguments, as Excel hands them over. */
function call(id: string, ...args: unknown[]) {
  return createCaller(sessionOf()).call(id, args);
}

function refused(id: string, ...args: unknown[]): string {
  try {
    call(id, ...args);
  } catch (error) {
    if (error instanceof FunctionError) return `${error.code} ${error.message}`;
    throw error;
  }
  throw new Error("gave an answer");
}

describe("answers that must never change", () => {
  it.each(answers.map((answer) => [answer.formula, answer] as const))("%s", (formula, { value, error, messageIncludes = [] }) => {
    if (error === undefined) {
      expect(evaluate(formula)).toBe(value);
      return;
    }
    const found = refusal(formula);
    expect(found.startsWith(`${error} `)).toBe(true);
    for (const part of messageIncludes) expect(found).toContain(part);
  });
});

describe("rule 1: a blank means the default in every optional place", () => {
  it.each([[null], [undefined], [""], [0], ["  "], [[[null]]], [[[0]]], [[[""]]]])("%p", (blank) => {
    expect(call("METALS.IMPORTS", "copper", 2024, blank, blank, blank, blank, blank)).toBe(67330000000);
  });

  it("an omitted item beside an indicator that names it", () => {
    for (const blank of [null, "", 0]) expect(call("METALS.STATUS", "magnet exports", blank, "2025-06")).toContain("3188 t");
  });

  it("a blank in a required place is named", () => {
    expect(refused("METALS.IMPORTS", null, 2024)).toBe("#VALUE! metal: is missing.");
    expect(refused("METALS.IMPORTS", "copper")).toBe("#VALUE! period: is missing.");
    expect(refused("METALS.GROWTH", "imports", null, 2024)).toBe("#VALUE! item: is missing.");
    expect(refused("METALS.INDICATOR", "imports", 2024)).toContain("name: imports needs a metal");
  });
});

describe("rule 3: scalars stay scalars", () => {
  it("a range of one cell counts as its value", () => {
    expect(call("METALS.IMPORTS", [["copper"]], [[2024]])).toBe(67330000000);
  });

  it("a larger range is refused by name", () => {
    expect(refused("METALS.IMPORTS", "copper", [[2023, 2024]])).toBe("#VALUE! period: one value, or use METALS.GRID for a range.");
    expect(refused("METALS.IMPORTS", "copper", [[2023], [{ error: "#REF!" }]])).toContain("#VALUE! period: one value");
  });

  it.each([
    [{ code: "#REF!", message: "" }, "#REF!"],
    [{ error: "#DIV/0!" }, "#DIV/0!"],
    [{ type: "Error", basicType: "Error", basicValue: "#NAME?" }, "#NAME?"],
    ["#N/A", "#N/A"],
    [[[{ error: "#NUM!" }]], "#NUM!"],
    [{ code: "#SPILL!" }, "#VALUE!"],
    [Number.NaN, "#NUM!"],
  ])("an error value comes back as the same error: %p", (argument, code) => {
    expect(refused("METALS.IMPORTS", argument, 2024)).toBe(`${code} `);
    expect(refused("METALS.STATUS", "imports", "copper", argument)).toBe(`${code} `);
  });

  it("a formatted number or a card counts as the plain value in it", () => {
    expect(call("METALS.IMPORTS", "copper", { type: "FormattedNumber", basicType: "Double", basicValue: 2024, numberFormat: "0" })).toBe(67330000000);
  });

  it("names the first wrong argument", () => {
    expect(refused("METALS.IMPORTS", "coper", "never", "Nowhere")).toContain("metal:");
    expect(refused("METALS.IMPORTS", "copper", "never", "Nowhere")).toContain("period:");
    expect(refused("METALS.IMPORTS", "copper", 2024, "Nowhere", "volume by moon")).toContain("partner:");
    expect(refused("METALS.GROWTH", "imports", "coper", "never")).toContain("item:");
    expect(refused("METALS.GROWTH", "nonsense", "coper", "never")).toContain("indicator:");
  });
});

describe("rule 4: words are forgiving", () => {
  it.each(["copper", "COPPER", " Copper ", "Cu", "cu", "铜", "铜矿", 2603, "2603", "copper ores", "Copper-Ores", "cópper", "copper concentrates"])("copper as %p", (word) => {
    expect(call("METALS.IMPORTS", word, 2024)).toBe(67330000000);
  });

  it.each(["aluminium", "aluminum", "Al", "ALUMINUM ores", "2606", "bauxite", "铝", "铝土矿"])("bauxite imports as %p", (word) => {
    expect(call("METALS.IMPORTS", word, 2024)).toBe(10530000000);
  });

  it.each(["Pakistan", "PK", "pak", "巴基斯坦", "PAKISTAN"])("Pakistan as %p", (word) => {
    expect(call("METALS.IMPORTS", "zinc", 2025, word)).toBe(110900000);
  });

  it("an alias means what it means for its indicator", () => {
    expect(call("METALS.RESERVES", "aluminium", 2025)).toBe(call("METALS.RESERVES", "bauxite", 2025));
    expect(call("METALS.PRODUCTION", "aluminium", 2024)).not.toBe(call("METALS.PRODUCTION", "bauxite", 2024));
  });

  it("chromium has its ore heading", () => {
    expect(call("METALS.IMPORTS", "chromium", 2025, "Pakistan")).toBe(call("METALS.IMPORTS", "chrome ore", 2025, "PK"));
  });

  it.each([
    ["coper", "copper"],
    ["alluminium", "aluminium"],
    ["litium", "lithium"],
    ["manganeze", "manganese"],
    ["rare erths", "rare earths"],
    ["magnetts", "rare earth magnets"],
  ])("a typing error names the nearest first: %s", (typed, meant) => {
    expect(refused("METALS.IMPORTS", typed, 2024)).toMatch(new RegExp(`^#VALUE! metal: "${typed}" is not known; nearest: ${meant}[,.]`));
  });

  it("names three words at most", () => {
    expect(refused("METALS.IMPORTS", "zzz", 2024).split("nearest: ")[1]!.split(", ")).toHaveLength(3);
  });
});

describe("rule 5: periods", () => {
  it.each([2024, "2024", " 2024 ", "2024年", [[2024]]])("a year as %p", (period) => {
    expect(call("METALS.IMPORTS", "copper", period)).toBe(67330000000);
  });

  it.each(["2025-06", "2025-6", "Jun 2025", "June 2025", "2025年6月", "2025-06-15", 45818, 45818.75, "45818"])("a month as %p", (period) => {
    expect(call("REE.EXPORTS", "magnets", period)).toBe(3188);
  });

  it.each(["2025-H1", "2025H1", "H1 2025", "2025-01/2025-06", "2025年上半年"])("a half-year as %p", (period) => {
    expect(call("REE.EXPORTS", "magnets", period)).toBe(22319);
  });

  it("months of a year so far, and a span of years", () => {
    expect(call("METALS.IMPORTS", "copper", "2026-01/2026-04")).toEqual(expect.any(Number));
    expect(call("METALS.GROWTH", "imports", "nickel", "2012/2024")).toBe(-0.05);
  });

  it.each([
    [202406, "2024-06"],
    ["202406", "2024-06"],
    [24, "a number from 1900 to 2199 is a year"],
    [2024.5, "a number from 1900 to 2199 is a year"],
    [80000, "a number from 1900 to 2199 is a year"],
    ["2024/2012", "runs forward"],
    ["last year", "write 2024"],
    ["Marble 2024", "write 2024"],
    ["2024-13", "write 2024"],
    ["2024-02-31", "write 2024"],
    [true, "write 2024"],
  ])("%p is no period, and the message says how to write one", (period, hint) => {
    const message = refused("METALS.IMPORTS", "copper", period);
    expect(message).toContain(`#VALUE! period: "${period}" is not a period`);
    expect(message).toContain(hint);
  });

  it("come back as a number when they are a year, else as text", () => {
    expect(call("METALS.LATEST", "imports", "copper", null, "period")).toBe(2024);
    expect((call("METALS.SERIES", "magnet exports", null, "2025-05", "2025-06") as Block).map(([period]) => period)).toEqual(["2025-05", "2025-06"]);
  });
});

describe("rule 6: units", () => {
  it.each([
    [undefined, 67330000000],
    ["USD", 67330000000],
    ["USD k", 67330000],
    ["USD m", 67330],
    ["usd bn", 67.33],
    ["USDbn", 67.33],
    ["billion USD", 67.33],
    ["十亿美元", 67.33],
  ])("money as %p", (unit, value) => {
    expect(call("METALS.IMPORTS", "copper", 2024, null, null, unit)).toBe(value);
  });

  it.each([
    ["t", 270000],
    ["kt", 270],
    ["KT", 270],
    ["Mt", 0.27],
    ["kg", 270000000],
    ["g", 270000000000],
    ["t REO", 270000],
    ["吨", 270000],
  ])("mass as %p", (unit, value) => {
    expect(call("REE.QUOTA", 2024, "mining", null, null, unit)).toBe(value);
  });

  it("rates, shares and growth are fractions", () => {
    expect(call("METALS.INDICATOR", "value added growth", 2025)).toBe(0.069);
    expect(call("METALS.INDICATOR", "value added growth", 2025, "%")).toBe(6.9);
    expect(call("METALS.INDICATOR", "fixed-asset-investment.nonferrous-metals.chn.nbs.a.gap", 2025)).toBe(0.023);
    expect(call("METALS.INDICATOR", "fixed-asset-investment.nonferrous-metals.chn.nbs.a.gap", 2025, "pp")).toBe(2.3);
  });

  it.each(["mt", "MT", " MT"])("%p could be a factor of a million off and is refused", (unit) => {
    expect(refused("METALS.PRODUCTION", "copper", 2024, null, null, unit)).toContain("#VALUE! unit:");
    expect(refused("METALS.PRODUCTION", "copper", 2024, null, null, unit)).toContain("t, kt or Mt");
  });

  it.each([
    ["METALS.IMPORTS", ["copper", 2024, null, null, "t"]],
    ["METALS.IMPORTS", ["copper", 2024, null, null, "CNY"]],
    ["METALS.IMPORTS", ["copper", 2024, null, null, "%"]],
    ["METALS.IMPORTS", ["copper", 2023, null, "weight", "t REO"]],
    ["REE.EXPORTS", ["magnets", "2025-06", null, null, "t REO"]],
    ["METALS.PRICE", ["copper", 2024, "USD"]],
    ["METALS.INDICATOR", ["value added growth", 2025, "pp"]],
    ["REE.QUOTA", [2025, "mining", null, null, "USD"]],
  ])("a unit of another kind is refused before anything is looked up: %s %p", (id, args) => {
    expect(refused(id, ...args)).toMatch(/^#VALUE! unit: .* cannot be given in /);
  });

  it("a unit there is none of names the nearest", () => {
    expect(refused("METALS.IMPORTS", "copper", 2024, null, null, "USD bnn")).toMatch(/^#VALUE! unit: "USD bnn" is not known; nearest: USD bn/);
  });
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
      const [customs, baci] = [call("METALS.IMPORTS", item, 2024), call("METALS.IMPORTS", item, 2024, null, null, null, "baci")];
      expect(baci).not.toBe(customs);
    }
  });

  it("naming the usual basis changes nothing", () => {
    expect(call("METALS.IMPORTS", "copper", 2024, null, null, null, "customs")).toBe(call("METALS.IMPORTS", "copper", 2024));
    expect(refused("METALS.IMPORTS", "iron", 2015, null, null, null, "customs")).toBe(refused("METALS.IMPORTS", "iron", 2015).replace("(value)", "(value, China Customs)"));
  });

  it("what another basis has is pointed to", () => {
    const message = refused("METALS.IMPORTS", "refined copper", 2024);
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
    expect(call("METALS.GROWTH", "production", "ten nonferrous metals", 2025, 2024)).toBeCloseTo(81.75 / 79.19 - 1, 15);
    expect(call("METALS.STATUS", "production growth", "ten nonferrous metals", 2025)).toContain("the published levels give 3.23 %");
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
    expect(refused("METALS.GROWTH", "value added", null, 2025, 2024)).toMatch(/^#N\/A .*there is no level; there is growth/);
    expect(refused("METALS.GROWTH", "value-added.nonferrous-metals.chn.nbs.a.growth", null, 2025)).toMatch(/^#VALUE! indicator: this series is no level/);
  });
});

describe("rule 10: a valid question without an answer says why", () => {
  it("confidential, with who said so", () => {
    for (const [stage, group] of [["mining"], ["smelting"], ["mining", "heavy"], ["mining", "light"]] as const) {
      expect(refused("REE.QUOTA", 2025, stage, group)).toMatch(/^#N\/A .*confidential.*CNA/);
    }
  });

  it("the same fact seen from the other side", () => {
    expect(refused("METALS.EXPORTS", "zinc", 2025, "Pakistan")).toMatch(/^#N\/A .*the same flow is filed as imports.*imports\.zinc\.chn\.pak/);
  });

  it("the years there are", () => {
    expect(refused("METALS.IMPORTS", "copper", 2015)).toBe("#N/A Imports of copper (value): no figure for 2015; there are: 2012, 2018, 2019, 2023, 2024, 2021-H1, 2026-01/2026-04.");
  });

  it("another measure has it", () => {
    expect(refused("METALS.EXPORTS", "magnets", "2025-06")).toMatch(/^#N\/A .*there is none in this measure; there is weight/);
  });

  it("only an estimate or the like has it, which answers by its id", () => {
    expect(refused("METALS.INDICATOR", "fixed asset investment gap", 2025)).toMatch(/^#N\/A .*answers only by its id.*METALS\.GET\("fixed-asset-investment/);
  });

  it("not yet published on the day asked as of", () => {
    expect(refused("METALS.IMPORTS", "copper", 2024, null, null, null, null, "2020-01-01")).toMatch(/^#N\/A .*not yet published on 2020-01-01; known from 2025-08-31/);
  });

  it("China is no partner of itself", () => {
    expect(refused("METALS.IMPORTS", "copper", 2024, "China")).toMatch(/^#N\/A .*Partner with data:/);
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
    expect(refused("METALS.SERIES", "magnet exports", "copper")).toContain('item: "copper" contradicts "rare earth magnets"');
    expect(refused("METALS.GROWTH", "imports.copper.chn.wld.value.customs.a", "zinc", 2024, 2012)).toContain('item: "zinc" contradicts "copper"');
    expect(refused("METALS.GROWTH", "imports.copper.chn.wld.value.customs.a", null, 2024, 2012, "Pakistan")).toContain('country: "Pakistan" contradicts "World"');
  });

  it("an impossible number is #NUM!", () => {
    expect(refused("METALS.CAGR", "balance", "ten strategic metals", 2021, 2021)).toContain("#VALUE! to: 2021 cannot be compared with itself");
    expect(refused("METALS.CAGR", "imports", "copper", 2024, 2012)).toContain("#VALUE! to: 2024 is after 2012");
  });
});

describe("rule 11: bounds, estimates and derived values", () => {
  it("a lower bound is its number, and STATUS says so", () => {
    expect(call("METALS.STATUS", "imports baci", "bauxite", 2024)).toContain("lower bound");
    expect(call("METALS.STATUS", "balance", "lithium", 2024)).toMatch(/-0\.65 USD bn, derived: 2\.2 USD bn − 2\.85 USD bn/);
  });

  it("our own estimates answer only when named", () => {
    expect(refused("METALS.IMPORTS", "iron", 2015)).toMatch(/^#N\/A /);
    expect(call("METALS.GET", "exports.rare-earth-magnets.chn.wld.value.estimate.a", 2017)).toBe(1468400000);
    expect(call("METALS.LATEST", "exports estimate", "magnets", null, "period")).toBe(2017);
  });

  it("a computed figure says what it was computed from", () => {
    expect(call("METALS.IMPORTS", "copper", 2023, null, "unit value")).toBeCloseTo(60.1e9 / 27.5e6, 9);
    expect(call("METALS.STATUS", "imports unit value", "copper", 2023)).toMatch(/^derived: Imports of copper 2023 60\.1 USD bn ÷ Imports of copper 2023 27\.5 Mt/);
  });
});

describe("rule 8: as-of", () => {
  it("a date sees what was published by then, a release all it gave", () => {
    const at = (asOf: unknown) => call("METALS.PRODUCTION", "cobalt", 2024, "World", null, null, asOf);
    expect(at("2025-06-30")).toBe(290000);
    expect(at("2026-02-05")).toBe(290000);
    expect(at("2026-02-06")).toBe(302000);
    expect(at("R1")).toBe(302000);
    expect(at("r1")).toBe(302000);
    expect(at(2025)).toBe(290000);
    expect(at("2026-02")).toBe(302000);
    expect(at(46059)).toBe(302000);
  });

  it("what is neither is refused", () => {
    expect(refused("METALS.PRODUCTION", "cobalt", 2024, null, null, null, "R9")).toMatch(/^#VALUE! as_of: "R9" is neither a date .* nor a data release \(R1/);
  });

  it("a pinned workbook answers as on its day", () => {
    expect(evaluate('=METALS.PRODUCTION("cobalt",2024,"World")', { standing: { day: "2025-06-30" } })).toBe(290000);
    expect(evaluate('=METALS.REVISIONS("production","cobalt",2024,"World")', { standing: { day: "2025-06-30" } })).toHaveLength(1);
  });

  it("a workbook on a release this data does not reach says so", () => {
    expect(refusal('=METALS.IMPORTS("copper",2024)', { standing: { release: "R9" } })).toMatch(/^#N\/A This workbook is on data release R9/);
  });
});

describe("rule 2: results", () => {
  it("no spill has an empty cell", () => {
    const spills = [
      call("METALS.LIST", "sources"),
      call("METALS.LIST", "bases"),
      call("METALS.EVENTS"),
      call("METALS.COVERAGE", "imports"),
      call("METALS.FIND", "copper"),
      call("REE.CONTROLS"),
    ] as Block[];
    for (const block of spills) expect(block.flat().filter((cell) => cell === "" || cell === undefined || cell === null || (typeof cell === "number" && !Number.isFinite(cell)))).toEqual([]);
  });

  it("GRID gives the cell that is missing its own error", () => {
    const block = call("METALS.GRID", "quota mining", "rare earths", [[2024, 2025, null, { error: "#REF!" }]]) as Block;
    expect(block).toHaveLength(1);
    expect(block[0]![0]).toBe(270000);
    expect(block[0]!.slice(1).map((cell) => isCellError(cell) && cell.error)).toEqual(["#N/A", "#VALUE!", "#REF!"]);
  });

  it("GRID lies as its two ranges lie", () => {
    const shape = (items: unknown, periods: unknown) => {
      const block = call("METALS.GRID", "imports", items, periods) as Block;
      return [block.length, block[0]!.length];
    };
    const [down, across] = [[["copper"], ["iron"], ["lithium"]], [["copper", "iron", "lithium"]]];
    expect(shape(down, [[2012, 2024]])).toEqual([3, 2]);
    expect(shape(across, [[2012], [2024]])).toEqual([2, 3]);
    expect(shape(down, [[2012], [2024]])).toEqual([3, 2]);
    expect(shape(across, [[2012, 2024]])).toEqual([3, 2]);
    expect(shape(across, 2024)).toEqual([1, 3]);
    expect(shape(down, 2024)).toEqual([3, 1]);
    expect(shape("copper", [[2012], [2024]])).toEqual([2, 1]);
    expect(shape("copper", [[2012, 2024]])).toEqual([1, 2]);
    expect(refused("METALS.GRID", "imports", [["copper", "iron"], ["lithium", "zinc"]], 2024)).toContain("items: a row or a column");
  });

  it("GRID refuses more cells than a spill may have before it looks anything up", () => {
    const many = Array.from({ length: 201 }, () => ["copper"]);
    const years = [Array.from({ length: 100 }, (_, i) => 1950 + i)];
    expect(refused("METALS.GRID", "imports", many, years)).toMatch(/^#VALUE! The result has 20100 cells, more than 20000/);
  });

  it("a whole grid of missing figures still has its reasons", () => {
    const block = call("METALS.GRID", "imports", [["gold"], ["copper"]], [[1950, 1951]]) as Block;
    expect(block.flat().every(isCellError)).toBe(true);
  });
});

it("every commodity's bare word is laid down for every indicator that has it", () => {
  const { catalogue } = seeds();
  const goods = new Set([...seeds().codes("items").values()].filter((code) => ["commodity", "basket"].includes(String(code["kind"]))).map(({ id }) => id));
  const asked = new Set(catalogue.series.filter(({ indicator, item }) => goods.has(item) && ["imports", "exports", "production", "reserves", "price"].includes(indicator)).map(({ indicator, item }) => `${indicator} ${item}`));
  const laidDown = new Set(catalogue.defaults.map(({ indicator, item }) => `${indicator} ${item}`));
  expect([...asked].filter((meaning) => !laidDown.has(meaning))).toEqual([]);
});

describe("two data releases", () => {
  const dataset = twoReleases();
  const on = (formula: string, standing = {}) => evaluate(formula, { dataset, standing });

  it("a formula answers as the release it names, or as the workbook stands", () => {
    expect(on('=METALS.IMPORTS("copper",2024)')).toBe(120000000);
    expect(on('=METALS.IMPORTS("copper",2024,,,,,"R1")')).toBe(210000000);
    expect(on('=METALS.IMPORTS("copper",2024)', { release: "R1" })).toBe(210000000);
    expect(on('=METALS.IMPORTS("copper",2024,,,,,"R2")', { release: "R1" })).toBe(120000000);
    expect(refusal('=METALS.IMPORTS("copper",2021)', { dataset, standing: { release: "R1" } })).toMatch(/^#N\/A .*no figure for 2021; there are: 2022 to 2024/);
  });

  it("a date narrows the release the workbook is on", () => {
    expect(on('=METALS.IMPORTS("copper",2023,,,,,"2024-06-30")')).toBe(110000000);
    expect(on('=METALS.IMPORTS("copper",2024,,,,,"2025-12-31")', { release: "R1" })).toBe(210000000);
  });

  it("a release that names another source first is left as it was", () => {
    expect(on('=METALS.PRODUCTION("zinc",2023)')).toBe(4100);
    expect(on('=METALS.PRODUCTION("zinc",2023)', { release: "R1" })).toBe(4000);
  });

  it("a series that came later is not in an earlier release", () => {
    expect(on(`=METALS.GET("${LATER}",2024)`)).toBe(50000000);
    expect(refusal(`=METALS.GET("${LATER}",2024)`, { dataset, standing: { release: "R1" } })).toBe(`#N/A ${LATER}: no series of data release R1.`);
  });

  it("absences, revisions, coverage and counts are as the release had them", () => {
    expect(refusal('=METALS.IMPORTS("copper",2018)', { dataset, standing: { release: "R1" } })).toContain("confidential");
    expect(refusal('=METALS.IMPORTS("copper",2018)', { dataset })).toContain("not published");
    expect(on('=METALS.REVISIONS("imports","copper",2023)')).toEqual([
      ["2024-02-01", 110000000, "first print", "Office of Examples (2024-02-01)"],
      ["2025-02-01", 112000000, 2000000, "Office of Examples via Example Press (2025-02-01)"],
    ]);
    expect(on('=METALS.VERSION("observations")', { release: "R1" })).toBe(9);
    expect(on("=METALS.VERSION()", { release: "R1", day: "2024-02-15" })).toBe("Orebook 0.1.0, data release R1 of 2026-01-31, pinned to 2024-02-15: 3 observations, 4 series, 2 sources");
    expect(on('=METALS.STATUS("imports","copper",2023)')).toContain("revised: was 110 USD m as published 2024-02-01");
  });

  it("months are added up, and STATUS says so", () => {
    expect(on('=REE.EXPORTS("magnets","2025-Q1")')).toBe(3004.5);
    expect(on('=METALS.STATUS("magnet exports",,"2025-Q1")')).toBe("derived: sum of 3 months 2025-01 to 2025-03; source: Office of Examples (2024-02-01)");
  });

  it("controls are intervals", () => {
    const controlled = (date: string) => on(`=REE.CONTROLLED("dysprosium","${date}")`);
    expect(controlled("2025-02-28")).toBe("not listed");
    expect(controlled("2025-03-31")).toBe("announced, not yet in force; due 2025-04-01 (Announcement 1/2025)");
    expect(controlled("2025-04-01")).toBe("licence required since 2025-04-01 (Announcement 1/2025)");
    expect(controlled("2025-12-31")).toBe("suspended 2025-10-01 to 2025-12-31 (Announcement 1/2025)");
    expect(controlled("2026-01-01")).toBe("suspended from 2025-10-01, due to end on 2025-12-31; what followed is not in the data (Announcement 1/2025)");
    expect(controlled("2026-12-31")).toMatch(/; as known on 2026-06-30$/);
  });
});

it("who types Chinese is answered with Chinese words", () => {
  expect(refused("METALS.IMPORTS", "氧化铜铝锌", 2024)).toMatch(/nearest: \p{Script=Han}/u);
});
