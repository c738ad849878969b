import {
  bounding,
  columnLetters,
  intersection,
  parseRectangle,
  quoteSheetName,
  rectangleAddress,
  splitSheet,
} from "../../../workbench/host/a1";

const at = (row: number, column: number, rowCount = 1, columnCount = 1) => ({ row, column, rowCount, columnCount });

test.each([
  ["A1", at(0, 0)],
  ["$B$2:C3", at(1, 1, 2, 2)],
  ["c3:b2", at(1, 1, 2, 2)],
  ["XFD1048576", at(1_048_575, 16_383)],
  ["B:C", at(0, 1, 1_048_576, 2)],
  ["2:3", at(1, 0, 2, 16_384)],
])("%s is read", (address, area) => {
  expect(parseRectangle(address)).toEqual(area);
});

test.each(["", "A", "1", "A0", "XFE1", "A1048577", "A1:B", "A1:2", "A1,B2", "A1:B2:C3", "Sheet1!A1", "metal"])(
  "%p is no address on a sheet",
  (text) => {
    expect(parseRectangle(text)).toBeNull();
  },
);

test.each(["A1", "B2:C3", "B:C", "2:3", "AA10:ZZ20"])("%s is written as it is read", (address) => {
  expect(rectangleAddress(parseRectangle(address)!)).toBe(address);
});

test("absolute addresses carry dollar signs", () => {
  expect(rectangleAddress(at(1, 1, 2, 2), true)).toBe("$B$2:$C$3");
});

test("columns beyond Z have two and three letters", () => {
  expect([25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(["Z", "AA", "ZZ", "AAA", "XFD"]);
});

test.each([
  ["Sheet1", "Sheet1"],
  ["My sheet", "'My sheet'"],
  ["O'Neil", "'O''Neil'"],
  ["2024", "'2024'"],
  ["Q1", "'Q1'"],
  ["稀土", "稀土"],
])("the sheet name %s stands before an address as %s and is read back", (name, quoted) => {
  expect(quoteSheetName(name)).toBe(quoted);
  expect(splitSheet(`${quoted}!A1`)).toEqual({ sheet: name, rest: "A1" });
});

test("areas overlap only on one sheet", () => {
  const [a, b] = [
    { sheet: "x", ...at(0, 0, 2, 2) },
    { sheet: "x", ...at(1, 1, 5, 5) },
  ];
  expect(intersection(a, b)).toEqual({ sheet: "x", ...at(1, 1) });
  expect(intersection(a, { ...b, sheet: "y" })).toBeNull();
  expect(intersection(a, { ...b, row: 2 })).toBeNull();
});

test("the bounding rectangle holds both", () => {
  expect(bounding(at(3, 4), at(0, 6, 2, 2))).toEqual(at(0, 4, 4, 4));
});
