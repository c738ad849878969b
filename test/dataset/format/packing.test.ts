import fc from "fast-check";
import {
  indexReader,
  packDecimals,
  packIndexes,
  packNumbers,
  unpackDecimals,
  unpackIndexes,
  unpackNumbers,
} from "../../../src/dataset/format/packing";

const indexes = fc.array(fc.nat(100_000));

it("gives back every whole number", () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat()), (numbers) => {
      expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers);
    }),
  );
});

it("writes nothing that JSON has to escape", () => {
  const text = packNumbers(Array.from({ length: 5000 }, (_, i) => i));
  expect(JSON.stringify(text)).toHaveLength(text.length + 2);
});

it("gives back indexes, by runs or by steps, and keeps the shorter", () => {
  fc.assert(fc.property(indexes, (list) => expect([...unpackIndexes(packIndexes(list), list.length)]).toEqual(list)));
  expect(packIndexes(Array<number>(1000).fill(7))).toHaveProperty("runs");
  expect(packIndexes(Array.from({ length: 1000 }, (_, i) => i))).toHaveProperty("steps");
});

it("reads single rows in any order", () => {
  const asked = fc.tuple(fc.array(fc.nat(5), { minLength: 1, maxLength: 60 }), fc.array(fc.nat(1000)));
  fc.assert(
    fc.property(asked, ([list, rows]) => {
      for (const packed of [packIndexes(list), { runs: runsText(list) }]) {
        const read = indexReader(packed, list.length);
        for (const row of rows) expect(read(row % list.length)).toBe(list[row % list.length]);
      }
    }),
  );
  expect(() => indexReader(packIndexes([5, 5, 5]), 2)).toThrow(RangeError);
});

it("refuses a column of another length", () => {
  expect(() => unpackIndexes(packIndexes([1, 2, 3]), 4)).toThrow(RangeError);
  expect(() => unpackIndexes(packIndexes([5, 5, 5]), 2)).toThrow(RangeError);
});

it("gives back every decimal to the digit as it was printed", () => {
  const printed = [
    "0",
    "67.30",
    "105000",
    "-0.050",
    "17498.01",
    "0.00",
    "900719925474099312",
    "1.",
    "",
    "+5",
    "007",
    "-12000",
  ];
  const read = unpackDecimals(packDecimals(printed), printed.length);
  expect(printed.map((_, row) => read(row))).toEqual(printed);
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.stringMatching(/^\d{0,12}$/))
    .map(([whole, fraction]) => (fraction === "" ? String(whole) : `${whole}.${fraction}`));
  fc.assert(
    fc.property(fc.array(decimal), (texts) => {
      const back = unpackDecimals(packDecimals(texts), texts.length);
      expect(texts.map((_, row) => back(row))).toEqual(texts);
    }),
  );
});

it("reads single decimals of a long column, the last ones first", () => {
  const printed = Array.from({ length: 500 }, (_, row) => String(row ** 5));
  const read = unpackDecimals(packDecimals(printed), printed.length);
  for (const row of [...printed.keys()].reverse()) expect(read(row)).toBe(printed[row]);
});

/** Every number as a run of its own. */
function runsText(list: readonly number[]): string {
  return packNumbers(list.flatMap((number) => [number, 0]));
}
