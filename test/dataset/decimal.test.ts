import { Decimal } from "../../src/dataset/decimal";

const d = (text: string) => Decimal.parse(text);

describe("reading", () => {
  it.each(["0", "-126.8", "41.0", "67.33", "+3", "0.0001", "123456789012345678901234567890.5"])("%s", (text) => {
    expect(d(text).compare(d(text))).toBe(0);
  });

  it.each(["", " 1", "1.", ".5", "1e3", "1,000", "NaN", "0x10", "--1", "１"])("%p is no decimal number", (text) => {
    expect(() => d(text)).toThrow(RangeError);
  });

  it("takes the shortest text of a binary number", () => {
    expect(Decimal.fromNumber(0.1).toString()).toBe("0.1");
    expect(Decimal.fromNumber(1e21).toString()).toBe("1000000000000000000000");
    expect(Decimal.fromNumber(-2.5e-7).toString()).toBe("-0.00000025");
    expect(() => Decimal.fromNumber(Number.NaN)).toThrow(RangeError);
    expect(() => Decimal.fromNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe("arithmetic", () => {
  it("is exact where binary numbers are not", () => {
    expect(d("0.1").plus(d("0.2")).toString()).toBe("0.3");
    expect(d("1.1").times(d("1.1")).toString()).toBe("1.21");
    expect(d("2.2").minus(d("2.85")).toString()).toBe("-0.65");
  });

  it("scales by powers of ten without rounding", () => {
    expect(d("67.33").shifted(9).toNumber()).toBe(67330000000);
    expect(d("67.33").shifted(9).toString()).toBe("67330000000");
    expect(d("5").shifted(-3).toString()).toBe("0.005");
  });

  it.each(["9007199254740991", "9007199254740993", "0.1", "123456789.012345678", "-7", "1"])(
    "%s becomes the binary number that its digits are nearest to, whatever power of ten it is scaled by",
    (digits) => {
      for (let power = -30; power <= 30; power++) {
        const number = d(digits).shifted(power);
        expect(number.toNumber()).toBe(Number(`${number.coefficient}e${-number.scale}`));
      }
    },
  );

  it("divides to the last digit a cell can show, and refuses zero", () => {
    expect(d("1").dividedBy(d("3")).toString()).toMatch(/^0\.3{34}$/);
    expect(d("-1").dividedBy(d("8")).toString()).toBe("-0.125");
    expect(d("0").dividedBy(d("7")).isZero()).toBe(true);
    expect(() => d("1").dividedBy(d("0"))).toThrow(RangeError);
  });

  it.each([
    ["2.5", 0, "2"],
    ["3.5", 0, "4"],
    ["-2.5", 0, "-2"],
    ["2.51", 0, "3"],
    ["78.681424", 2, "78.68"],
    ["1250", -2, "1200"],
    ["1.5", 3, "1.5"],
  ])("rounds %s to %i places half to even", (text, places, rounded) => {
    expect(d(text).rounded(places).toString()).toBe(rounded);
  });

  it("compares across scales", () => {
    expect(d("1.50").compare(d("1.5"))).toBe(0);
    expect(d("-2").compare(d("1"))).toBe(-1);
    expect(d("0.10").compare(d("0.099"))).toBe(1);
    expect(d("-3").absolute().compare(d("3"))).toBe(0);
  });

  it("writes no negative zero and no trailing zeros", () => {
    expect(d("-0").toString()).toBe("0");
    expect(d("-0.00").toString()).toBe("0");
    expect(d("41.0").toString()).toBe("41");
    expect(Object.is(d("-0").toNumber(), -0)).toBe(false);
  });
});
