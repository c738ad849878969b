/**
 * Rows that come and go in the middle of a table, in Excel's object model.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { markOf, type InsertedTable } from "../../../src/sheets/record";
import { findTables } from "../../../src/sheets/tables/find/find-tables";
import type { LayoutRow, TableLayout } from "../../../src/sheets/tables/layout";
import { planTable, type TablePlan } from "../../../src/sheets/tables/plan/plan";
import { planReturn } from "../../../src/sheets/tables/plan/plan-refresh";
import { refreshTable, type TableResult } from "../../../src/workbook/refresh/tables/table-refresh";
import { scanWorkbook } from "../../../src/workbook/scan/scan";
import { noFaults } from "../../../workbench/host/faults";
import { createMemoryWorkbook } from "../../../workbench/host/memory-workbook";
import type { Workbook } from "../../../workbench/host/workbook-model";
import { areaAt } from "../../../workbench/page/address";
import { openExcel, type TestExcel } from "../excel";
import { decide, openWorkbook, type Fate } from "../office/office";

const TABLE: InsertedTable = {
  id: "t",
  recipe: "r",
  arguments: {},
  mode: "values",
  standing: { release: "R1" },
  rows: 0,
  columns: 2,
};

function layout(...body: readonly (readonly [string, number])[]): TableLayout {
  const row = (key: string, cells: readonly (string | number | null)[], isBody = false): LayoutRow => ({
    key,
    isBody,
    labels: isBody ? 1 : cells.length,
    cells,
    formats: cells.map((cell) => (typeof cell === "number" ? "#,##0" : "@")),
    provenance: cells.map(() => []),
  });
  const rows = body.map(([name, value]) => row(`row ${name}`, [name, value], true));
  return {
    title: "T",
    columns: 2,
    widths: [20, 20],
    formats: [undefined, "#,##0"],
    rows: [
      row("title", ["T", null]),
      row("unit", ["t", null]),
      row("header", ["Name", "Value"]),
      ...rows,
      row("sources", ["S", null]),
    ],
  };
}

const BEFORE = layout(["chile", 1], ["peru", 2], ["zambia", 3]);
const AFTER = layout(["chile", 1], ["congo", 9], ["zambia", 4], ["zimbabwe", 5]);

let workbook: Workbook;
beforeEach(() => open());

const faults = noFaults();

async function open(): Promise<void> {
  faults.failingMember = null;
  workbook = createMemoryWorkbook({ evaluate: () => Promise.resolve(7) });
  await openWorkbook(workbook, faults);
  enter(
    "B2",
    BEFORE.rows.map(({ cells }) => [...cells]),
  );
  enter("D5", [["=C5*2"], ["=C6*2"], ["=C7*2"]]);
  enter("B12", [["below", "", "right"]]);
  workbook.formats.set(areaAt(workbook, "D7"), "fill.color", "#00FF00");
  workbook.names.set({
    name: markOf("t"),
    scope: workbook.sheets.active,
    refersTo: { ...areaAt(workbook, "B2:C8") },
    comment: "",
    visible: false,
  });
  await workbook.calculation.settled();
}

function enter(address: string, content: readonly (readonly unknown[])[]): void {
  workbook.cells.enter(
    { ...areaAt(workbook, address), rowCount: content.length, columnCount: content[0]!.length },
    content.map((row) => row.map((cell) => (cell ?? "") as string | number)),
  );
}

const sheet = () => workbook.cells.formulas(areaAt(workbook, "B2:D12")).map((row) => row.map(String).join("|"));

async function plan(): Promise<TablePlan> {
  const scan = await scanWorkbook();
  return planTable(scan, findTables(scan, [TABLE])[0]!, BEFORE, AFTER, TABLE);
}

async function back({ plan: written, contents }: TableResult): Promise<TableResult> {
  const scan = await scanWorkbook();
  return refreshTable(planReturn(scan, findTables(scan, [TABLE])[0]!, written), contents);
}

const OLD = [
  "T||",
  "t||",
  "Name|Value|",
  "chile|1|=C5*2",
  "peru|2|=C6*2",
  "zambia|3|=C7*2",
  "S||",
  "||",
  "||",
  "||",
  "below||right",
];
const NEW = [
  "T||",
  "t||",
  "Name|Value|",
  "chile|1|=C5*2",
  "congo|9|",
  "zambia|4|=C7*2",
  "zimbabwe|5|",
  "S||",
  "||",
  "||",
  "below||right",
];

test("own columns go with their rows, what stands below stays, formats too", async () => {
  const result = await refreshTable(await plan());
  expect(result).toMatchObject({ state: "new", obstacle: undefined });
  expect(sheet()).toEqual(NEW);
  expect(workbook.formats.get(areaAt(workbook, "D7"), "fill.color")).toBe("#00FF00");
  expect(workbook.names.list()[0]!.refersTo).toMatchObject({ row: 1, column: 1, rowCount: 8, columnCount: 2 });
});

describe("bands of every other row", () => {
  const names = ["a", "b", "c", "d", "e"] as const;
  const before = layout(...names.map((name) => [name, 1] as const));
  const after = layout(...["new", ...names].map((name) => [name, 1] as const));
  const fills = (rows: string) =>
    workbook.cells
      .values(areaAt(workbook, rows))
      .map((_, i) => workbook.formats.get(areaAt(workbook, `B${5 + i}`), "fill.color"));
  const [BAND, NONE, OWN] = ["#C1E4F5", "#FFFFFF", "#FFFF00"];

  async function grow(): Promise<TableResult> {
    enter(
      "B2",
      before.rows.map(({ cells }) => [...cells]),
    );
    enter(
      "D5",
      names.map(() => [""]),
    );
    const { sheet, ...marked } = areaAt(workbook, `B2:C${1 + before.rows.length}`);
    workbook.names.set({
      name: markOf("t"),
      scope: workbook.sheets.active,
      refersTo: { sheet, ...marked },
      comment: "",
      visible: false,
    });
    await workbook.calculation.settled();
    const scan = await scanWorkbook();
    return refreshTable(planTable(scan, findTables(scan, [TABLE])[0]!, before, after, TABLE));
  }
  const colour = (address: string, fill: string) => {
    workbook.formats.set(areaAt(workbook, address), "fill.color", fill);
    workbook.formats.set(areaAt(workbook, address), "fill.pattern", "Solid");
  };

  beforeEach(() => ["B6:C6", "B8:C8"].forEach((row) => colour(row, BAND)));

  test("stay so below a row that comes in between, and on the way back", async () => {
    const result = await grow();
    expect(result).toMatchObject({ state: "new", obstacle: undefined });
    expect(fills("B5:B10")).toEqual([NONE, BAND, NONE, BAND, NONE, BAND]);
    await back(result);
    expect(fills("B5:B9")).toEqual([NONE, BAND, NONE, BAND, NONE]);
  });

  test("do not cover a colour that somebody gave a row or a cell", async () => {
    colour("B7:C7", OWN);
    colour("B8", OWN);
    await grow();
    expect(fills("B5:B10")).toEqual([NONE, BAND, NONE, OWN, OWN, BAND]);
  });
});

test("the way back restores the rows and what stood beside them", async () => {
  const result = await refreshTable(await plan());
  expect(await back(result)).toMatchObject({ state: "new" });
  expect(sheet()).toEqual(OLD);
});

test.each([
  ["what was done is taken back", "B12", OLD],
  ["rows that were pushed in go as well", "B9", [...OLD.slice(0, 7), "below||right", "||", "||", "||"]],
])("Excel refuses in the middle: %s", async (_, below, before) => {
  enter("B12", [["", "", ""]]);
  enter(below, [["below", "", "right"]]);
  const prepared = await plan();
  const steps = prepared.shifts.length;
  expect(steps).toBeGreaterThan(2);
  // The last step goes where Excel has no cells.
  const impossible = {
    ...prepared,
    shifts: [...prepared.shifts.slice(0, -1), { ...prepared.shifts.at(-1)!, row: 1_048_575, rows: 9 }],
  } as TablePlan;
  expect(await refreshTable(impossible)).toMatchObject({ state: "old", obstacle: { kind: "fault" } });
  expect(sheet()).toEqual(before);
});

describe("Excel refuses after what is set off was set off otherwise", () => {
  const read = () =>
    ["B2", "C2", "D2", "B3", "B4", "B5", "C5", "B6", "C6", "B7", "C7", "D7", "B8", "B9", "C9"].map((cell) =>
      Object.entries(USUAL).map(([look, usual]) => workbook.formats.get(areaAt(workbook, cell), look) ?? usual),
    );
  const USUAL = {
    "fill.color": "#FFFFFF",
    "font.color": "#000000",
    "font.bold": false,
    horizontalAlignment: "General",
    "borders.EdgeBottom.style": "None",
    wrapText: false,
  };

  beforeEach(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = (address: string) => sheet.getRange(address);
      range("B4:C4").style = "Accent1";
      range("B6:C6").style = "Accent1_20";
      range("C7").format.font.color = "#636363";
      range("B7").format.fill.color = "#FFFF00";
      range("D7").format.fill.color = "#00FF00";
      range("B5:C5").style = "Total";
      range("B8").format.font.color = "#636363";
      range("C5:C7").format.horizontalAlignment = "Right";
      range("B5:B7").format.wrapText = true;
      range("C6").format.font.bold = true;
      await context.sync();
    }),
  );

  test("every cell is set off as it was, the user's own as well", async () => {
    const before = read();
    const prepared = await plan();
    const looks = [
      { row: 2, column: 0, rows: 2, columns: 2, style: "Normal", tone: "black" },
      { row: 5, column: 0, rows: 1, columns: 2, band: { isOn: true, from: 4 } },
    ] as const;
    faults.failingMember = "RangeFont.color";
    expect(await refreshTable({ ...prepared, looks })).toMatchObject({ state: "old", obstacle: { kind: "fault" } });
    expect([sheet(), read()]).toEqual([OLD, before]);
  });

  test("they are not touched where everything is written", async () => {
    const result = await refreshTable(await plan());
    expect(result).toMatchObject({ state: "new" });
    expect(workbook.formats.get(areaAt(workbook, "B4"), "fill.color")).toBe("#156082");
  });
});

test("a connection that is lost for good leaves the table wholly as it was", async () => {
  const prepared = await plan();
  decide(() => "lost");
  expect(await refreshTable(prepared)).toMatchObject({ state: "old", obstacle: { kind: "fault" } });
  expect(sheet()).toEqual(OLD);
});

describe.each<[string, Fate, boolean]>([
  ["lost", "lost", false],
  ["done and unanswered", "unanswered", false],
  ["done and unanswered, and all after it lost", "unanswered", true],
])("each message is %s in its turn", (_name, fate, persistent) => {
  test("the table, its neighbours and its mark are wholly old or wholly new, as the outcome says, and a second run completes it", async () => {
    const whole = await plan();
    let messages = 0;
    decide(() => (messages++, "arrives"));
    await refreshTable(whole);
    expect(messages).toBeGreaterThan(1);
    for (let at = 0; at < messages; at++) {
      await open();
      const prepared = await plan();
      let sent = 0;
      decide(() => {
        const number = sent++;
        return number === at ? fate : persistent && number > at ? "lost" : "arrives";
      });
      const { state } = await refreshTable(prepared);
      decide(() => "arrives");
      const is =
        JSON.stringify(sheet()) === JSON.stringify(OLD)
          ? "old"
          : JSON.stringify(sheet()) === JSON.stringify(NEW)
            ? "new"
            : sheet();
      expect({ at, is }).toEqual({ at, is: state === "unsure" ? expect.stringMatching(/^(?:old|new)$/) : state });
      // Where no message came through any more, the claim is there still.
      expect(workbook.names.list().find(({ name }) => name === markOf("t"))!.refersTo).toMatchObject({
        row: 1,
        column: 1,
        rowCount: is === "old" ? 7 : 8,
        columnCount: 2,
      });
      await refreshTable(await plan());
      expect({ at, sheet: sheet() }).toEqual({ at, sheet: NEW });
    }
  });
});

describe("a table of as many cells as a formula may fill", () => {
  const LIMIT = 5_000_000;
  const GREEN = 900;
  const COLUMNS = 20;
  const many = Array.from({ length: 990 }, (_, i) => [`row ${i}`, i] as const);
  const wide = (narrow: TableLayout): TableLayout => {
    const more = <T>(items: readonly T[]) => Array.from({ length: COLUMNS }, (_, i) => items[Math.min(i, 1)]!);
    const rows = narrow.rows.map((row) => ({
      ...row,
      cells: more(row.cells),
      formats: more(row.formats),
      provenance: more(row.provenance),
    }));
    return { ...narrow, columns: COLUMNS, widths: more(narrow.widths), formats: more(narrow.formats), rows };
  };
  const [long, shorter] = [wide(layout(...many)), wide(layout(["row 1", 7], ...many.slice(2)))];
  let largest = 0;

  function openLarge(): { excel: TestExcel; plan(): Promise<TablePlan>; green(): number[] } {
    largest = 0;
    const onRequest = ({ length }: string) => (largest = Math.max(largest, length));
    const excel = openExcel({ responseLimit: LIMIT, onRequest });
    const place = { ...areaAt(excel.workbook, "B2"), rowCount: long.rows.length, columnCount: COLUMNS };
    const { cells, formats, names, sheets } = excel.workbook;
    cells.enter(
      place,
      long.rows.map((row) => row.cells.map((cell) => (cell ?? "") as string | number)),
    );
    formats.set({ ...place, row: GREEN, rowCount: 1 }, "fill.color", "#00FF00");
    names.set({ name: markOf("t"), scope: sheets.active, refersTo: place, comment: "", visible: false });
    const table = { ...TABLE, rows: long.rows.length, columns: COLUMNS };
    const isGreen = (row: number) =>
      formats.get({ ...place, row, rowCount: 1, columnCount: 1 }, "fill.color") === "#00FF00";
    return {
      excel,
      plan: async () => {
        const scan = await scanWorkbook();
        return planTable(scan, findTables(scan, [table])[0]!, long, shorter, table);
      },
      green: () => [GREEN - 2, GREEN - 1, GREEN, GREEN + 1, GREEN + 2].filter(isGreen),
    };
  }

  test("loses a row within what Excel answers and takes at once", async () => {
    const { plan, green } = openLarge();
    expect((await refreshTable(await plan())).state).toBe("new");
    expect(green()).toEqual([GREEN - 1]);
    expect(largest).toBeLessThan(LIMIT);
  });

  test.each(["Range.formulas", "NamedItemCollection.add"])(
    "stays as it was where Excel refuses %s, after all shifts or before the first",
    async (member) => {
      const { excel, plan, green } = openLarge();
      const planned = await plan();
      excel.faults.failingMember = member;
      expect((await refreshTable(planned)).state).toBe("old");
      expect(green()).toEqual([GREEN]);
      expect(largest).toBeLessThan(LIMIT);
    },
  );
});
