import { rangeOf } from "../../../../src/taskpane/series/insert/period-range";

const YEARS = ["2012", "2013", "2015", "2024"];
const MONTHS = ["2024-11", "2024-12", "2025-01", "2025-02"];

test.each([
  ["", [undefined, undefined]],
  ["2013-2015", ["2013", "2015"]],
  ["2013–2024", ["2013", "2024"]],
  ["2013/2024", ["2013", "2024"]],
  ["2013 - 2024", ["2013", "2024"]],
  ["2013至2015", ["2013", "2015"]],
  ["2014–2023", ["2015", "2015"]],
  ["2015–", ["2015", "2024"]],
  ["–2013", ["2012", "2013"]],
  ["2013", ["2013", "2013"]],
  ["2030–2040", undefined],
  ["copper", undefined],
])("%s of yearly figures", (text, range) => {
  expect(rangeOf(text, YEARS)).toEqual(range);
});

test.each([
  ["2024-12/2025-01", ["2024-12", "2025-01"]],
  ["2024-12–2025", ["2024-12", "2025-02"]],
  ["2025", ["2025-01", "2025-02"]],
])("%s of monthly figures", (text, range) => {
  expect(rangeOf(text, MONTHS)).toEqual(range);
});
