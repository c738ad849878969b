import { Decimal } from "../../../src/dataset/decimal";
import { Refusal } from "../../../src/query/refusal";
import { Units } from "../../../src/query/units/units";
import { openSession } from "../../tables/release";
import { call, refused, seeds } from "../../fixtures/seeds";
import { twoReleases } from "../../fixtures/two-releases";

const units = new Units(twoReleases());
const refusalOf = (word: string) => {
  try {
    units.read(word, "unit");
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  return undefined;
};
const kindOfRefusal = (word: string) => refusalOf(word)?.kind;

it.each([
  ["USD bn", "USD bn"],
  ["usd BN", "USD bn"],
  ["USDbn", "USD bn"],
  ["ＵＳＤ bn", "USD bn"],
  ["billion US dollars", "USD bn"],
  ["十亿美元", "USD bn"],
  ["bn USD", "USD bn"],
  ["$ billion", "USD bn"],
  ["billions of US dollars", "USD bn"],
  ["US$ mln", "USD m"],
  ["$", "USD"],
  ["RMB bn", "CNY bn"],
  ["trillion yuan", "CNY tn"],
  ["$/t", "USD/t"],
  ["USD per tonne", "USD/t"],
  ["KG", "kg"],
  ["Mt", "Mt"],
  ["million tonnes", "Mt"],
  ["百万吨", "Mt"],
  ["T", "t"],
  ["t reo", "t REO"],
  ["usd/T", "USD/t"],
  ["%", "%"],
  ["percent", "%"],
  ["PP", "pp"],
  ["USD '000", "USD k"],
  ["US$'000", "USD k"],
  ["US$’000", "USD k"],
  ["1000 US$", "USD k"],
  ["USD 1,000", "USD k"],
  ["US Dollar thousand", "USD k"],
  ["USD thousands", "USD k"],
  ["in thousands of US dollars", "USD k"],
  ["USD (millions)", "USD m"],
  ["USD MM", "USD m"],
  ["$MM", "USD m"],
  ["$B", "USD bn"],
  ["€ bn", "EUR bn"],
  ["JPY bn", "JPY bn"],
  ["亿日元", "JPY 100m"],
  ["KRW tn", "KRW tn"],
  ["HK$ m", "HKD m"],
  ["₹", "INR"],
  ["亿元", "CNY 100m"],
  ["万美元", "USD 10k"],
  ["million metric tonnes", "Mt"],
  ["thousand metric tonnes", "kt"],
  ["thousand tonnes", "kt"],
  ["'000 t", "kt"],
  ["1000 t", "kt"],
  ["mn t", "Mt"],
  ["万吨", "10 kt"],
  ["kt REO", "kt REO"],
  ["thousand tonnes of REO", "kt REO"],
  ["lbs", "lb"],
  ["磅", "lb"],
  ["troy oz", "oz"],
  ["盎司", "oz"],
  ["US$ per metric ton", "USD/t"],
  ["USD per metric tonne", "USD/t"],
  ["$/kg", "USD/kg"],
  ["USD/lb", "USD/lb"],
  ["dollars per pound", "USD/lb"],
  ["¢/lb", "USc/lb"],
  ["US cents per pound", "USc/lb"],
  ["$/oz", "USD/oz"],
  ["USD per troy ounce", "USD/oz"],
  ["$/mtu", "USD/mtu"],
  ["元/吨", "CNY/t"],
  ["RMB per tonne", "CNY/t"],
  ["CNY/kg", "CNY/kg"],
  ["t LCE", "t LCE"],
  ["kt lce", "kt LCE"],
  ["tonnes of WO3", "t WO3"],
  ["t (V2O5)", "t V2O5"],
  ["t Nb2O5 content", "t Nb2O5"],
  ["t W", "t W"],
])("%p reads as %s", (word, unit) => {
  expect(units.read(word, "unit").id).toBe(unit);
});

it.each(["bn", "Million", "k", "tn"])("%p is refused: it names no currency", (word) => {
  expect(kindOfRefusal(word)).toBe("ambiguousUnit");
});

it.each(["tons", "thousand tons", "USD/ton", "USD/mt"])("%p is refused: metric, short or long", (word) => {
  expect(kindOfRefusal(word)).toBe("ambiguousUnit");
});

it.each(["mt", "MT", "mT", " m t "])("%p is refused: metric tons or million tonnes", (word) => {
  expect(kindOfRefusal(word)).toBe("ambiguousUnit");
});

it.each(["pounds", "euro bnn", "", "tonnnes", "__proto__"])("%p is no unit", (word) => {
  expect(kindOfRefusal(word)).toBe("unknownWord");
});

it.each([
  ["mtu", ["USD/mtu", "t"]],
  ["¥", ["CNY", "JPY"]],
  ["mt LCE", ["t LCE", "kt LCE", "Mt LCE"]],
  ["mmt", ["t", "kt", "Mt"]],
  ["CNY/ton", ["CNY/t", "CNY/kg"]],
])("%p is refused with the way out", (word, valid) => {
  expect(refusalOf(word)?.data).toMatchObject({ valid });
});

it("no spelling of a unit reads in two ways, whatever its capitals and blanks", () => {
  for (const unit of seeds().codes("units").values())
    for (const word of [unit.id, ...unit.aliases])
      expect([word, units.read(` ${word} `, "unit").id]).toEqual([word, unit.id]);
});

it("offers what fits, small to large; a name of oxide only to figures in oxide", () => {
  expect(units.offered("t", "en")).toEqual(["g", "kg", "t", "kt", "Mt"]);
  expect(units.offered("t REO", "en")).toEqual(["g", "kg", "t", "t REO", "kt", "kt REO", "Mt"]);
  expect(units.offered("USD", "en")).toEqual(["USD", "USD k", "USD m", "USD bn"]);
  expect(units.offered("1", "en").sort()).toEqual(["%", "1"]);
  expect(units.fits(units.get("CNY"), "USD")).toBe(false);
  expect(units.fits(units.get("t REO"), "t")).toBe(false);
  expect(units.fits(units.get("t"), "t REO")).toBe(true);
});

it("reads Chinese units of ten thousand and of a hundred million, and offers them in Chinese only", () => {
  const real = openSession().units;
  expect(["万吨", "亿美元", "万美元", "亿元", "万元人民币"].map((word) => real.read(word, "unit").scale)).toEqual([
    4, 8, 4, 8, 4,
  ]);
  expect(real.offered("t", "zh")).toEqual(["g", "kg", "t", "kt", "10 kt", "Mt"]);
  expect(real.offered("t", "en")).not.toContain("10 kt");
});

it("converts exactly", () => {
  const converted = (value: string, base: string, unit: string) =>
    units.convert(Decimal.parse(value), base, units.get(unit)).toString();
  expect(converted("67330000000", "USD", "USD bn")).toBe("67.33");
  expect(converted("0.001", "t", "g")).toBe("1000");
  expect(converted("0.069", "1", "%")).toBe("6.9");
  expect(units.baseValue({ value: "-126.8", unit: "USD bn" }).toString()).toBe("-126800000000");
  expect(() => units.get("stone")).toThrow(RangeError);
});

describe("content", () => {
  const ratio = (from: string, to: string) => {
    const { numerator, denominator } = units.contents.ratio(from, to)!;
    return numerator.dividedBy(denominator).toNumber();
  };

  it.each([
    ["Li", "LCE", 73.888 / 13.88],
    ["W", "WO3", 231.837 / 183.84],
    ["V", "V2O5", 181.879 / 101.884],
    ["Nb", "Nb2O5", 265.807 / 185.812],
    ["Ta", "Ta2O5", 441.895 / 361.9],
    ["Sb", "Sb2O3", 291.517 / 243.52],
    ["Ti", "TiO2", 79.865 / 47.867],
    ["Nd2O3", "Nd", 288.48 / 336.477],
  ])("%s to %s by atomic weights", (from, to, factor) => {
    expect(ratio(from, to)).toBeCloseTo(factor, 12);
    expect(ratio(to, from)).toBeCloseTo(1 / factor, 12);
  });

  it("converts only within one known element", () => {
    expect(units.contents.ratio("Li", "WO3")).toBeUndefined();
    expect(units.contents.ratio("REO", "Nd")).toBeUndefined();
    expect(units.contents.ratio(undefined, "LCE")).toBeUndefined();
    expect(units.contents.of({ item: "neodymium", measure: "reo" }, "REO")).toBe("Nd2O3");
    expect(units.contents.of({ item: "rare-earths", measure: "reo" }, "REO")).toBe("REO");
  });

  it("of lithium, from contained metal and never from gross weight", () => {
    expect(call("METALS.PRODUCTION", "lithium", 2024, null, null, "t LCE")).toBeCloseTo((41400 * 73.888) / 13.88, 6);
    expect(call("METALS.PRODUCTION", "lithium", 2024, null, null, "t Li")).toBe(41400);
    expect(refused("METALS.PRODUCTION", "copper", 2024, null, null, "t LCE")).toMatch(
      /^#VALUE! unit: .*cannot be given in t LCE/,
    );
    expect(refused("METALS.IMPORTS", "rare earths", 2024, null, "weight", "t REO")).toMatch(/^#VALUE! unit:/);
    expect(call("METALS.STATUS", "production", "lithium", 2024, null, null, "t LCE")).toContain(
      "in t LCE by the factor 5.323343, from 2*6.94/(2*6.94+12.011+3*15.999)",
    );
  });

  it("of rare-earth oxides together stays oxide", () => {
    expect(call("REE.QUOTA", 2024, "mining", null, null, "kt REO")).toBe(270);
    expect(call("METALS.PRODUCTION", "rare earths", 2024, null, null, "kt REO")).toBe(270);
    expect(refused("REE.QUOTA", 2024, "mining", null, null, "t Nd")).toMatch(/^#VALUE! unit:/);
  });
});

it("pounds, ounces and prices by them", () => {
  expect(call("METALS.PRICE", "copper", 2024, "USD/lb")).toBe(4.1468049494718);
  expect(call("METALS.PRICE", "copper", 2024, "USc/lb")).toBeCloseTo(414.68049494718, 9);
  expect(call("METALS.PRICE", "copper", 2024, "USD/oz")).toBeCloseTo(9142.14 * 0.0000311034768, 12);
  expect(call("METALS.PRODUCTION", "copper", 2024, null, null, "lb")).toBeCloseTo(1840000 / 0.00045359237, 2);
  expect(refused("METALS.PRICE", "copper", 2024, "USD/mtu")).toMatch(/^#VALUE! unit: .*cannot be given in USD\/mtu/);
});

describe("another currency", () => {
  it("is reached at the average rate of the same period, which STATUS and SOURCE name", () => {
    expect(call("METALS.IMPORTS", "copper", 2024, null, null, "CNY bn")).toBe(484.486481);
    expect(call("METALS.PRICE", "copper", 2024, "CNY/t")).toBe(65784.096798);
    expect(call("METALS.PRICE", "copper", 2024, "CNY/lb")).toBeCloseTo(65784.096798 * 0.00045359237, 9);
    expect(call("METALS.GRID", "imports", [["copper"]], [[2024]], null, "CNY bn")).toEqual([[484.486481]]);
    expect(call("METALS.STATUS", "imports", "copper", 2024, null, null, "CNY bn")).toContain(
      "in CNY bn at the average rate of 2024, 7.1957 CNY/USD (Board of Governors of the Federal Reserve System",
    );
    expect(call("METALS.SOURCE", "imports", "copper", 2024, null, null, null, "CNY")).toMatch(
      /ANDAMAN.*Federal Reserve/,
    );
  });

  it("has no figure without a rate, and says so", () => {
    expect(refused("METALS.IMPORTS", "copper", 2024, null, null, "CNY", null, "R1")).toMatch(
      /^#N\/A .*no exchange rate of CNY is held for 2024/,
    );
    expect(refused("METALS.IMPORTS", "copper", 2024, null, null, "EUR")).toMatch(/^#N\/A .*no exchange rate of EUR/);
  });

  it("is no unit of a mass, nor a price by mass one of a value", () => {
    expect(refused("METALS.PRODUCTION", "copper", 2024, null, null, "CNY")).toMatch(/^#VALUE! unit:/);
    expect(refused("METALS.IMPORTS", "copper", 2024, null, null, "CNY/t")).toMatch(/^#VALUE! unit:/);
  });
});
