import { parseRectangle, type Area } from "../../../../workbench/host/a1";
import { formulaAfter, formulaRenamed, type SheetNames } from "../../../../workbench/host/structure/formula-after";
import type { Step } from "../../../../workbench/host/structure/step";

const NAMES: Readonly<Record<string, string>> = { one: "Sheet1", two: "Q2 data" };
const sheets: SheetNames = {
  idOf: (name) => Object.keys(NAMES).find((id) => NAMES[id]!.toLowerCase() === name.toLowerCase()),
  nameOf: (id) => NAMES[id]!,
};

const at = (address: string, sheet = "one"): Area => ({ sheet, ...parseRectangle(address)! });
const ROW: Step = { kind: "insert", area: at("3:3"), along: "rows" };
const GONE: Step = { kind: "delete", area: at("B:B"), along: "columns" };
const AWAY: Step = { kind: "move", from: at("A1:B2"), to: at("D1:E2", "two") };

test.each([
  ["a cell, a range, with dollar signs", ROW, "=A2+A3*SUM($B$1:B$9)", "=A2+A4*SUM($B$1:B$10)"],
  ["whole columns and rows", ROW, "=SUM(A:C)+SUM($4:5)", "=SUM(A:C)+SUM($5:6)"],
  ["another sheet", ROW, "='Q2 data'!A9+Sheet1!A9", "='Q2 data'!A9+Sheet1!A10"],
  ["a spill", ROW, "=SUM(A5#)", "=SUM(A6#)"],
  [
    "texts, functions, names, structured references and arguments are no references",
    ROW,
    '=LOG10(5)&"A5"&Total5&Quotas[A5]&METALS.IMPORTS("A9",2024)',
    '=LOG10(5)&"A5"&Total5&Quotas[A5]&METALS.IMPORTS("A9",2024)',
  ],
  ["a sheet that is not there", ROW, "=Gone!A9", "=Gone!A9"],
  ["what was deleted", GONE, "=A1+B1+C1+SUM(B1:C2)+Sheet1!B2", "=A1+#REF!+B1+SUM(B1:B2)+Sheet1!#REF!"],
  ["what was moved", AWAY, "=A1+SUM(A1:B2)+C1+Sheet1!$B2", "='Q2 data'!D1+SUM('Q2 data'!D1:E2)+C1+'Q2 data'!$E2"],
])("%s", (_, step, before, after) => {
  expect(formulaAfter(step, before, { before: "one", after: "one" }, sheets)).toBe(after);
});

test("a formula that itself comes to another sheet still means the same cells", () => {
  expect(formulaAfter(AWAY, "=A1+C1+'Q2 data'!Z1", { before: "one", after: "two" }, sheets)).toBe(
    "=D1+Sheet1!C1+'Q2 data'!Z1",
  );
});

test("a range that comes down to one cell stays a range", () => {
  expect(formulaAfter(GONE, "=SUM(A1:B1)", { before: "one", after: "one" }, sheets)).toBe("=SUM(A1:A1)");
});

test("a formula follows a sheet that is renamed, and leaves texts and other sheets alone", () => {
  expect(formulaRenamed(`=SHEET1!A1+SUM(Sheet1!B$2:C3)&"Sheet1!A1"&'Q2 data'!A1+A1`, "Sheet1", "New one")).toBe(
    `='New one'!A1+SUM('New one'!B$2:C3)&"Sheet1!A1"&'Q2 data'!A1+A1`,
  );
});
