/** However a formula reaches another one's answer: it is told with the right number, or told to be Excel's to say. */
import { Dataset } from "../../../src/dataset/dataset";
import type { Session } from "../../../src/functions";
import { createSession } from "../../../src/functions/languages";
import { auditFormulas } from "../../../src/sheets/audit/audit";
import { findChanges, type FormulaChanges } from "../../../src/sheets/refresh/formulas/formula-changes";
import { SheetScan, WorkbookScan, type NameScan, type TableScan } from "../../../src/sheets/scan";
import { secondRelease } from "../../update/releases";

const PERIOD = '=METALS.LATEST("imports","copper",,"period")';
const OLD = 67330000000;
const NEWER = 70000000000;

let newest: Session;
beforeAll(() => {
  newest = createSession(new Dataset(secondRelease()), { addinVersion: "0.1.0" });
});

type Rows = readonly (readonly (string | number)[])[];

/** What a formula shows is what it showed in R1. */
function sheet(id: string, name: string, rows: Rows): SheetScan {
  const columns = Math.max(...rows.map(({ length }) => length));
  const formulas = rows.map((row) => Array.from({ length: columns }, (_, i) => row[i] ?? ""));
  const values = formulas.map((row) => row.map((cell) => (String(cell).startsWith("=") ? 2024 : cell)));
  const used = { row: 0, column: 0, rows: rows.length, columns };
  return new SheetScan({ id, name, visibility: "Visible", isProtected: false }, used, [{ ...used, formulas, values }]);
}

const names: NameScan[] = [
  { name: "Period", sheetId: undefined, formula: "='Q 2'!$A$2" },
  { name: "Relative", sheetId: undefined, formula: "='Q 2'!A2" },
  { name: "Dynamic", sheetId: undefined, formula: "=OFFSET('Q 2'!$A$1,1,0,1,1)" },
  { name: "Fn", sheetId: undefined, formula: "=LAMBDA(x,x+'Q 2'!$A$2-x)" },
  { name: "Inner", sheetId: "q2", formula: PERIOD },
  { name: "Outer", sheetId: "q2", formula: "=Inner" },
  { name: "Loop", sheetId: undefined, formula: "=Loop" },
];
const tables: TableScan[] = [
  {
    name: "Facts",
    sheetId: "q2",
    area: { row: 0, column: 0, rows: 2, columns: 2 },
    hasHeaders: true,
    hasTotals: false,
  },
];

/** Sheets Q 1 to Q 3, of which Q 2 has a table with the answer in A2, and one with the formulas that are tried. */
function workbook(...tried: readonly (string | number)[]): WorkbookScan {
  return new WorkbookScan(
    [
      sheet("s", "Sheet1", [[...tried]]),
      sheet("q1", "Q 1", [
        ["", ""],
        [0, 0],
      ]),
      sheet("q2", "Q 2", [
        ["Period", "More"],
        [PERIOD, 1],
      ]),
      sheet("q3", "Q 3", [
        ["", ""],
        [0, 0],
      ]),
    ],
    names,
    tables,
  );
}

const changes = (scan: WorkbookScan): Promise<FormulaChanges> =>
  findChanges(scan, { ...newest, standing: { release: "R1" } }, { ...newest, standing: { release: "R2" } });

