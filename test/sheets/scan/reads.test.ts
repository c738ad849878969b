import type { AuditEntry } from "../../../src/sheets/audit/entry";
import { mayRead, readsOf, SheetScan, WorkbookScan } from "../../../src/sheets/scan";
import { planShare } from "../../../src/sheets/share/plan";

const sheet = (id: string, name: string) =>
  new SheetScan({ id, name, visibility: "Visible", isProtected: false }, undefined, []);
const [first, second] = [sheet("1", "Sheet1"), sheet("2", "Q2's data")];
const names = [
  { name: "Total", sheetId: undefined, formula: "=SUM('Q2''s data'!$B$2:$B$9)" },
  { name: "Rate", sheetId: undefined, formula: "=0.5" },
  { name: "Loop", sheetId: undefined, formula: "=Loop" },
  { name: "Spilled", sheetId: undefined, formula: "='Q2''s data'!$B$3#" },
  { name: "Cell", sheetId: undefined, formula: "='Q2''s data'!$B$3" },
  { name: "Relative", sheetId: undefined, formula: "='Q2''s data'!A1" },
  { name: "Dynamic", sheetId: undefined, formula: "=OFFSET('Q2''s data'!$A$1,0,0,9,1)" },
  { name: "Fn", sheetId: undefined, formula: "=LAMBDA(x,x*'Q2''s data'!$B$3)" },
  { name: "Inner", sheetId: "2", formula: "='Q2''s data'!$B$3" },
  { name: "Outer", sheetId: "2", formula: "=Inner*2" },
  { name: "Macro", sheetId: undefined, formula: '=EVALUATE("x")' },
];
const tables = [
  {
    name: "Metals",
    sheetId: "2",
    area: { row: 1, column: 1, rows: 4, columns: 2 },
    hasHeaders: true,
    hasTotals: false,
  },
];
const scan = new WorkbookScan([first, second], names, tables);
/** 'Q2''s data'!B3 */
const place = { sheetId: "2", sheet: "Q2's data", row: 2, column: 1, rows: 1, columns: 1 };

test.each([
  "='Q2''s data'!B3",
  "='Q2''s data'!A1:C9",
  "=SUM('q2''s data'!B:B)",
  "=IF(A1>1,-'Q2''s data'!$B$3%,2)",
  "=Total+1",
  '=INDIRECT("x")',
  "=OFFSET(A1,1,1)",
  "=Metals[Year]",
  "=SUM(Metals)",
  "=Loop",
  "=1+",
  "=SUM(Sheet1:'Q2''s data'!A1)",
  "=SUM(A1:INDEX(A:A,9))",
  // Over several sheets.
  "=SUM('Q 1:Q2''s data'!B3)",
  "=SUM('Q 1:Q 3'!A1)",
  "=SUM('Sheet1:Q2''s data'!$B$3)",
  "=SUM('Sheet1:Q2''s data'!B:B)",
  "=AVERAGE('Jan 2024:Dec 2024'!B3,1)",
  "=SUM('1:3'!B3)",
  "=SUM('1月:3月'!B3)",
  "=SUM(Jan:Mar!B3)",
  "=SUM(Sheet1:Sheet3!B3)",
  // Through names.
  "=Cell",
  "=Cell#",
  "=Relative",
  "=SUM(Dynamic)",
  "=Fn(2)",
  "='Q2''s data'!Outer",
  "=[0]!Cell",
  "=Macro",
  // Ranges that functions find, and functions that look elsewhere.
  "=SUM(OFFSET(A1,1,1):B9)",
  "=INDEX('Q2''s data'!A1:C9,3,2)",
  "=INDEX('Q2''s data'!A1:C9,3,2):C9",
  "=XLOOKUP(1,A1:A9,'Q2''s data'!B1:B9):C1",
  "=CHOOSE(1,'Q2''s data'!B3,C1)",
  "=CHOOSE(1,A1,B1):C9",
  "=IF(TRUE,A1,'Q2''s data'!B3)",
  "=SWITCH(1,1,'Q2''s data'!B3)",
  "=LET(x,'Q2''s data'!B3,x+1)",
  "=LAMBDA(x,x+'Q2''s data'!B3)(1)",
  "=MAP('Q2''s data'!B2:B4,LAMBDA(v,v*2))",
  "=FILTER('Q2''s data'!A1:C9,'Q2''s data'!A1:A9>0)",
  '=CELL("contents")',
  '=GETPIVOTDATA("Value",A1)',
  "=TABLE(,A1)",
  "=_xlfn.ANCHORARRAY('Q2''s data'!B3)",
  "=@'Q2''s data'!B:B",
  "='Q2''s data'!A:B 'Q2''s data'!3:3",
  "=SUM((A1,'Q2''s data'!B3))",
  // A sheet that nobody knows.
  "=Gone!B3",
  // Tables by every part.
  "=Metals[#All]",
  "=Metals[[#Headers],[Year]]",
  "=Metals[[Year]:[Value]]",
  "=Metals[[#This Row],[Year]]",
  "=Metals[@Year]",
  "=SUM(Metals[[#Totals],[Value]])",
  "=Unknown[Year]",
])("%s may read it", (formula) => {
  expect(mayRead(readsOf(scan, first, formula), place)).toBe(true);
});

