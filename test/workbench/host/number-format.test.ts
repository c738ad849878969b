import { formatNumber } from "../../../workbench/host/number-format";

test.each([
  [67330000000, "General", "67330000000"],
  [0.1 + 0.2, "General", "0.3"],
  [123456789012, "General", "1.23457E+11"],
  [1234.5, "0", "1235"],
  [1234.5, "#,##0", "1,235"],
  [1234567.891, "#,##0.00", "1,234,567.89"],
  [0.5, "0.0", "0.5"],
  [0.5, "#.0#", ".5"],
  [-1234.5, "#,##0.0", "-1,234.5"],
  [0.059, "0.0%", "5.9%"],
  [67330000000, '#,##0.00,,," bn"', "67.33 bn"],
  [-5, "0;(0)", "(5)"],
  [0, '0;(0);"none"', "none"],
  [7, "[Red]0_)", "7 "],
  [45473, "yyyy-mm-dd", "2024-06-30"],
  [45473, "m/d/yyyy", "6/30/2024"],
  [45473, "mmm-yy", "Jun-24"],
  [45473, "d mmmm yyyy", "30 June 2024"],
  [12, "@", "12"],
])("%p under %s is %s", (value, format, text) => {
  expect(formatNumber(value, format)).toBe(text);
});

test("what is no number shows as it is", () => {
  expect(
    ["copper", true, { error: "#N/A", message: "confidential" }].map((value) => formatNumber(value, "0.00")),
  ).toEqual(["copper", "TRUE", "#N/A"]);
});