/** Ways to the answer, each worth 2024 in R1 and 2025 in R2. */
const WAYS = [
  "'Q 2'!A2",
  "'Q 2'!$A$2*1",
  "SUM('Q 2'!A2)",
  "SUM('Q 1:Q 3'!A2)",
  "SUM('Q 1:Q 2'!A2,0)",
  "SUM(Sheet1:Sheet9!A2)",
  "INDIRECT(\"'Q 2'!A2\")",
  'INDIRECT("\'Q "&2&"\'!A2")',
  "OFFSET('Q 2'!A1,1,0)",
  "SUM(OFFSET('Q 2'!$A$1,0,0,2,1))",
  "CHOOSE(1,'Q 2'!A2,5)",
  "SUM(CHOOSE(1,'Q 2'!A1,1):'Q 2'!A2)",
  "INDEX('Q 2'!A1:A2,2)",
  "SUM('Q 2'!A1:INDEX('Q 2'!A:A,2))",
  "MAX('Q 2'!A:A)",
  "MAX('Q 2'!2:2)",
  "XLOOKUP(\"Period\",'Q 2'!A1:B1,'Q 2'!A2:B2)",
  "VLOOKUP(9999,'Q 2'!A1:B2,1)",
  "LET(x,'Q 2'!A2,x)",
  "LAMBDA(x,x)('Q 2'!A2)",
  "@'Q 2'!A2:A2",
  "Period",
  "Relative",
  "Dynamic",
  "SUM(Dynamic)",
  "Fn(1)",
  "'Q 2'!Outer",
  "'Q 2'!Inner",
  "Facts[Period]",
  "SUM(Facts[Period])",
  "SUM(Facts[[Period]:[More]])-1",
  "MAX(Facts[#All])",
  "MAX(Facts[#Data])",
  "MAX(Facts)",
  "SUM(Facts[[#Data],[Period]])",
  "INDEX(Facts[[Period]:[More]],1,1)",
  "INDEX(Facts,1,1)",
  "SUMIFS(Facts[Period],Facts[More],1)",
  "XLOOKUP(1,Facts[More],Facts[Period])",
  "FILTER(Facts[Period],Facts[More]=1)",
  "SUMPRODUCT(Facts[More]*Facts[Period])",
  "IF('Q 2'!B2=1,'Q 2'!A2,0)",
  "IFERROR('Q 2'!A2,0)",
  "('Q 2'!A2,'Q 2'!A2)",
  "'Q 2'!A:A 'Q 2'!2:2",
  "SUM('Q 2'!A2#)",
  "_xlfn.ANCHORARRAY('Q 2'!A2)",
  "[Book2.xlsx]Sheet1!A1",
  "'C:\\[Book 2.xlsx]Q 1:Q 3'!A1",
  "Book2.xlsx!Period",
  "Book2.xlsx!Facts[Period]",
  "EVALUATE(\"'Q 2'!A2\")",
];

describe.each(WAYS)("by way of %s", (way) => {
  const isTold = ({ changed, untold }: FormulaChanges, address: string) => {
    const change = changed.find((one) => one.address === address);
    if (!change) return untold.some((one) => one.address === address);
    return change.old === OLD && change.new === NEWER;
  };

  test("in the argument itself", async () => {
    expect(isTold(await changes(workbook(`=METALS.IMPORTS("copper",${way})`)), "Sheet1!A1")).toBe(true);
  });

  test("in a cell, and in a cell behind that one", async () => {
    const found = await changes(
      workbook(`=${way}`, "=A1", '=METALS.IMPORTS("copper",A1)', '=METALS.IMPORTS("copper",B1)'),
    );
    expect([isTold(found, "Sheet1!C1"), isTold(found, "Sheet1!D1")]).toEqual([true, true]);
  });

  test("beside a call that stays as it is", async () => {
    const { changed, untold } = await changes(workbook(`=ROUND(METALS.IMPORTS("copper",2012),0)+SUM(${way})`));
    const whole = changed.filter(({ address, part }) => address === "Sheet1!A1" && part === undefined);
    const told = [...untold, ...changed].filter(({ address }) => address === "Sheet1!A1");
    expect([whole, told.length]).toEqual([[], 1]);
  });
});

test.each([
  '=METALS.IMPORTS("copper",2012)',
  '=ROUND(METALS.IMPORTS("copper",2012),0)',
  "=METALS.IMPORTS(\"copper\",'Q 1'!A2+2012)",
  "=SUM('Q 1'!A2:B2)+METALS.IMPORTS(\"copper\",2012)",
  "=IFERROR(METALS.IMPORTS(\"copper\",2012),'Q 3'!A2)",
])("%s looks at nothing that changes, and is not told", async (formula) => {
  const { changed, untold } = await changes(workbook(formula));
  expect([changed.map(({ address }) => address), untold]).toEqual([["'Q 2'!A2"], []]);
});

test.each(["='Q 2'!Outer", "='Q 2'!Inner", "='Q 2'!Outer+1", "=SUM('Q 2'!Outer)"])(
  "%s, through names of another sheet, is found by Audit and Refresh alike",
  async (formula) => {
    const scan = workbook(formula);
    const asked = [...scan.orebookFormulas()].filter(({ sheet: { name } }) => name === "Sheet1");
    const [entry] = await auditFormulas({ ...newest, standing: { release: "R1" } }, scan, asked);
    expect([entry?.question, entry?.figures.map(({ period }) => period)]).toEqual([
      expect.stringMatching(/imports of copper.*2024$/),
      ["2024"],
    ]);
    const change = (await changes(scan)).changed.find(({ address }) => address === "Sheet1!A1");
    expect(change).toMatchObject({ part: formula.includes("SUM") ? expect.any(String) : undefined });
  },
);

test("names that go round in a circle are left to Excel", async () => {
  const { untold } = await changes(workbook("=Loop", '=METALS.IMPORTS("copper",A1)'));
  expect(untold.map(({ address }) => address)).toEqual(["Sheet1!B1"]);
});
