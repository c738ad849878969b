import { scanWorkbook } from "../../../src/workbook/scan/scan";
import type { OrebookFormula, WorkbookScan } from "../../../src/sheets/scan";
import type { Area } from "../../../workbench/host/a1";
import { openExcel } from "../excel";

const rangeOf = (sheet: string, row: number, column: number, rowCount = 1, columnCount = 1): Area => ({
  sheet,
  row,
  column,
  rowCount,
  columnCount,
});

/** What the cells would show if Excel computed them. */
const evaluate = (formula: string) =>
  Promise.resolve(
    formula.startsWith("=METALS.SERIES")
      ? [
          [2023, 1],
          [2024, 2],
        ]
      : formula.startsWith("=SEQUENCE")
        ? [[2023], [2024]]
        : 7,
  );

const found = (scan: WorkbookScan) =>
  [...scan.orebookFormulas()].map(({ sheet, row, column, formula, value, area }) => ({
    at: `${sheet.name} ${row} ${column}`,
    formula,
    value,
    size: [area.rows, area.columns],
  }));

test("every formula that calls Orebook is found, with its sheet, its value and what it fills", async () => {
  const excel = openExcel({ evaluate });
  excel.addSheet(`Q2's "data" (数据)`);
  await excel.enter("Sheet1!B2", [
    ['=METALS.IMPORTS("copper",2024)', "=SUM(1,2)"],
    ["text", 5],
  ]);
  await excel.enter(`'Q2''s "data" (数据)'!C5`, [['=METALS.SERIES("imports","copper")']]);
  expect(found(await scanWorkbook())).toEqual([
    { at: "Sheet1 1 1", formula: '=METALS.IMPORTS("copper",2024)', value: 7, size: [1, 1] },
    { at: `Q2's "data" (数据) 4 2`, formula: '=METALS.SERIES("imports","copper")', value: 2023, size: [2, 2] },
  ]);
});

test("cells that a formula spills over hold nothing of their own but show its values", async () => {
  const excel = openExcel({ evaluate });
  await excel.enter("A1", [['=METALS.SERIES("imports","copper")']]);
  const sheet = (await scanWorkbook()).sheets[0]!;
  expect([sheet.value(1, 1), sheet.formula(1, 1), sheet.formula(0, 0)]).toEqual([
    2,
    undefined,
    '=METALS.SERIES("imports","copper")',
  ]);
  expect([...sheet.formulaCells()].length).toBe(1);
});

test("a build of Excel that shows the formula in every cell it fills gives the formula once", async () => {
  const excel = openExcel({ evaluate });
  await excel.enter("A1", [['=METALS.SERIES("imports","copper")']]);
  await excel.enter("D1", [['=METALS.PRICE("copper",2024)', '=METALS.PRICE("copper",2024)']]);
  const { cells } = excel.workbook;
  const formulas = cells.formulas.bind(cells);
  // The answer of the other builds, laid over this one's.
  cells.formulas = (area) =>
    formulas(area).map((row, r) =>
      row.map((formula, c) =>
        cells.spillParent(rangeOf(area.sheet, area.row + r, area.column + c))
          ? '=METALS.SERIES("imports","copper")'
          : formula,
      ),
    );
  expect(found(await scanWorkbook()).map(({ at, size }) => [at, size])).toEqual([
    ["Sheet1 0 0", [2, 2]],
    ["Sheet1 0 3", [1, 1]],
    ["Sheet1 0 4", [1, 1]],
  ]);
});

test("formulas that reach Orebook through defined names are found, the names named", async () => {
  const excel = openExcel({ evaluate });
  const other = excel.addSheet("Other");
  const name = { scope: null, comment: "", visible: true };
  excel.workbook.names.set({ ...name, name: "CopperPrice", refersTo: '=METALS.PRICE("copper",2024)' });
  excel.workbook.names.set({ ...name, name: "Twice", refersTo: "=2*CopperPrice" });
  excel.workbook.names.set({ ...name, name: "ByYear", refersTo: '=LAMBDA(y,METALS.PRICE("copper",y))' });
  excel.workbook.names.set({ ...name, name: "Twice", scope: other, refersTo: "=2" });
  await excel.enter("Sheet1!A1", [["=twice+1"], ["=ByYear(2024)"], ["=Other"], ["=Sheet1!A9+Twicely"]]);
  await excel.enter("Other!A1", [["=Twice"]]);
  const scan = await scanWorkbook();
  const through = ({ formula, sheet }: OrebookFormula) =>
    scan.names.leadingFrom(formula, sheet.id).map((each) => each.name);
  expect([...scan.orebookFormulas()].map((one) => [one.formula, through(one)])).toEqual([
    ["=twice+1", ["Twice"]],
    ["=ByYear(2024)", ["ByYear"]],
  ]);
});

