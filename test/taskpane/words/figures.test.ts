import { Decimal } from "../../../src/dataset/decimal";
import { NumberStyle } from "../../../src/taskpane/context/number-style";
import { displayUnit, printedPlaces, unitText, valueIn, withUnit } from "../../../src/taskpane/words/figures";
import { numberFormat } from "../../../src/taskpane/words/number-format";
import { seeds, sessionOf } from "../../fixtures/seeds";

const { units } = sessionOf();
const english = new NumberStyle("en-US");
const D = (text: string) => Decimal.parse(text);

test("a series is shown in the unit it is most often printed in, the latest among equals", () => {
  expect(displayUnit(units, [{ unit: "t" }, { unit: "kt" }, { unit: "kt" }], "t").id).toBe("kt");
  expect(displayUnit(units, [{ unit: "t" }, { unit: "kt" }], "t").id).toBe("kt");
  expect(displayUnit(units, [], "USD").id).toBe("USD");
});

test("a value is put into another unit of its kind without rounding", () => {
  expect(valueIn(units, { value: D("67330000000"), unit: "USD" }, units.get("USD bn")).toString()).toBe("67.33");
  expect(valueIn(units, { value: D("0.069"), unit: "1" }, units.get("%")).toString()).toBe("6.9");
});

test("every digit is written, however many there are, with the printed zeros and a true minus sign", () => {
  expect(english.text(D("12345678901234567890.123456789"))).toBe("12,345,678,901,234,567,890.123456789");
  expect(english.text(D("41"), 1)).toBe("41.0");
  expect(english.text(D("-255.9"))).toBe("−255.9");
  expect(new NumberStyle("de-DE").text(D("5238.5"))).toBe("5.238,5");
});

test("an axis is short where numbers are long", () => {
  expect(english.axis(75)).toBe("75");
  expect(english.axis(300_000)).toBe("300K");
});

test("places after the point are those of the print, when it prints in this unit", () => {
  expect(printedPlaces({ value: "41.0", unit: "USD bn" }, units.get("USD bn"))).toBe(1);
  expect(printedPlaces({ value: "41.0", unit: "USD bn" }, units.get("USD m"))).toBe(0);
});

test("plain ratios and counts carry no unit; per cent clings to its number", () => {
  expect(unitText(seeds(), "1", "en")).toBe("");
  expect(unitText(seeds(), "USD bn", "zh")).toBe("十亿美元");
  expect(withUnit("5.9", "%")).toBe("5.9%");
  expect(withUnit("5.9", "kt")).toBe("5.9 kt");
  expect(withUnit("5", "")).toBe("5");
});

test.each([
  ["USD", ["67330000000"], "#,##0"],
  ["USD bn", ["67.33", "16.9"], "#,##0.00"],
  ["USD/t", ["9947.31"], "#,##0.00"],
  ["1", ["0.069", "0.0323"], "0.00%"],
  ["1", ["2"], "0%"],
  ["%", ["6.9"], "#,##0.0"],
  ["ratio", ["0.9407407407"], "#,##0.0000"],
])("the number format of values in %s: %j", (unit, values, format) => {
  expect(numberFormat(units.get(unit), values.map(D))).toBe(format);
});
