import { SheetScan, WorkbookScan } from "../../../src/workbook/scan";
import { planShare } from "../../../src/workbook/share/plan";
import { mayRead } from "../../../src/workbook/share/readers";

const sheet = (id: string, name: string) => new SheetScan({ id, name, visibility: "Visible", isProtected: false }, undefined, []);
const [first, second] = [sheet("1", "Sheet1"), sheet("2", "Q2's data")];
const names = [{ name: "Total", sheetId: undefined, formula: "=SUM('Q2''s data'!$B$2:$B$9)" }, { name: "Rate", sheetId: undefined, formula: "=0.5" }, { name: "Loop", sheetId: undefined, formula: "=Loop" }];
const tables = [{ name: "Metals", sheetId: "2", area: { row: 1, column: 1, rows: 4, columns: 2 }, hasHeaders: true, hasTotals: false }];
const scan = new WorkbookScan([first, second], names, tables);
/** 'Q2''s data'!B3 */
const place = { sheetId: "2", sheet: "Q2's data", row: 2, column: 1, rows: 1, columns: 1 };

test.each(["='Q2''s data'!B3", "='Q2''s data'!A1:C9", "=SUM('q2''s data'!B:B)", "=IF(A1>1,-'Q2''s data'!$B$3%,2)", "=Total+1", "=INDIRECT(\"x\")", "=OFFSET(A1,1,1)", "=Metals[Year]", "=SUM(Metals)", "=Loop", "=1+"])("%s may read it", (formula) => {
  expect(mayRead(scan, first, formula, place)).toBe(true);
});

test.each(["=B3", "='Q2''s data'!B4", "=SUM('Q2''s data'!C:D)", "=Rate", "=\"'Q2''s data'!B3\"", "=SUM(1,2)"])("%s does not", (formula) => {
  expect(mayRead(scan, first, formula, place)).toBe(false);
});

test("a reference without a sheet is to the formula's own", () => {
  expect(mayRead(scan, second, "=B3", place)).toBe(true);
});

test("what is not one block of cells is refused", () => {
  expect(planShare(scan, [], undefined).obstacles).toEqual([{ reason: "selection" }]);
});
