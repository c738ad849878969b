/** What `npm run fuzz` found: inputs that a reader choked on, as small as they could be made. */
import { address, formula, names, tracker } from "../../../tools/fuzz/targets/formulas";
import { xlsx } from "../../../tools/fuzz/targets/xlsx";
import { WORKBOOKS } from "../../../tools/fuzz/targets/workbooks";
import type { Target } from "../../../tools/fuzz/target";

const TARGETS: Readonly<Record<string, Target>> = { address, formula, names, tracker };

const FOUND: readonly (readonly [string, string])[] = [
  ["address", "a"],
  ["address", "A:C\r"],
  ["address", " A11"],
  ["address", "1:3 "],
  ["address", "A1:B2:C3"],
  ["address", "$$1:2"],
  ["address", "A01"],
  ["formula", "=A1 :A2"],
  ["names", "=METALS.METALS.X({(x,A,y,1:?"],
  ["names", "=METALS.METALS.METALS.METALS.X("],
  ["names", "=METALS.METALS.METALS.X()"],
  ["names", "=REE.QUOTA(2024"],
  ["tracker", "='a'!A :A+2:2"],
  ["tracker", "=A1+"],
];

test.each(FOUND)("%s reads %j", (name, input) => {
  expect(() => TARGETS[name]!().read(input)).not.toThrow();
});

test("a character that no text has makes a workbook damaged, not unreadable to us", () => {
  const parts = Object.entries(WORKBOOKS[0]!).map(
    ([name, content]) => `${name}\u0002${content.replace("metal", "&#1114112;")}`,
  );
  expect(xlsx().read(parts.join("\u0001"))).toBe(false);
});
