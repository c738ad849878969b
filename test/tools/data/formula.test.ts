import * as fc from "fast-check";
import { Decimal } from "../../../src/dataset/decimal";
import { parseFormula, root } from "../../../tools/data/model/formula";

const value = (text: string, names: Record<string, string> = {}): string =>
  parseFormula(text)
    .evaluate(new Map(Object.entries(names).map(([name, number]) => [name, Decimal.parse(number)])))
    .toString();

describe("the arithmetic of derivations", () => {
  it.each([
    ["1+2*3", "7"],
    ["(1+2)*3", "9"],
    ["10-4-3", "3"],
    ["24/4/3", "2"],
    ["-2^2", "-4"],
    ["(-2)^2", "4"],
    ["2^-2", "0.25"],
    ["2^3*2", "16"],
    ["8^(1/3)", "2"],
    ["0.0001^(1/2)", "0.01"],
    ["0^(1/5)", "0"],
    ["--3", "3"],
    [" 1.50 + 0.5 ", "2"],
  ])("computes %s as %s", (text, expected) => expect(value(text)).toBe(expected));

  it("uses each name for its value and lists the names once", () => {
    expect(value("(b-a)/a", { a: "16.93", b: "16.93" })).toBe("0");
    expect(parseFormula("(b-a)/a").names).toEqual(["b", "a"]);
  });

  it("keeps decimals exact where binary numbers would not be", () => {
    expect(value("0.1+0.2")).toBe("0.3");
    expect(value("a*3", { a: "1.1" })).toBe("3.3");
  });

  it("takes a root to 34 digits", () => {
    expect(value("2^(1/2)").slice(0, 35)).toBe("1.414213562373095048801688724209698");
  });

  it.each([
    ["", "ends too early"],
    ["1+", "ends too early"],
    ["(1+2", '"\\)" is missing'],
    ["1 2", '"2" is not expected there'],
    ["2^a", "after \\^ stands a whole number"],
    ["2^(2/3)", '"1" is missing'],
    ["1e3", '"e3" is not expected there'],
    ["a % b", '"% b" is not arithmetic'],
    ["*2", '"\\*" is not expected there'],
  ])("refuses to read %p", (text, message) => expect(() => parseFormula(text)).toThrow(new RegExp(message)));

  it.each([
    ["1/0", "division by zero"],
    ["0^-1", "division by zero"],
    ["(-8)^(1/3)", "negative number has no root"],
    ["4^(1/0)", "degree of at least 1"],
    ["a", '"a" has no value'],
  ])("refuses to compute %p", (text, message) => expect(() => value(text)).toThrow(new RegExp(message)));

  it("finds roots whose power is next to the number", () => {
    const numbers = fc.tuple(
      fc.bigInt({ min: 1n, max: 10n ** 20n }),
      fc.integer({ min: 0, max: 25 }),
      fc.integer({ min: 1, max: 13 }),
    );
    fc.assert(
      fc.property(numbers, ([coefficient, places, degree]) => {
        const number = Decimal.fromInteger(coefficient).shifted(-places);
        const found = root(number, degree);
        let power = Decimal.fromInteger(1);
        for (let i = 0; i < degree; i++) power = power.times(found);
        const relative = power.minus(number).absolute().dividedBy(number);
        expect(relative.compare(Decimal.parse("1").shifted(-31))).toBe(-1);
        expect(power.compare(number)).not.toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});
