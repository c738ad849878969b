import { evaluate, nodesOf, parsed } from "../../../src/sheets/formula";
import { relocate } from "../../../src/sheets/dependents/relocate";
import { SheetScan, WorkbookScan } from "../../../src/sheets/scan";

const sheet = new SheetScan({ id: "1", name: "S", visibility: "Visible", isProtected: false }, undefined, []);
const scan = new WorkbookScan([sheet], [], []);
const relocated = (formula: string) => relocate(scan, { sheet, row: 0, column: 0 }, formula, () => true);

test("a sum as long as Excel takes it is read and computed like a short one", () => {
  const formula = `=1${"+A1-1".repeat(1_637)}`;
  expect(formula.length).toBeGreaterThan(8_180);
  expect(nodesOf(parsed(formula)!)).toHaveLength(4 * 1_637 + 1);
  expect(evaluate(formula, { read: () => 3, call: () => undefined })).toBe(1 + 2 * 1_637);
  const { areas, obstacle } = relocated(formula);
  expect([areas.length, obstacle]).toEqual([1_637, undefined]);
});

test.each([
  ["signs", (count: number) => `=${"-".repeat(count)}1`],
  ["percent signs", (count: number) => `=1${"%".repeat(count)}`],
  ["spills", (count: number) => `=A1${"#".repeat(count)}`],
  ["calls of what a call gives", (count: number) => `=F(1)${"(1)".repeat(count)}`],
  ["parentheses", (count: number) => `=${"(".repeat(count - 1)}1${")".repeat(count - 1)}`],
])("%s reach as deep as Excel lets levels nest, and no deeper", (_, formulaOf) => {
  expect(parsed(formulaOf(64))).toBeDefined();
  for (const count of [65, 2_000]) expect(parsed(formulaOf(count))).toBeUndefined();
});
