import { callsIn, type Value } from "../../../src/sheets/formula";
import { argumentsAt, SheetScan, WorkbookScan, type NameScan, type TableScan } from "../../../src/sheets/scan";

const data = [
  ["Metal", "Year", ""],
  ["copper", 2023, 1],
  ["zinc", 2024, 2],
];
const sheet = (
  id: string,
  name: string,
  values: unknown[][],
  spills: readonly { row: number; column: number; rows: number; columns: number }[] = [],
) => {
  const used = { row: 0, column: 0, rows: values.length, columns: values[0]!.length };
  return new SheetScan(
    { id, name, visibility: "Visible", isProtected: false },
    used,
    [{ ...used, formulas: values, values }],
    spills,
  );
};
const first = sheet("1", "Sheet1", data, [{ row: 1, column: 1, rows: 2, columns: 1 }]);
const second = sheet("2", "Q2's data", [["lead"]]);
const tables: TableScan[] = [
  {
    name: "Metals",
    sheetId: "1",
    area: { row: 0, column: 0, rows: 3, columns: 2 },
    hasHeaders: true,
    hasTotals: false,
  },
];
const names: NameScan[] = [
  { name: "Metal", sheetId: undefined, formula: "=Sheet1!$A$2" },
  { name: "Metal", sheetId: "2", formula: "='Q2''s data'!$A$1" },
  { name: "Relative", sheetId: undefined, formula: "=Sheet1!A2" },
  { name: "Loop", sheetId: undefined, formula: "=Loop" },
  { name: "Nested", sheetId: undefined, formula: '=METALS.LATEST("price",Metal)' },
];
const scan = new WorkbookScan([first, second], names, tables);
const call = (id: string, args: readonly Value[]): Value | undefined =>
  id === "METALS.LATEST" ? `${id} ${JSON.stringify(args)}` : undefined;

/** The arguments of a call in row 3 of a sheet. */
const resolved = (args: string, on = first) =>
  argumentsAt(scan, { sheet: on, row: 2, column: 5 }, callsIn(`=METALS.X(${args})`)[0]!, call);

test.each<[string, Value[]]>([
  ['"copper",2024', ["copper", 2024]],
  ["A2,,$B$3", ["copper", null, 2024]],
  [
    "a2:B3",
    [
      [
        ["copper", 2023],
        ["zinc", 2024],
      ],
    ],
  ],
  ["'Q2''s data'!A1", ["lead"]],
  ["D9", [null]],
  ['A2&" ore"', ["copper ore"]],
  ["Metal", ["copper"]],
  ["Nested", ['METALS.LATEST ["price","copper"]']],
  ["Metals[Year]", [[[2023], [2024]]]],
  [
    "Metals",
    [
      [
        ["copper", 2023],
        ["zinc", 2024],
      ],
    ],
  ],
  ["Metals[@Metal]", ["zinc"]],
  ["B2#", [[[2023], [2024]]]],
  ["Sheet1!B2#,1", [[[2023], [2024]], 1]],
])("%s", (args, values) => {
  expect(resolved(args)).toEqual(values);
});

test("a sheet's own name comes before the workbook's", () => {
  expect(resolved("Metal", second)).toEqual(["lead"]);
});

test.each(["Relative", "Loop", "[1]Sheet1!A1", "SUM(A1)", "Missing!A1", "Unknown", "Metals[Price]"])(
  "%s is left to Excel",
  (args) => {
    expect(resolved(args)).toBeUndefined();
  },
);

test("a whole column ends where the sheet does", () => {
  expect(resolved("B:B")).toEqual([[["Year"], [2023], [2024]]]);
});
