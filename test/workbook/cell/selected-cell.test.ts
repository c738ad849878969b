import { excelWorkbook } from "../../../src/workbook/excel-workbook";
import { areaAt } from "../../../workbench/page/address";
import { openExcel } from "../excel";

/** What our functions would give. */
const evaluate = (formula: string) =>
  Promise.resolve(
    formula.startsWith("=METALS.SERIES")
      ? [
          ["Period", "Value"],
          [2023, 1],
        ]
      : 7,
  );

function selected(api?: string) {
  const excel = openExcel({ evaluate, ...(api ? { api } : {}) });
  return {
    excel,
    select: (address: string) => excel.workbook.selection.select(areaAt(excel.workbook, address)),
    read: () => excelWorkbook().selectedCell(),
  };
}

const noCall = () => undefined;

test("the arguments of a call are read from the cells it refers to, on other sheets too", async () => {
  const { excel, select, read } = selected();
  excel.addSheet("Q2 data");
  await excel.enter("A1", [["copper"]]);
  await excel.enter("'Q2 data'!B2", [[2024, 2025]]);
  await excel.enter("C1", [["=METALS.IMPORTS(A1,'Q2 data'!B2)+SUM(METALS.GRID(\"imports\",A1,'Q2 data'!B2:C2))"]]);
  select("C1");
  const cell = await read();
  expect(cell).toMatchObject({ value: 7, place: { sheet: "Sheet1", row: 0, column: 2 } });
  expect(cell.calls.map((call) => cell.argumentsOf(call, noCall))).toEqual([
    [[["copper"]], [[2024]]],
    ["imports", [["copper"]], [[2024, 2025]]],
  ]);
});

test("a cell that a formula spills into leads to that formula", async () => {
  const { excel, select, read } = selected();
  await excel.enter("B2", [['=METALS.SERIES("imports","copper",,,,,1)']]);
  await excel.values("B2");
  select("C3");
  const cell = await read();
  expect(cell).toMatchObject({
    value: 1,
    anchor: { row: 1, column: 1 },
    place: { row: 2, column: 2 },
    knowsSpills: true,
  });
  expect(cell.calls.map(({ id }) => id)).toEqual(["METALS.SERIES"]);
});

test("an Excel that does not know spills is said not to", async () => {
  const { excel, select, read } = selected("1.9");
  await excel.enter("A1", [[5]]);
  select("A1");
  expect(await read()).toMatchObject({ knowsSpills: false, formula: "", calls: [] });
});

test("names, sheets that are gone and whole columns are left to Excel", async () => {
  const { excel, select, read } = selected();
  await excel.enter("A1", [["=METALS.IMPORTS(metal,2024)+METALS.IMPORTS(Gone!A1,2024)+METALS.IMPORTS(B:B,2024)"]]);
  select("A1");
  const cell = await read();
  expect(cell.calls.map((call) => cell.argumentsOf(call, noCall))).toEqual([undefined, undefined, undefined]);
});
