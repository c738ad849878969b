import type { AuditEntry } from "../../../src/sheets/audit/entry";
import { SheetScan, WorkbookScan } from "../../../src/sheets/scan";
import { planShare } from "../../../src/sheets/share/plan";
import { mayRead, readsOf } from "../../../src/sheets/share/readers";

const sheet = (id: string, name: string) =>
  new SheetScan({ id, name, visibility: "Visible", isProtected: false }, undefined, []);
const [first, second] = [sheet("1", "Sheet1"), sheet("2", "Q2's data")];
const names = [
  { name: "Total", sheetId: undefined, formula: "=SUM('Q2''s data'!$B$2:$B$9)" },
  { name: "Rate", sheetId: undefined, formula: "=0.5" },
  { name: "Loop", sheetId: undefined, formula: "=Loop" },
  { name: "Spilled", sheetId: undefined, formula: "='Q2''s data'!$B$3#" },
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
])("%s may read it", (formula) => {
  expect(mayRead(readsOf(scan, first, formula), place)).toBe(true);
});

test.each(["=B3", "='Q2''s data'!B4", "=SUM('Q2''s data'!C:D)", "=Rate", "=\"'Q2''s data'!B3\"", "=SUM(1,2)"])(
  "%s does not",
  (formula) => {
    expect(mayRead(readsOf(scan, first, formula), place)).toBe(false);
  },
);

test.each(["=SUM('Q2''s data'!B3#)", "='Q2''s data'!$B$3#*2", "=Spilled", "=ROWS(Spilled)"])(
  "%s needs what spills from it to spill",
  (formula) => {
    expect(readsOf(scan, first, formula).spills).toMatchObject([{ sheetId: "2", row: 2, column: 1 }]);
  },
);

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
