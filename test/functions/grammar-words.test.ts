import type { Block } from "../../src/functions";
import { call, refused } from "../fixtures/seeds";

describe("rule 1: a blank means the default in every optional place", () => {
  it.each([[null], [undefined], [""], [0], ["  "], [[[null]]], [[[0]]], [[[""]]]])("%p", (blank) => {
    expect(call("METALS.IMPORTS", "copper", 2024, blank, blank, blank, blank, blank)).toBe(67330000000);
  });

  it("an omitted item beside an indicator that names it", () => {
    for (const blank of [null, "", 0])
      expect(call("METALS.STATUS", "magnet exports", blank, "2025-06")).toContain("3188 t");
  });

  it("a blank in a required place is named", () => {
    expect(refused("METALS.IMPORTS", null, 2024)).toBe(
      '#VALUE! metal: is missing. METALS.IMPORTS(metal, period, [partner], [measure], [unit], [basis], [as_of]), such as =METALS.IMPORTS("copper",2024)',
    );
    expect(refused("METALS.IMPORTS", "copper")).toMatch(
      /^#VALUE! period: is missing\. METALS\.IMPORTS\(metal, period, /,
    );
    expect(refused("METALS.GROWTH", "imports", null, 2024)).toMatch(
      /^#VALUE! item: is missing\. METALS\.GROWTH\(indicator, \[item\], period, /,
    );
    expect(refused("METALS.INDICATOR", "imports", 2024)).toContain("name: imports needs a metal");
  });
});

describe("rule 3: scalars stay scalars", () => {
  it("a range of one cell counts as its value", () => {
    expect(call("METALS.IMPORTS", [["copper"]], [[2024]])).toBe(67330000000);
  });

  it("a larger range is refused by name", () => {
    expect(refused("METALS.IMPORTS", "copper", [[2023, 2024]])).toBe(
      "#VALUE! period: one value, not a range; METALS.GRID takes ranges.",
    );
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
    expect(
      call("METALS.IMPORTS", "copper", {
        type: "FormattedNumber",
        basicType: "Double",
        basicValue: 2024,
        numberFormat: "0",
      }),
    ).toBe(67330000000);
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
  it.each([
    "copper",
    "COPPER",
    " Copper ",
    "Cu",
    "cu",
    "铜",
    "铜矿",
    2603,
    "2603",
    "copper ores",
    "Copper-Ores",
    "cópper",
    "copper concentrates",
  ])("copper as %p", (word) => {
    expect(call("METALS.IMPORTS", word, 2024)).toBe(67330000000);
  });

  it.each(["aluminium", "aluminum", "Al", "ALUMINUM ores", "2606", "bauxite", "铝", "铝土矿"])(
    "bauxite imports as %p",
    (word) => {
      expect(call("METALS.IMPORTS", word, 2024)).toBe(10530000000);
    },
  );

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
    expect(refused("METALS.IMPORTS", typed, 2024)).toMatch(
      new RegExp(`^#VALUE! metal: "${typed}" is not known; nearest: ${meant}[,.]`),
    );
  });

  it("names three words at most, and none that is not near", () => {
    expect(refused("METALS.IMPORTS", "therbium", 2024)).toContain("nearest: terbium, thorium, erbium.");
    expect(refused("METALS.IMPORTS", "zzz", 2024)).toBe(
      '#VALUE! metal: "zzz" is not known. =METALS.LIST("metals") has all.',
    );
  });
});

describe("rule 5: periods", () => {
  it.each([2024, "2024", " 2024 ", "2024年", [[2024]]])("a year as %p", (period) => {
    expect(call("METALS.IMPORTS", "copper", period)).toBe(67330000000);
  });

  it.each(["2025-06", "2025-6", "Jun 2025", "June 2025", "2025年6月", "2025-06-15", 45818, 45818.75, "45818"])(
    "a month as %p",
    (period) => {
      expect(call("REE.EXPORTS", "magnets", period)).toBe(3188);
    },
  );

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
    ["2024-13", "months go from 01 to 12"],
    ["2024-Q5", "quarters from Q1 to Q4"],
    ["FY2024", "write the year alone"],
    ["Jun-25", "a year has four digits"],
    ["2011/12", "a year has four digits"],
    ["2024-02-31", "write 2024"],
    [true, "write 2024"],
  ])("%p is no period, and the message says how to write one", (period, hint) => {
    const message = refused("METALS.IMPORTS", "copper", period);
    expect(message).toContain(`#VALUE! period: "${period}" is not a period`);
    expect(message).toContain(hint);
  });

  it("come back as a number when they are a year, else as text", () => {
    expect(call("METALS.LATEST", "imports", "copper", null, "period")).toBe(2024);
    expect(
      (call("METALS.SERIES", "magnet exports", null, "2025-05", "2025-06") as Block).map(([period]) => period),
    ).toEqual(["2025-05", "2025-06"]);
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
    ["METALS.IMPORTS", ["copper", 2024, null, null, "CNY/t"]],
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
    expect(refused("METALS.IMPORTS", "copper", 2024, null, null, "USD bnn")).toMatch(
      /^#VALUE! unit: "USD bnn" is not known; nearest: USD bn/,
    );
  });
});

it("who types Chinese is answered with Chinese words", () => {
  expect(refused("METALS.IMPORTS", "铝土矿石", 2024)).toMatch(/nearest: \p{Script=Han}/u);
});

it.each(["→", "%", "😀", "§ ¶", "+-", "\ud800"])(
  "a search for %s, which has no word in it, says that nothing is called so",
  (text) => {
    expect(refused("METALS.FIND", text)).toMatch(/^#(N\/A Nothing is called "|VALUE! text: ".*" marks missing data)/);
  },
);

it("what nobody sees is blank", () => {
  for (const text of ["\u0000", "\u0007", "\u200b"]) expect(refused("METALS.FIND", text)).toContain("text: is missing");
  expect(call("METALS.IMPORTS", "cop\u0007per", "\u00002024")).toBe(67330000000);
});