test.each([
  "=[Book2.xlsx]Sheet1!B3",
  "='C:\\data\\[Book 2.xlsx]Q 1:Q 3'!B3",
  "=Book2.xlsx!Cell",
  "=Book2.xlsx!Metals[Year]",
])("%s reads another workbook only", (formula) => {
  const reads = readsOf(scan, first, formula);
  expect([mayRead(reads, place), reads.links]).toEqual([false, true]);
});

test.each(["=B3", "='Q2''s data'!B4", "=SUM('Q2''s data'!C:D)", "=Rate", "=\"'Q2''s data'!B3\"", "=SUM(1,2)"])(
  "%s does not",
  (formula) => {
    expect(mayRead(readsOf(scan, first, formula), place)).toBe(false);
  },
);

test.each([
  "=Cell#",
  "=_xlfn.ANCHORARRAY('Q2''s data'!B3)",
  "=SUM('Q2''s data'!B3#)",
  "='Q2''s data'!$B$3#*2",
  "=Spilled",
  "=ROWS(Spilled)",
])("%s needs what spills from it to spill", (formula) => {
  expect(readsOf(scan, first, formula).spills).toMatchObject([{ sheetId: "2", row: 2, column: 1 }]);
});

test.each(["='Q2''s data'!B3", "=Total+1", '="B3#"', "=Loop", "=1+"])("%s does not", (formula) => {
  expect(readsOf(scan, first, formula).spills).toEqual([]);
});

test("a reference without a sheet is to the formula's own", () => {
  expect(mayRead(readsOf(scan, second, "=B3"), place)).toBe(true);
});

test("what is not one block of cells is refused", () => {
  expect(planShare(scan, [], undefined).obstacles).toEqual([{ reason: "selection" }]);
});

test("many missing figures among many formulas are planned at once", () => {
  const rows = Array.from({ length: 1500 }, (_, row) => row);
  const formulas = rows.map((row) => ['=REE.QUOTA(2025,"mining")', `=SUM(C${row + 1}:D${row + 1})*2`]);
  const used = { row: 0, column: 0, rows: rows.length, columns: 2 };
  const many = new SheetScan({ id: "1", name: "Sheet1", visibility: "Visible", isProtected: false }, used, [
    { ...used, formulas, values: rows.map(() => ["#N/A", 1]) },
  ]);
  const entries = rows.map(
    (row) =>
      ({
        kind: "formula",
        place: { sheetId: "1", sheet: "Sheet1", row, column: 0, rows: 1, columns: 1 },
        formula: formulas[row]![0],
        value: { error: "#N/A" },
        state: "error",
      }) as AuditEntry,
  );
  const { told, kept } = planShare(new WorkbookScan([many], [], []), entries, { kind: "workbook" });
  expect([told.length, kept]).toEqual([rows.length, []]);
});

test.each(["=SUM('Q 1:Q 3'!A1)", "=SUM('Q 1:Q2''s data'!A1,1)"])("Share leaves an error that %s reads", (formula) => {
  const used = { row: 0, column: 0, rows: 1, columns: 2 };
  const asks = new SheetScan({ id: "1", name: "Q 2", visibility: "Visible", isProtected: false }, used, [
    { ...used, formulas: [['=REE.QUOTA(2025,"mining")', formula]], values: [["#N/A", "#N/A"]] },
  ]);
  const entry = {
    kind: "formula",
    place: { sheetId: "1", sheet: "Q 2", row: 0, column: 0, rows: 1, columns: 1 },
    formula: '=REE.QUOTA(2025,"mining")',
    value: { error: "#N/A" },
    state: "error",
  } as AuditEntry;
  const { conversions, told, kept } = planShare(new WorkbookScan([asks], [], []), [entry], { kind: "workbook" });
  expect([conversions[0]?.values, told]).toEqual([[[{ error: "#N/A" }]], []]);
  expect(kept).toMatchObject([{ reader: { kind: "formula", place: { column: 1 } } }]);
});
