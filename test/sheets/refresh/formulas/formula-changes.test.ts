import { Dataset } from "../../../../src/dataset/dataset";
import type { Session } from "../../../../src/functions";
import { createSession } from "../../../../src/functions/languages";
import {
  findChanges,
  type FormulaChange,
  type FormulaChanges,
} from "../../../../src/sheets/refresh/formulas/formula-changes";
import { SheetScan, WorkbookScan, type NameScan, type TableScan } from "../../../../src/sheets/scan";
import { secondRelease } from "../../../update/releases";

let newest: Session;
beforeAll(() => {
  newest = createSession(new Dataset(secondRelease()), { addinVersion: "0.1.0" });
});

type Row = readonly (string | number)[];

interface More {
  readonly names?: readonly NameScan[];
  readonly tables?: readonly TableScan[];
}

/** A workbook of sheets by name; a formula shows nothing worth knowing. */
function workbook(sheets: Record<string, readonly Row[]>, { names = [], tables = [] }: More = {}): WorkbookScan {
  const listed = Object.entries(sheets).map(([name, rows]) => {
    const width = Math.max(...rows.map((row) => row.length));
    const formulas = rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ""));
    const values = formulas.map((row) => row.map((cell) => (String(cell).startsWith("=") ? "shown" : cell)));
    const used = { row: 0, column: 0, rows: rows.length, columns: width };
    return new SheetScan(
      { id: `id of ${name}`, name, visibility: "Visible", isProtected: false, hidesRows: false },
      used,
      [{ ...used, formulas, values }],
    );
  });
  return new WorkbookScan(listed, names, tables);
}

const changes = (scan: WorkbookScan): Promise<FormulaChanges> =>
  findChanges(scan, { ...newest, standing: { release: "R1" } }, { ...newest, standing: { release: "R2" } });

const brief = ({ changed, untold }: FormulaChanges) => [
  changed.map(({ address, old, new: now, part }) =>
    part === undefined ? [address, old, now] : [address, part, old, now],
  ),
  untold.map(({ address }) => address),
];

const OLD = 67330000000;
const NEW = 67500000000;

test("exactly the formulas whose answer differs are found, with place, old, new and reason", async () => {
  const found = await changes(
    workbook({
      Sheet1: [
        ['=METALS.IMPORTS("copper",2024)', '=METALS.IMPORTS("copper",2012)', "text", 5],
        ["=SUM(D1)", '=REE.QUOTA(2024,"mining")', '=METALS.IMPORTS("lithium",2024)', ""],
      ],
      "It's 数据": [['=METALS.IMPORTS("Cu",2025)/1E9']],
    }),
  );
  expect(found.formulas).toBe(5);
  expect(brief(found)).toEqual([
    [
      ["Sheet1!A1", OLD, NEW],
      ["Sheet1!C2", expect.any(Number), 2500000000],
      ["'It''s 数据'!A1", { error: "#N/A" }, 70],
    ],
    [],
  ]);
  expect(found.changed.map(({ reason }) => reason)).toEqual(["revision", "correction", "newPeriod"]);
  expect(found.changed[0]).toMatchObject({
    formula: '=METALS.IMPORTS("copper",2024)',
    source: "ANDAMAN PARTNERS (2025-08)",
    part: undefined,
    blocked: false,
  });
});

describe("arguments are followed", () => {
  test("into cells, other sheets, operators and calls inside calls", async () => {
    const cells = workbook({
      Sheet1: [
        [
          "copper",
          2024,
          "=METALS.IMPORTS(A1,B1)",
          "=METALS.IMPORTS($A1,B$1-12)",
          "=METALS.IMPORTS(Other!A1,'Other'!B1)",
          '=METALS.IMPORTS("copper",METALS.LATEST("imports","copper",,"period"))',
        ],
      ],
      Other: [["Cu", "2024"]],
    });
    expect(brief(await changes(cells))).toEqual([
      [
        ["Sheet1!C1", OLD, NEW],
        ["Sheet1!E1", OLD, NEW],
        ["Sheet1!F1", OLD, 70000000000],
      ],
      [],
    ]);
  });

  test("through cells that are answers themselves", async () => {
    const cells = workbook({
      Sheet1: [
        [
          '=METALS.LATEST("imports","copper",,"period")',
          "=A1-1",
          '=METALS.IMPORTS("copper",B1)',
          '=REE.QUOTA(B1-1,"mining")',
        ],
      ],
    });
    const found = await changes(cells);
    expect(found.changed.map(({ address }) => address)).toEqual(["Sheet1!A1", "Sheet1!C1", "Sheet1!D1"]);
  });

  test("into what another formula spills", async () => {
    const cells = workbook({
      Sheet1: [
        ['=METALS.SERIES("imports","copper",2024)', "", '=METALS.IMPORTS("copper",A2)'],
        ["", "", ""],
      ],
    });
    const found = await changes(cells);
    expect(found.changed.map(({ address }) => address)).toEqual(["Sheet1!A1", "Sheet1!C1"]);
    expect(found.changed[1]).toMatchObject({ old: { error: "#VALUE!" }, new: 70000000000 });
  });

  test("into the row of a table", async () => {
    const table: TableScan = {
      name: "Asked",
      sheetId: "id of Sheet1",
      area: { row: 0, column: 0, rows: 3, columns: 3 },
      hasHeaders: true,
      hasTotals: false,
    };
    const cells = workbook(
      {
        Sheet1: [
          ["Metal", "Year", "Value"],
          ["copper", 2024, "=METALS.IMPORTS([@Metal],Asked[@Year])"],
          ["copper", 2012, "=METALS.IMPORTS([@Metal],Asked[[#This Row],[Year]])"],
        ],
      },
      { tables: [table] },
    );
    expect(brief(await changes(cells))).toEqual([[["Sheet1!C2", OLD, NEW]], []]);
  });
});

