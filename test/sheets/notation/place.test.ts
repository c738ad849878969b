import { addressOf, cellsOf, isOnSheet, samePlace, type Place } from "../../../src/sheets/notation/place";

const place = (over: Partial<Place> = {}): Place => ({
  sheetId: "1",
  sheet: "Sheet1",
  row: 2,
  column: 1,
  rows: 1,
  columns: 1,
  ...over,
});

test.each([
  ["one cell", {}, "Sheet1!B3"],
  ["several cells", { rows: 7, columns: 2 }, "Sheet1!B3:C9"],
  ["the last column", { row: 0, column: 16383 }, "Sheet1!XFD1"],
  ["a column of two letters", { column: 26 }, "Sheet1!AA3"],
  ["a sheet whose name needs quotes", { sheet: "Q2's data" }, "'Q2''s data'!B3"],
  ["a Chinese sheet name", { sheet: "数据" }, "数据!B3"],
])("an address reads as in Excel: %s", (_name, over, address) => {
  expect(addressOf(place(over))).toBe(address);
});

test("cells are named without their sheet", () => {
  expect(cellsOf(place({ rows: 2 }))).toBe("B3:B4");
});

test("a block that reaches over the edge is not on the sheet", () => {
  expect(isOnSheet(place({ row: 1_048_575 }))).toBe(true);
  expect(isOnSheet(place({ row: 1_048_575, rows: 2 }))).toBe(false);
  expect(isOnSheet(place({ column: 16_383, columns: 2 }))).toBe(false);
});

test("places are the same when sheet, corner and size are, whatever the sheet is called", () => {
  expect(samePlace(place(), place({ sheet: "Renamed" }))).toBe(true);
  expect(samePlace(place(), place({ sheetId: "2" }))).toBe(false);
  expect(samePlace(place(), place({ rows: 2 }))).toBe(false);
});