test("protection, visibility, tables and empty sheets are known", async () => {
  const excel = openExcel({ evaluate });
  const hidden = excel.addSheet("Hidden");
  excel.workbook.sheets.change(hidden, { visibility: "VeryHidden", isProtected: true });
  await excel.enter("Sheet1!B2", [
    ["Year", "Value"],
    [2024, 1],
  ]);
  excel.workbook.tables.add(rangeOf(excel.workbook.sheets.list()[0]!.id, 1, 1, 2, 2), true);
  const scan = await scanWorkbook();
  expect(scan.sheets.map(({ name, visibility, isProtected, used }) => [name, visibility, isProtected, used])).toEqual([
    ["Sheet1", "Visible", false, { row: 1, column: 1, rows: 2, columns: 2 }],
    ["Hidden", "VeryHidden", true, undefined],
  ]);
  expect(scan.table("TABLE1")).toMatchObject({
    area: { row: 1, column: 1, rows: 2, columns: 2 },
    hasHeaders: true,
    hasTotals: false,
  });
});

test("a text that only looks like a formula is none", async () => {
  const excel = openExcel({ evaluate });
  await excel.enter("A1", [["'=METALS.PRICE(1)"]]);
  expect(found(await scanWorkbook())).toEqual([]);
});

test("errors are errors, texts are texts, empty cells are nothing", async () => {
  const excel = openExcel({ evaluate: () => Promise.resolve({ error: "#N/A" }) });
  await excel.enter("A1", [["=METALS.PRICE()", "#BUSY?", "", true, 0]]);
  const sheet = (await scanWorkbook()).sheets[0]!;
  expect(sheet.values({ row: 0, column: 0, rows: 1, columns: 5 })).toEqual([
    [{ error: "#N/A" }, "#BUSY?", null, true, 0],
  ]);
});

describe("large workbooks", () => {
  const rows = 600;
  const fill = async (excel: ReturnType<typeof openExcel>) => {
    await excel.enter(
      `A1:BH${rows}`,
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: 60 }, (__, c) => (c === 7 ? "=METALS.PRICE()" : r * 60 + c)),
      ),
    );
  };

  test("are read in parts, and progress is told to the end", async () => {
    const excel = openExcel({ evaluate });
    await fill(excel);
    const told: number[] = [];
    const scan = await scanWorkbook({ onProgress: ({ done, total }) => told.push(done / total) });
    expect(found(scan).length).toBe(rows);
    expect(scan.sheets[0]!.value(rows - 1, 59)).toBe(rows * 60 - 1);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  test("whose answers are too large for Excel on the web are read in smaller parts", async () => {
    const excel = openExcel({ evaluate, responseLimit: 60_000 });
    await fill(excel);
    const scan = await scanWorkbook();
    expect(found(scan).length).toBe(rows);
    expect(scan.sheets[0]!.values({ row: 300, column: 0, rows: 1, columns: 3 })).toEqual([[18000, 18001, 18002]]);
  });

  test("can be cancelled: the reason comes back and nothing more is asked", async () => {
    const excel = openExcel({ evaluate });
    await fill(excel);
    const before = excel.requests();
    const cancel = new AbortController();
    const scanning = scanWorkbook({ signal: cancel.signal, onProgress: ({ done }) => done > 0 && cancel.abort() });
    await expect(scanning).rejects.toMatchObject({ name: "AbortError" });
    expect(excel.requests() - before).toBeLessThanOrEqual(5);
  });
});

test("an Excel without dynamic arrays is not asked about spills", async () => {
  const excel = openExcel({
    evaluate: () => Promise.resolve(1),
    api: "1.11",
    onRequest: (body) => expect(body).not.toMatch(/spill/i),
  });
  await excel.enter("A1", [['=METALS.SERIES("imports","copper")']]);
  expect(found(await scanWorkbook()).length).toBe(1);
});

test("what Excel refuses comes out as a fault of the workbook", async () => {
  openExcel({
    onRequest: () => {
      throw new Error("offline");
    },
  });
  await expect(scanWorkbook()).rejects.toMatchObject({ name: "WorkbookError", fault: "failed" });
});
