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

describe("arguments that only Excel's own values tell", () => {
  async function open(): Promise<ReturnType<typeof selected>> {
    const opened = selected();
    const { workbook } = opened.excel;
    opened.excel.addSheet("Lists");
    await opened.excel.enter("A1", [
      ["Metal", "Year"],
      ["copper", 45809],
      ["zinc", 2024],
    ]);
    await opened.excel.enter("Lists!A1", [["lead"], ["tin"]]);
    const table = workbook.tables.add(areaAt(workbook, "A1:B3"), true);
    workbook.tables.change(table.id, { name: "Asked" });
    const [sheet, lists] = [workbook.sheets.list()[0]!.id, workbook.sheets.list()[1]!.id];
    const name = (named: string, scope: string | null, address: string) =>
      workbook.names.set({ name: named, scope, refersTo: areaAt(workbook, address), visible: true, comment: "" });
    name("Metal", null, "Sheet1!A3");
    name("Metal", lists, "Lists!A1");
    name("Own", sheet, "Lists!A2");
    return opened;
  }

  test.each<[string, string, unknown[]]>([
    ["D2", "=METALS.IMPORTS([@Metal],YEAR([@Year]))", ["copper", 2025]],
    ["D3", "=METALS.IMPORTS(Asked[@Metal],Asked[[#This Row],[Year]])", ["zinc", 2024]],
    ["F9", "=METALS.IMPORTS(Metal,2024)", ["zinc", 2024]],
    ["F9", "=METALS.IMPORTS(Lists!Metal,2024)", ["lead", 2024]],
    ["F9", "=METALS.IMPORTS(Own,2024)", ["tin", 2024]],
    ["F9", '=METALS.IMPORTS(UPPER(A2)&" ore",YEAR(B2)-1)', ["COPPER ore", 2024]],
    ["F9", "=LET(m,Lists!A1,y,B3,METALS.IMPORTS(m,y))", ["lead", 2024]],
    ["F9", "=LET(m,A2,METALS.IMPORTS(LET(m,A3,m),2024))", ["zinc", 2024]],
    ["F9", "=METALS.IMPORTS(INDEX(A2:A3,2),MAX(B3))", ["zinc", 2024]],
    ["F9", '=METALS.GRID("imports",A2:A3,B3)', ["imports", [["copper"], ["zinc"]], [[2024]]]],
    ["F9", '=METALS.GRID("imports",Lists!A:A,2024)', ["imports", [["lead"], ["tin"]], 2024]],
    ["F9", '=METALS.GRID("imports",Asked[Metal],2024)', ["imports", [["copper"], ["zinc"]], 2024]],
  ])("%s holds %s", async (address, formula, values) => {
    const { excel, select, read } = await open();
    if (address.startsWith("D"))
      excel.workbook.tables.change(excel.workbook.tables.list()[0]!.id, { area: areaAt(excel.workbook, "A1:D3") });
    await excel.enter(address, [[formula]]);
    select(address);
    const cell = await read();
    expect(cell.argumentsOf(cell.calls[0]!, noCall, 1900)).toEqual(values);
  });
});

test.each([
  ["an apostrophe before it", "General", '\'=METALS.IMPORTS("copper",2024)'],
  ["the format of text", "@", '=METALS.IMPORTS("copper",2024)'],
])("a text that reads like a formula, with %s, is told to be letters", async (_, format, entry) => {
  const { excel, select, read } = selected();
  excel.workbook.cells.setNumberFormats(areaAt(excel.workbook, "A1"), [[format]]);
  await excel.enter("A1", [[entry]]);
  select("A1");
  expect(await read()).toMatchObject({ formula: "", calls: [], isLetters: true });
});

test("a formula whose answer reads like one is none the less a formula", async () => {
  const excel = openExcel({ evaluate: () => Promise.resolve("=METALS.IMPORTS(1)") });
  await excel.enter("A1", [['=METALS.VERSION("release")']]);
  excel.workbook.selection.select(areaAt(excel.workbook, "A1"));
  expect(await excelWorkbook().selectedCell()).toMatchObject({ isLetters: false, calls: [{ id: "METALS.VERSION" }] });
});
