import { excelWorkbook } from "../../../src/workbook/excel-workbook";
import { areaAt } from "../../../workbench/page/address";
import { openExcel } from "../excel";

const place = (row: number, column: number, over = {}) =>
  expect.objectContaining({ sheet: "Sheet1", row, column, ...over });

test("an address is found on the active sheet, or on the one it names; where there is none, nothing is", async () => {
  const excel = openExcel();
  excel.addSheet("Q2 data");
  const { locate } = excelWorkbook();
  expect(await locate("b4")).toEqual(place(3, 1, { rows: 1, columns: 1 }));
  expect(await locate(" 'Q2 data'!$C$2:D9 ")).toEqual(place(1, 2, { sheet: "Q2 data", rows: 1, columns: 1 }));
  expect(await Promise.all(["nowhere", "Missing!A1", "XFE1", ""].map(locate))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("the values of references are read as seen from a sheet; what the workbook lacks is undefined", async () => {
  const excel = openExcel();
  excel.addSheet("Other");
  await excel.enter("A1", [["copper"], ["zinc"]]);
  await excel.enter("Other!A1", [[2024]]);
  const { valuesOf } = excelWorkbook();
  expect(await valuesOf(["$A$1:A2", "other!A1", "Gone!A1", "B9"], "Sheet1")).toEqual([
    [["copper"], ["zinc"]],
    [[2024]],
    undefined,
    [[null]],
  ]);
  expect(await valuesOf(["A1"], "Other")).toEqual([[[2024]]]);
  expect(await valuesOf([], "Sheet1")).toEqual([]);
});

test("filled cells to the left and above are neighbours, the nearest first", async () => {
  const excel = openExcel();
  await excel.enter("A5", [["copper", "", "", "right"]]);
  await excel.enter("C1", [[2024], [""], [""], ["ore"]]);
  const at = (await excelWorkbook().locate("C5"))!;
  const found = await excelWorkbook().neighbours(at);
  expect(found.map(({ place: { row, column }, value }) => [row, column, value])).toEqual([
    [3, 2, "ore"],
    [4, 0, "copper"],
    [0, 2, 2024],
  ]);
  expect(await excelWorkbook().neighbours((await excelWorkbook().locate("A1"))!)).toEqual([]);
});

test("the selection is read whole", async () => {
  const excel = openExcel();
  excel.workbook.selection.select(areaAt(excel.workbook, "B2:C5"));
  expect(await excelWorkbook().selection()).toEqual(place(1, 1, { rows: 4, columns: 2 }));
});
