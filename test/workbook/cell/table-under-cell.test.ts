/**
 * The inserted table under the selected cell, in Excel's object model.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { excelWorkbook } from "../../../src/workbook/excel-workbook";
import { insertTable } from "../../../src/workbook/insert/insert-table";
import { areaAt } from "../../../workbench/page/address";
import { openBench, type Bench } from "../refresh/bench";

let bench: Bench;

beforeEach(async () => {
  bench = await openBench();
  const { sheet, row, column } = areaAt(bench.workbook, "B2");
  await insertTable(
    bench.session(),
    { recipe: "metal-prices", arguments: {}, mode: "values" },
    { sheetId: sheet, sheet: "Sheet1", row, column, rows: 1, columns: 1 },
    false,
  );
});

async function under(address: string) {
  bench.workbook.selection.select(areaAt(bench.workbook, address));
  return (await excelWorkbook().selectedCell()).table;
}

test("a cell of an inserted table leads to the table and its place there", async () => {
  expect(await under("C6")).toMatchObject({ table: { recipe: "metal-prices", mode: "values" }, row: 4, column: 1 });
  expect(await under("B2")).toMatchObject({ row: 0, column: 0 });
});

test("what its cells hold now comes along", async () => {
  await bench.enter("C6", [[1]]);
  const found = (await under("C7"))!;
  expect([found.sheet.value(5, 2), found.sheet.value(4, 1), found.area.row]).toEqual([1, "Year", 1]);
});

test("a cell beside it belongs to none, nor does any of a sheet without tables", async () => {
  expect(await under("A1")).toBeUndefined();
  expect(await under("B90")).toBeUndefined();
});

test("a formula of Orebook within the table speaks for itself", async () => {
  await bench.enter("C6", [['=METALS.PRICE("copper",2012)']]);
  expect(await under("C6")).toBeUndefined();
});
