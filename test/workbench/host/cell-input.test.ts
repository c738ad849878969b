import { readEntry } from "../../../workbench/host/cell-input";

test.each([
  ["copper", "copper"],
  ["12", 12],
  ["-1,234.5", -1234.5],
  ["1e3", 1000],
  [".5", 0.5],
  ["5.9%", 0.059],
  ["true", true],
  ["#n/a", { error: "#N/A" }],
  ["'12", "12"],
  ["'=A1", "=A1"],
  ["1,23", "1,23"],
  ["-", "-"],
  ["", ""],
])("%p is taken as a value", (text, value) => {
  expect(readEntry(text, "General")).toMatchObject({ value, formula: "" });
});

test.each([
  ['=METALS.IMPORTS("copper",2024)', '=METALS.IMPORTS("copper",2024)'],
  ["+A1", "=+A1"],
  ["-abc", "=-abc"],
  ["@SUM(1)", "=SUM(1)"],
])("%p is taken as the formula %s", (text, formula) => {
  expect(readEntry(text, "General")).toMatchObject({ value: "", formula });
});

test.each([
  ["2024-06", 45444, "mmm-yy"],
  ["2024-06-30", 45473, "m/d/yyyy"],
  ["6/30/2024", 45473, "m/d/yyyy"],
])("%s becomes a date with a format of its own", (text, value, numberFormat) => {
  expect(readEntry(text, "General")).toEqual({ value, formula: "", numberFormat });
});

test.each(["2024-13", "2024-02-30", "2024-Q2", "2012/2024"])("%s is no date and stays text", (text) => {
  expect(readEntry(text, "General")).toEqual({ value: text, formula: "" });
});

test.each(["2024-06", "=A1", "-abc", "12"])("a text cell takes %s as it is", (text) => {
  expect(readEntry(text, "@")).toEqual({ value: text, formula: "" });
});

test("numbers and truth values are not read", () => {
  expect(readEntry(2024.5, "General")).toEqual({ value: 2024.5, formula: "" });
  expect(readEntry(false, "General")).toEqual({ value: false, formula: "" });
});
