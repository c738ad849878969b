import { Decimal } from "../../src/dataset/decimal";
import { Refusal } from "../../src/query/refusal";
import { Units } from "../../src/query/units";
import { openSession } from "../tables/release";
import { twoReleases } from "../fixtures/two-releases";

const units = new Units(twoReleases());
const kindOfRefusal = (word: string) => {
  try {
    units.read(word, "unit");
  } catch (error) {
    if (error instanceof Refusal) return error.kind;
  }
  return undefined;
};

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

it.each(["pounds", "euro bn", "", "tonnnes", "__proto__"])("%p is no unit", (word) => {
  expect(kindOfRefusal(word)).toBe("unknownWord");
});

it("offers what fits, small to large; a name of oxide only to figures in oxide", () => {
  expect(units.offered("t", "en")).toEqual(["g", "kg", "t", "kt", "Mt"]);
  expect(units.offered("t REO", "en")).toEqual(["g", "kg", "t", "t REO", "kt", "Mt"]);
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
  expect(() => units.get("lb")).toThrow(RangeError);
});
