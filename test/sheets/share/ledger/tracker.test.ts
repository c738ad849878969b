import { rectangleOf } from "../../../../src/sheets/notation/reference";
import { checkIn, follow, isTracker, trackerOf } from "../../../../src/sheets/share/ledger/tracker";

const CHECK = "0123456789abcdef";
const home = (sheet: string, cells: string, formula: string) => ({ sheet, area: rectangleOf(cells)!, formula });
const text = (tracker: ReturnType<typeof trackerOf>) => (typeof tracker === "object" ? tracker.formula : tracker);

test.each([
  ["Sheet1", "C1", '=METALS.PRICE("copper",2024)', "Sheet1!$C$1"],
  ["Sheet1", "C1:D4", "=METALS.IMPORTS(A1,$B$2:B3)", "Sheet1!$C$1:$D$4,Sheet1!$A$1,Sheet1!$B$2:$B$3"],
  ["Q1", "C1", "=METALS.PRICE(A1,A:A)+SUM(3:5)", "'Q1'!$C$1,'Q1'!$A$1,'Q1'!$A:$A,'Q1'!$3:$5"],
  [
    `O'Brien's "Q2" (稀土)`,
    "B2",
    "=METALS.PRICE('Other one'!A1,2024)",
    `'O''Brien''s "Q2" (稀土)'!$B$2,'Other one'!$A$1`,
  ],
  ["Sheet1", "C1", '=METALS.PRICE("A1",Year,[2]Book!B2,Table1[Year])', "Sheet1!$C$1"],
])("of %s!%s %s refers to %s", (sheet, cells, formula, references) => {
  const tracker = trackerOf(CHECK, home(sheet, cells, formula));
  expect(tracker).toEqual({ formula: `=IF(TRUE,"${CHECK}",SUM(${references}))` });
  expect(follow(home(sheet, cells, formula), text(tracker))).toEqual(home(sheet, cells, formula));
});

test.each([
  ["=METALS.PRICE(A1,B1)", "Sheet1!$C$5,Sheet1!$A$5,Sheet1!$B$1", home("Sheet1", "C5", "=METALS.PRICE(A5,B1)")],
  ["=METALS.PRICE($A1,B$1)", "Sheet1!$D$5,Sheet1!$B$5,Sheet1!$C$5", home("Sheet1", "D5", "=METALS.PRICE($B5,C$5)")],
  ["=SUM(A:$B,$3:5)", "Sheet1!$C$1,Sheet1!$B:$C,Sheet1!$4:$6", home("Sheet1", "C1", "=SUM(B:$C,$4:6)")],
  [
    "=METALS.GRID(A1:A3,$B$1#)",
    "Sheet1!$C$1,Sheet1!$A$1:$A$4,Sheet1!$B$2",
    home("Sheet1", "C1", "=METALS.GRID(A1:A4,$B$2#)"),
  ],
  [
    "=METALS.PRICE(Sheet1!A1,A1)",
    "'FY 24'!$C$1,'FY 24'!$A$1,'FY 24'!$A$1",
    home("FY 24", "C1", "=METALS.PRICE('FY 24'!A1,A1)"),
  ],
  ["=METALS.PRICE(A1,B1)", "Other!$C$1,Sheet1!$A$1,Other!$B$1", home("Other", "C1", "=METALS.PRICE(Sheet1!A1,B1)")],
])("%s with %s is followed", (formula, references, expected) => {
  expect(follow(home("Sheet1", "C1", formula), `=IF(TRUE,"${CHECK}",SUM(${references}))`)).toEqual(expected);
});

test.each([
  ["#REF!,Sheet1!$A$1", "place"],
  ["Sheet1!#REF!,Sheet1!$A$1", "place"],
  ["Sheet1!$C$1,#REF!", "reference"],
  ["Sheet1!$C$1", "reference"],
])("with %s the %s is gone, and stays gone when it is written anew", (references, gone) => {
  const before = home("Sheet1", "C1", "=METALS.PRICE(A1,2024)");
  const followed = follow(before, `=IF(TRUE,"${CHECK}",SUM(${references}))`);
  expect(followed).toEqual({ ...before, gone });
  expect(follow(before, text(trackerOf(CHECK, followed, followed.gone)))).toEqual(followed);
});

test("the fingerprint is read from the formula too, which may not be calculated yet", () => {
  const tracker = text(trackerOf(CHECK, home("Sheet1", "C1", "=METALS.PRICE(A1,2024)")));
  expect([checkIn(tracker), checkIn(CHECK), checkIn('=A1&"x"')]).toEqual([CHECK, CHECK, '=A1&"x"']);
});

test("where nothing tracks it, it is where it was", () => {
  const before = home("Sheet1", "C1", "=METALS.PRICE(A1,2024)");
  for (const tracker of [CHECK, "", 5, "=A1", '=IF(TRUE,"x",1)']) expect(follow(before, tracker)).toEqual(before);
  expect([isTracker(CHECK), isTracker("=IF(TRUE,1,SUM(A1))"), isTracker(text(trackerOf(CHECK, before)))]).toEqual([
    false,
    false,
    true,
  ]);
});

test("what is too long for a formula, or breaks Excel's grammar, is not tracked", () => {
  const many = Array.from({ length: 300 }, (_, i) => `A${i + 1}`).join(",");
  expect([
    trackerOf(CHECK, home("Sheet1", "C1", `=SUM(${many})`)),
    trackerOf(CHECK, home("Sheet1", "C1", "=METALS.PRICE(")),
  ]).toEqual([CHECK, CHECK]);
});