describe("formulas in defined names", () => {
  const names = [
    { name: "CopperNow", sheetId: undefined, formula: '=METALS.IMPORTS("copper",Year)' },
    { name: "Year", sheetId: undefined, formula: "=Sheet1!$A$1" },
    { name: "Year", sheetId: "id of Other", formula: "=2012" },
    { name: "Here", sheetId: undefined, formula: '=METALS.IMPORTS("copper",Sheet1!A1)' },
    { name: "Tax", sheetId: undefined, formula: "=0.2" },
  ];

  test("count for the cells that use them, seen from their sheet", async () => {
    const cells = workbook({ Sheet1: [[2024, "=CopperNow*2", "=Tax*2"]], Other: [["=CopperNow"]] }, { names });
    expect(brief(await changes(cells))).toEqual([[["Sheet1!B1", OLD * 2, NEW * 2]], []]);
  });

  test("are left to Excel when they mean something else in every cell", async () => {
    expect(brief(await changes(workbook({ Sheet1: [[2024, "=Here"]] }, { names })))).toEqual([[], ["Sheet1!B1"]]);
  });
});

describe("where only Excel can work out the whole", () => {
  test("the call that differs is named", async () => {
    const cells = workbook({
      Sheet1: [
        [
          '=ROUND(METALS.IMPORTS("copper",2012)+METALS.IMPORTS("copper",2024),0)',
          '=IF(TRUE,METALS.IMPORTS("copper",2012),0)',
        ],
      ],
    });
    expect(brief(await changes(cells))).toEqual([[["Sheet1!A1", 'METALS.IMPORTS("copper",2024)', OLD, NEW]], []]);
  });

  test("a call whose arguments cannot be told is left to Excel", async () => {
    const cells = workbook({
      Sheet1: [
        [
          '=METALS.IMPORTS("copper",YEAR(TODAY()))',
          "=METALS.IMPORTS(Missing!A1,2024)",
          "=METALS.IMPORTS(OFFSET(D1,0,1),2024)",
        ],
      ],
    });
    expect(brief(await changes(cells))).toEqual([[], ["Sheet1!A1", "Sheet1!B1", "Sheet1!C1"]]);
  });

  test("a formula that looks at itself is left to Excel", async () => {
    expect(brief(await changes(workbook({ Sheet1: [['=METALS.IMPORTS("copper",A1)']] })))).toEqual([[], ["Sheet1!A1"]]);
  });
});

describe("a spill that grows", () => {
  const grown = async (below: string): Promise<FormulaChange> =>
    (
      await changes(
        workbook({
          Sheet1: [
            ['=METALS.SERIES("imports","copper",2024)', ""],
            [below, ""],
          ],
        }),
      )
    ).changed[0]!;

  test("is known to have room", async () => expect((await grown("")).blocked).toBe(false));
  test("is known to have none", async () => expect((await grown("my note")).blocked).toBe(true));
});

test("spellings that a file leaves behind count as well", async () => {
  const cells = workbook({
    Sheet1: [['=_xldudf_METALS_IMPORTS("copper",2024)', '=[1]!_xldudf_METALS_IMPORTS("copper",2024)']],
  });
  expect((await changes(cells)).changed).toHaveLength(2);
});

test("comparing can be canceled, and tells how far it is", async () => {
  const rows = Array.from({ length: 1200 }, () => ['=METALS.IMPORTS("copper",2012)']);
  const cancel = new AbortController();
  const told: number[] = [];
  const job = {
    signal: cancel.signal,
    onProgress: ({ done, total }: { done: number; total: number }) => {
      told.push(done / total);
      if (done > 500) cancel.abort(new Error("enough"));
    },
  };
  const run = findChanges(workbook({ Sheet1: rows }), newest, newest, job);
  await expect(run).rejects.toThrow("enough");
  expect(told).toEqual([0, 500 / 1200, 1000 / 1200]);
});
