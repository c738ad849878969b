/**
 * Inserted tables, in Excel's object model.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { decodeTable, encodeTable, type ReleaseFile } from "../../../src/dataset/format/codec";
import { EMPTY_RECORD, type InsertedTable } from "../../../src/sheets/record";
import { changeRecord, readRecord } from "../../../src/workbook/record/part";
import { changeLines } from "../../../src/sheets/refresh/comparison-lines";
import { exportChanges } from "../../../src/workbook/refresh/export-changes";
import { insertTable, type TableInsertion } from "../../../src/workbook/insert/insert-table";
import type { TableRequest } from "../../../src/sheets/tables/block";
import type { CellValue } from "../../../workbench/host/workbook-model";
import type { Place } from "../../../src/sheets/notation/place";
import { areaAt } from "../../../workbench/page/address";
import { nextRelease, secondRelease } from "../../update/releases";
import { decide, type Fate } from "../office/office";
import { openBench, type Bench } from "./bench";

const R1 = { release: "R1", day: undefined };
const R2 = { release: "R2", day: undefined };
const MAGNETS = "exports.rare-earth-magnets.chn.wld.weight.customs.m";

/** The second release with a month of magnet exports more, and one of them revised. */
let file: ReleaseFile;
let bench: Bench;
beforeAll(() => {
  const published = "2026-11-30";
  const second = secondRelease();
  const months = nextRelease(
    { ...second, release: "R1", date: "2026-11-22", tables: { ...second.tables, releases: seedReleases(second) } },
    {
      id: "R2",
      date: "2026-12-01",
      add: [
        { series: MAGNETS, period: "2026-03", value: "5300", published, known: published },
        { series: MAGNETS, period: "2026-04", value: "5600", published, known: published },
      ],
    },
  );
  file = months;
});

/** Only the first data release: the second is made again, with more in it. */
function seedReleases({ tables }: ReleaseFile): ReleaseFile["tables"][string] {
  const { columns, rows } = decodeTable(tables["releases"]!);
  return encodeTable({ columns, rows: rows.slice(0, 1) });
}

const REQUEST: TableRequest = { recipe: "magnet-exports-by-month", arguments: {}, mode: "values" };

async function insert(
  address: string,
  request: TableRequest = REQUEST,
): Promise<Extract<TableInsertion, { kind: "inserted" }>> {
  const { sheet, row, column } = areaAt(bench.workbook, address);
  const insertion = await insertTable(
    bench.session(),
    request,
    { sheetId: sheet, sheet: bench.workbook.sheets.get(sheet)!.name, row, column, rows: 1, columns: 1 },
    false,
  );
  if (insertion.kind !== "inserted") throw new Error(`not inserted: ${insertion.kind}`);
  return insertion;
}

const remembered = (): Promise<readonly InsertedTable[]> =>
  Excel.run(async (context) => (await readRecord(context)).tables);
const column = async (address: string): Promise<CellValue[]> => (await bench.values(address)).map(([cell]) => cell!);

/** From title to last note: 3 + months + sources + notes. */
const MONTHS = 15;
const LAST = 3 + MONTHS;

beforeEach(async () => {
  bench = await openBench(R1, file);
});

describe("an inserted table", () => {
  test("is written with title, unit, header, figures, sources and notes, and remembered", async () => {
    const { place } = await insert("B2");
    expect(place).toMatchObject({ row: 1, column: 1, columns: 4 });
    const first = await column("B2:B21");
    expect(first[0]).toContain("exports by month");
    expect(first.slice(2, 5)).toEqual(["Month", "2025-01", "2025-02"]);
    expect(first[2 + MONTHS]).toBe("2026-03");
    expect(String(first[LAST])).toMatch(/^Sources: /);
    expect(await remembered()).toEqual([
      { id: expect.any(String), ...REQUEST, language: "en", standing: R1, rows: place.rows, columns: 4 },
    ]);
    expect(bench.workbook.names.list()).toMatchObject([
      {
        name: expect.stringMatching(/^_orebook_/),
        visible: false,
        refersTo: { row: 1, column: 1, rowCount: place.rows, columnCount: 4 },
      },
    ]);
  });

  test("has the headers of its figures on their side, and keeps what a person makes of them through a refresh", async () => {
    const side = (address: string) =>
      bench.workbook.formats.get(areaAt(bench.workbook, address), "horizontalAlignment") ?? "General";
    await insert("B2");
    expect(["B4", "C4", "D4", "E4"].map(side)).toEqual(["Left", "Right", "Right", "Right"]);
    bench.workbook.formats.set(areaAt(bench.workbook, "C4"), "horizontalAlignment", "Center");
    await bench.refresher.refresh(R2, { tables: "workbook" });
    expect(["B4", "C4", "D4", "E4"].map(side)).toEqual(["Left", "Center", "Right", "Right"]);
  });

  test("does not overwrite, and is taken back with all that is remembered", async () => {
    await bench.enter("C3", [["mine"]]);
    const { sheet } = areaAt(bench.workbook, "B2");
    expect(
      await insertTable(
        bench.session(),
        REQUEST,
        { sheetId: sheet, sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 },
        false,
      ),
    ).toMatchObject({ kind: "notFree" });
    const { undo } = await insert("B10");
    expect(await undo()).toBe("undone");
    expect([await remembered(), bench.workbook.names.list(), await column("B10:B12")]).toEqual([[], [], ["", "", ""]]);
  });

  test("that cannot be built is refused in words", async () => {
    const { sheet } = areaAt(bench.workbook, "A1");
    const insertion = await insertTable(
      bench.session(),
      { ...REQUEST, arguments: { unit: "USD" } },
      { sheetId: sheet, sheet: "Sheet1", row: 0, column: 0, rows: 1, columns: 1 },
      false,
    );
    expect(insertion).toMatchObject({ kind: "refused", reason: expect.stringContaining("unit") });
  });
});

describe("a refresh of tables", () => {
  test("shows what would change, cell by cell, with reason and source", async () => {
    await insert("B2");
    const { tables } = await bench.refresher.compare(R2);
    expect(tables).toMatchObject([
      {
        title: expect.stringContaining("2026-04"),
        address: expect.stringMatching(/^Sheet1!B2:E/),
        obstacle: undefined,
      },
    ]);
    const changes = tables[0]!.changes.map(({ address, header, old, new: now, reason }) => [
      address,
      header,
      old,
      now,
      reason,
    ]);
    expect(changes.filter(([, header]) => header === "Exports")).toEqual([
      ["Sheet1!C19", "Exports", 5238, 5300, "revision"],
      ["Sheet1!C20", "Exports", null, 5600, "newPeriod"],
    ]);
  });

  test("writes only what changed, in place, and keeps own columns, formats and neighbours", async () => {
    const { table } = await insert("B2");
    await bench.enter(
      "F5",
      Array.from({ length: MONTHS }, (_, i) => [`=C${5 + i}/1000`]),
    );
    await bench.enter("H3", [["beside"]]);
    await bench.enter("B40", [["far below"]]);
    bench.workbook.formats.set(areaAt(bench.workbook, "C7"), "fill.color", "#00FF00");
    bench.workbook.cells.setNumberFormats(areaAt(bench.workbook, "C19"), [["0.00"]]);
    const before = await bench.values("B2:H40");
    const outcome = await bench.refresher.refresh(R2, { tables: "workbook" });
    expect(outcome).toMatchObject({ kind: "done", tables: [{ id: table.id, state: "new", obstacle: undefined }] });
    const after = await bench.values("B2:H40");
    expect(after[17]!.slice(0, 2)).toEqual(["2026-03", 5300]);
    expect(after[18]!.slice(0, 2)).toEqual(["2026-04", 5600]);
    expect(String(after[19]![0])).toMatch(/^Sources: /);
    expect(after[38]).toEqual(before[38]);
    expect(after.map((row) => row.slice(4))).toEqual(before.map((row) => row.slice(4)));
    expect(bench.workbook.cells.formulas(areaAt(bench.workbook, "F19"))).toEqual([["=C19/1000"]]);
    expect(after.slice(3, 16).map((row) => row.slice(0, 4))).toEqual(before.slice(3, 16).map((row) => row.slice(0, 4)));
    expect(bench.workbook.formats.get(areaAt(bench.workbook, "C7"), "fill.color")).toBe("#00FF00");
    expect(bench.workbook.cells.numberFormats(areaAt(bench.workbook, "C19"))).toEqual([["0.00"]]);
    expect(await remembered()).toMatchObject([{ id: table.id, standing: R2, rows: table.rows + 1 }]);
  });

  test("is undone, and done again", async () => {
    await insert("B2");
    const before = await bench.values("A1:H30");
    const outcome = await bench.refresher.refresh(R2, { tables: "workbook", mark: true });
    const after = await bench.values("A1:H30");
    expect(await bench.refresher.undo(outcome)).toMatchObject({ kind: "done", tables: [{ state: "new" }] });
    expect(await bench.values("A1:H30")).toEqual(before);
    expect((await remembered())[0]!.standing).toEqual(R1);
    await bench.refresher.refresh(R2, { tables: "workbook" });
    expect(await bench.values("A1:H30")).toEqual(after);
  });

  test("leaves where the workbook stands alone when only tables are wanted", async () => {
    await insert("B2");
    await bench.enter("H1", [['=METALS.VERSION("release")']]);
    expect(await bench.refresher.refresh(R2, { tables: "workbook", onlyTables: true })).toMatchObject({ kind: "done" });
    expect([await column("H1"), await column("C19"), bench.standing.read().release]).toEqual([["R1"], [5300], "R1"]);
  });

  test("takes those under the selection, on the sheet or in the workbook", async () => {
    const first = (await insert("B2")).table.id;
    const second = (await insert("B40")).table.id;
    bench.workbook.sheets.add("Other");
    const third = (await insert("Other!A1")).table.id;
    bench.workbook.selection.select(areaAt(bench.workbook, "Sheet1!D42"));
    const ids = async (scope: "selection" | "sheet" | "workbook") =>
      (await bench.refresher.refresh(R1, { tables: scope, onlyTables: true })).tables.map(({ id }) => id);
    expect([await ids("selection"), await ids("sheet"), await ids("workbook")]).toEqual([
      [second],
      [first, second],
      [first, second, third],
    ]);
  });

  test("pushes what stands below down, and finds the tables there where they are then", async () => {
    const first = await insert("B2");
    const below = first.place.row + first.place.rows + 1;
    await insert(`B${below}`);
    await bench.refresher.refresh(R2, { tables: "workbook" });
    expect((await column(`B${below}:B${below + 4}`)).map(String)).toEqual([
      expect.stringMatching(/\d\)\.$/),
      expect.stringContaining("exports by month, 2025-01 to 2026-04"),
      expect.any(String),
      "Month",
      "2025-01",
    ]);
    expect(await column("C19:C20")).toEqual([5300, 5600]);
    expect(await column(`C${below + 1 + 17}:C${below + 1 + 18}`)).toEqual([5300, 5600]);
  });

  test("colours the cells that changed where they are in the end, and takes the colour from them wherever they went", async () => {
    const { place } = await insert("B2");
    const below = place.row + place.rows + 1;
    await bench.enter(`B${below}`, [["below"], ['=REE.EXPORTS("magnets","2026-03")']]);
    const { sheet } = areaAt(bench.workbook, "A1");
    const coloured = () => {
      const all = Array.from({ length: 60 }, (_, row) =>
        [0, 1, 2, 3, 4].map((column) => ({ sheet, row, column, rowCount: 1, columnCount: 1 })),
      ).flat();
      return all
        .filter((cell) => bench.workbook.formats.get(cell, "fill.color") === "#FFF2CC")
        .map(({ row, column }) => `${"ABCDE"[column]!}${row + 1}`);
    };
    await bench.refresher.refresh(R2, { tables: "workbook", mark: true });
    expect(await column(`B${below + 1}:B${below + 2}`)).toEqual(["below", 5300]);
    expect(coloured()).toContain(`B${below + 2}`);
    expect(coloured()).not.toContain(`B${below + 1}`);
    expect(coloured()).toEqual(expect.arrayContaining(["C19", "C20"]));
    bench.workbook.structure.carryOut({
      kind: "insert",
      area: { sheet, row: 10, column: 0, rowCount: 2, columnCount: 16_384 },
      along: "rows",
    });
    bench.workbook.sheets.change(sheet, { name: "It's, moved" });
    await bench.refresher.unmark();
    expect([coloured(), await bench.refresher.isMarked()]).toEqual([[], false]);
    expect(bench.workbook.names.list()).toHaveLength(1);
  });

  test("leaves a table without room as it is and says why; the others are written", async () => {
    const { place } = await insert("B2");
    const end = place.row + place.rows;
    await bench.enter(`A${end}`, [
      ["a", "", "", "", "", "x"],
      ["b", "in the way", "", "", "", "y"],
    ]);
    bench.workbook.sheets.add("Other");
    await insert("Other!A1");
    const before = await bench.values("Sheet1!A1:H40");
    const outcome = await bench.refresher.refresh(R2, { tables: "workbook" });
    expect(outcome).toMatchObject({
      kind: "done",
      tables: [{ state: "old", obstacle: { kind: "noRoom", rows: 1 } }, { state: "new" }],
    });
    expect(await bench.values("Sheet1!A1:H40")).toEqual(before);
    expect((await bench.refresher.log()).at(-1)).toMatchObject({
      tables: [expect.any(String)],
      left: [expect.any(String)],
    });
  });

  test("of formulas brings the rows that are new, and their figures", async () => {
    await insert("B2", { ...REQUEST, mode: "formulas" });
    expect(bench.workbook.cells.formulas(areaAt(bench.workbook, "C18"))[0]![0]).toMatch(/^=/);
    await bench.refresher.refresh(R2, { tables: "workbook" });
    expect(await column("B19:B20")).toEqual(["2026-03", "2026-04"]);
    expect(await column("C19:C20")).toEqual([5300, 5600]);
  });
});

describe("what would change, told to people", () => {
  beforeEach(async () => {
    await bench.enter("H1", [
      [
        '=METALS.SERIES("exports weight","magnets","2026-03")',
        "",
        '=METALS.IMPORTS("copper",YEAR(TODAY()))',
        '=ROUND(REE.EXPORTS("magnets","2026-03"),0)',
      ],
    ]);
    await insert("B4");
  });

  test("is one line per cell, with difference, reason, source and note", async () => {
    const lines = changeLines(await bench.refresher.compare(R2), "en").map(
      ({ address, what, old, new: now, difference, reason, note }) => [
        address,
        what.slice(0, 20),
        old,
        now,
        difference,
        reason,
        note.slice(0, 30),
      ],
    );
    expect(lines.slice(0, 6)).toEqual([
      ["Sheet1!I1", '=METALS.SERIES("expo', 5238, 5300, 62, "Revised by the source", ""],
      ["Sheet1!H2", '=METALS.SERIES("expo', "", "2026-04", "", "New figure", ""],
      ["Sheet1!I2", '=METALS.SERIES("expo', "", 5600, "", "New figure", ""],
      ["Sheet1!K1", '=ROUND(REE.EXPORTS("', 5238, 5300, 62, "Revised by the source", "A part of the formula: REE.EXP"],
      ["Sheet1!J1", '=METALS.IMPORTS("cop', "", "", "", "", "Only Excel can tell: the formu"],
      [
        "Sheet1!B4",
        "China's exports by m",
        expect.stringContaining("2026-03"),
        expect.stringContaining("2026-04"),
        "",
        "Text, definition or the release itself",
        "",
      ],
    ]);
    expect(lines).toContainEqual(["Sheet1!C22", "China's exports by m", "", 5600, "", "New figure", ""]);
  });

  test("names what stands in the way", async () => {
    await bench.enter("H2", [["mine"]]);
    bench.workbook.sheets.change(bench.workbook.sheets.active, { isProtected: true });
    const notes = changeLines(await bench.refresher.compare(R2), "zh").map(({ note }) => note);
    expect(notes).toContain("新增的行被其他单元格阻挡：公式将显示 #SPILL!");
    expect(notes).toContain("工作表受保护。");
  });

  test("goes on a sheet of its own, which is no table or formula of the workbook", async () => {
    const comparison = await bench.refresher.compare(R2);
    const written = await exportChanges(bench.session(), comparison, new Date(2026, 11, 2, 9, 0));
    expect(written).toMatchObject({ kind: "written", place: { sheet: "Changes" } });
    const cells = await bench.values("Changes!A1:H6");
    expect(cells[0]![0]).toBe("What would change");
    expect(cells[1]![0]).toBe("From data release R1 to data release R2");
    expect(cells[4]).toEqual(["Cell", "Formula or table", "Old", "New", "Difference", "Reason", "Source", "Note"]);
    expect(await bench.values("Changes!I5:I6")).toEqual([["Kind of change"], ["Revised"]]);
    expect(cells[5]!.slice(0, 5)).toEqual([
      "Sheet1!I1",
      '=METALS.SERIES("exports weight","magnets","2026-03")',
      5238,
      5300,
      62,
    ]);
    expect((await bench.refresher.compare(R2)).formulas).toBe(comparison.formulas);
  });
});

describe("a table is found again", () => {
  const refreshed = async () =>
    (await bench.refresher.refresh(R2, { tables: "workbook" })).tables.map(({ state }) => state);

  /** Copy and paste: contents and formats, and no names. */
  function paste({ sheetId, row, column: first, rows, columns }: Place, to: string): void {
    const { cells } = bench.workbook;
    const area = { sheet: sheetId, row, column: first, rowCount: rows, columnCount: columns };
    const target = { ...areaAt(bench.workbook, to), rowCount: rows, columnCount: columns };
    cells.setNumberFormats(target, cells.numberFormats(area));
    cells.enter(target, cells.formulas(area));
  }

  test("when its sheet is renamed", async () => {
    await insert("B2");
    const { rowCount: before } = bench.workbook.names.list()[0]!.refersTo as { rowCount: number };
    bench.workbook.sheets.change(bench.workbook.sheets.active, { name: "It's 磁体" });
    expect(await refreshed()).toEqual(["new"]);
    expect(bench.workbook.names.list()[0]!.refersTo).toMatchObject({ rowCount: before + 1 });
  });

  test("when it is cut and pasted to another place, or to another sheet", async () => {
    const { place, table } = await insert("B2");
    const from = {
      sheet: place.sheetId,
      row: place.row,
      column: place.column,
      rowCount: place.rows,
      columnCount: place.columns,
    };
    const { structure, names } = bench.workbook;
    structure.carryOut({ kind: "move", from, to: { ...from, row: 30, column: 6 } });
    expect(names.list()).toMatchObject([{ refersTo: { row: 30, column: 6, rowCount: place.rows } }]);
    const other = bench.workbook.sheets.add("Other").id;
    structure.carryOut({
      kind: "move",
      from: { ...from, row: 30, column: 6 },
      to: { ...from, sheet: other, row: 4, column: 1 },
    });
    expect(await refreshed()).toEqual(["new"]);
    expect(await column("Other!C22:C23")).toEqual([5300, 5600]);
    expect((await bench.values("Sheet1!A1:K60")).flat().filter((cell) => cell !== "")).toEqual([]);
    expect(await remembered()).toMatchObject([{ id: table.id, standing: R2 }]);
    expect(await refreshed()).toEqual(["new"]);
  });

  test("when rows and columns come and go before it", async () => {
    await insert("B2");
    const { sheet } = areaAt(bench.workbook, "A1");
    const rows = { sheet, row: 0, column: 0, rowCount: 3, columnCount: 16_384 };
    bench.workbook.structure.carryOut({ kind: "insert", area: rows, along: "rows" });
    bench.workbook.structure.carryOut({
      kind: "delete",
      area: { sheet, row: 0, column: 0, rowCount: 1_048_576, columnCount: 1 },
      along: "columns",
    });
    expect(await refreshed()).toEqual(["new"]);
    expect(await column("B22:B23")).toEqual([5300, 5600]);
  });

  test("when the sheet that holds its mark is copied after its cells went elsewhere: there is still one table", async () => {
    const { place } = await insert("B2");
    const { structure, names, sheets } = bench.workbook;
    const from = {
      sheet: place.sheetId,
      row: place.row,
      column: place.column,
      rowCount: place.rows,
      columnCount: place.columns,
    };
    structure.carryOut({ kind: "move", from, to: { ...from, sheet: sheets.add("Other").id } });
    structure.copySheet(place.sheetId, 0);
    expect(names.list()).toHaveLength(2);
    expect(await refreshed()).toEqual(["new"]);
    expect(await column("Other!C19:C20")).toEqual([5300, 5600]);
  });

  test("when somebody put rows into it: they stay where they are, with what they say, and undo brings back just that", async () => {
    await insert("B2");
    const { sheet } = areaAt(bench.workbook, "A1");
    const putIn = (row: number) =>
      bench.workbook.structure.carryOut({
        kind: "insert",
        area: { sheet, row, column: 0, rowCount: 1, columnCount: 16_384 },
        along: "rows",
      });
    putIn(6);
    await bench.enter("B7", [["my own row", "=AVERAGE(C5:C6)"]]);
    putIn(LAST + 2);
    await bench.enter("B21", [["my sum", "=SUM(C5:C20)"]]);
    const before = bench.workbook.cells.formulas(areaAt(bench.workbook, "A1:H30"));
    const outcome = await bench.refresher.refresh(R2, { tables: "workbook" });
    expect(outcome.tables).toMatchObject([{ state: "new", obstacle: undefined }]);
    expect(await column("B20:B23")).toEqual(["2026-03", "2026-04", "my sum", expect.stringMatching(/^Sources: /)]);
    expect(await column("C20:C21")).toEqual([5300, 5600]);
    expect(bench.workbook.cells.formulas(areaAt(bench.workbook, "B7:C7"))).toEqual([["my own row", "=AVERAGE(C5:C6)"]]);
    expect(bench.workbook.cells.formulas(areaAt(bench.workbook, "C22"))).toEqual([["=SUM(C5:C20)"]]);
    await bench.refresher.undo(outcome);
    expect(bench.workbook.cells.formulas(areaAt(bench.workbook, "A1:H30"))).toEqual(before);
    expect(await refreshed()).toEqual(["new"]);
    expect(await column("B21:B22")).toEqual(["2026-04", "my sum"]);
  });

  test("when somebody sorted its rows: a figure comes to the row it belongs to", async () => {
    await insert("B2");
    const rows = await bench.values(`B5:E${4 + MONTHS}`);
    await bench.enter("B5", [...rows].reverse() as (string | number)[][]);
    const { tables: told } = await bench.refresher.compare(R2);
    expect(
      told[0]!.changes.filter(({ header }) => header === "Exports").map(({ address, new: now }) => [address, now]),
    ).toEqual([
      ["Sheet1!C5", 5600],
      ["Sheet1!C5", 5300],
    ]);
    expect(await refreshed()).toEqual(["new"]);
    expect((await bench.values("B5:C7")).map(([month, exports]) => [month, exports])).toEqual([
      ["2026-04", 5600],
      ["2026-03", 5300],
      ["2026-02", rows.at(-2)![1]],
    ]);
    expect(await refreshed()).toEqual(["new"]);
  });

  test("when somebody put a column into it and took one out: what was written stays, what was taken out does not come back", async () => {
    await insert("B2");
    const { sheet } = areaAt(bench.workbook, "A1");
    const column3 = { sheet, row: 0, column: 3, rowCount: 1_048_576, columnCount: 1 };
    bench.workbook.structure.carryOut({ kind: "insert", area: column3, along: "columns" });
    await bench.enter("D4", [["thousands"], ...Array.from({ length: MONTHS }, (_, i) => [`=C${5 + i}/1000`])]);
    bench.workbook.structure.carryOut({ kind: "delete", area: { ...column3, column: 5 }, along: "columns" });
    const before = bench.workbook.cells.formulas(areaAt(bench.workbook, "A1:H30"));
    const { tables: told } = await bench.refresher.compare(R2);
    expect(
      told[0]!.changes.filter(({ header }) => header !== "").map(({ address, header }) => [address, header]),
    ).toEqual([
      ["Sheet1!C19", "Exports"],
      ["Sheet1!B20", "Month"],
      ["Sheet1!C20", "Exports"],
      ["Sheet1!E20", "Change on the month before"],
    ]);
    const outcome = await bench.refresher.refresh(R2, { tables: "workbook" });
    expect(outcome.tables).toMatchObject([{ state: "new" }]);
    expect((await bench.values("B4:F4"))[0]).toEqual([
      "Month",
      "Exports",
      "thousands",
      "Change on the month before",
      "",
    ]);
    expect(await bench.values("B19:C20")).toEqual([
      ["2026-03", 5300],
      ["2026-04", 5600],
    ]);
    expect(bench.workbook.cells.formulas(areaAt(bench.workbook, "D19:D21"))).toEqual([["=C19/1000"], [""], [""]]);
    expect((await bench.values("E20"))[0]![0]).toBeCloseTo(5600 / 5300 - 1, 12);
    expect(await remembered()).toMatchObject([{ columns: 4 }]);
    await bench.refresher.undo(outcome);
    expect(bench.workbook.cells.formulas(areaAt(bench.workbook, "A1:H30"))).toEqual(before);
    expect(await refreshed()).toEqual(["new"]);
    expect(await refreshed()).toEqual(["new"]);
  });

  test("when somebody moved its columns: a figure comes to the column it belongs to", async () => {
    await insert("B2");
    const body = await bench.values(`C4:D${4 + MONTHS}`);
    await bench.enter(
      "C4",
      body.map(([exports, change]) => [change, exports].map((cell) => (typeof cell === "object" ? cell.error : cell!))),
    );
    expect(await refreshed()).toEqual(["new"]);
    expect((await bench.values("B19:D20")).map(([month, , exports]) => [month, exports])).toEqual([
      ["2026-03", 5300],
      ["2026-04", 5600],
    ]);
    expect((await bench.values("C20"))[0]![0]).toBeCloseTo(5600 / 5300 - 1, 12);
  });

  test("not where nobody can tell which column is which: it stays as it is, and says so", async () => {
    await insert("B2");
    const { sheet } = areaAt(bench.workbook, "A1");
    const column3 = { sheet, row: 0, column: 3, rowCount: 1_048_576, columnCount: 1 };
    bench.workbook.structure.carryOut({ kind: "insert", area: column3, along: "columns" });
    bench.workbook.structure.carryOut({ kind: "delete", area: { ...column3, column: 5 }, along: "columns" });
    await bench.enter("C4:E4", [["renamed", "mine", "renamed too"]]);
    expect((await bench.refresher.refresh(R2, { tables: "workbook" })).tables).toMatchObject([
      { state: "old", obstacle: { kind: "reshaped" } },
    ]);
  });

  test("on a copied sheet, where it is a table of its own from then on", async () => {
    const { table } = await insert("B2");
    const { structure, sheets } = bench.workbook;
    sheets.change(structure.copySheet(sheets.active, 0).id, { name: "Copy" });
    expect(await refreshed()).toEqual(["new", "new"]);
    const tables = await remembered();
    expect([tables.length, new Set(tables.map(({ id }) => id)).size, tables[0]!.id]).toEqual([2, 2, table.id]);
    expect(await column("Copy!C19:C20")).toEqual([5300, 5600]);
    expect(await refreshed()).toEqual(["new", "new"]);
  });

  test("on a sheet that came from another workbook, whose document knows nothing of it", async () => {
    const { table } = await insert("B2", { ...REQUEST, arguments: { from: "2026-01" } });
    await changeRecord(() => EMPTY_RECORD);
    expect(await remembered()).toEqual([]);
    expect((await bench.refresher.compare(R2)).tables).toMatchObject([
      { address: expect.stringMatching(/^Sheet1!B2:/), isPasted: false },
    ]);
    expect(await refreshed()).toEqual(["new"]);
    expect(await column("C7:C8")).toEqual([5300, 5600]);
    expect(await remembered()).toMatchObject([{ id: table.id, standing: R2, arguments: { from: "2026-01" } }]);
    expect(JSON.parse(bench.workbook.names.list()[0]!.comment)).toMatchObject({
      standing: { release: "R2" },
      // A month more, and a line more that tells of it.
      rows: table.rows + 2,
    });
  });

  test("where it was copied and pasted: the copy is told, and a table of its own from then on", async () => {
    const { table, place } = await insert("B2");
    bench.workbook.sheets.add("Report");
    paste(place, "Report!C40");
    paste(place, "Report!C80");
    await bench.enter("Report!D84", [[1]]);
    const comparison = await bench.refresher.compare(R2);
    expect(comparison.tables.map(({ address, isPasted }) => [address.split(":")[0], isPasted])).toEqual([
      ["Sheet1!B2", false],
      ["Report!C40", true],
    ]);
    expect(changeLines(comparison, "en").find(({ address }) => address === "Report!D57")).toMatchObject({
      old: 5238,
      new: 5300,
      note: "A pasted copy: once refreshed, a table of its own",
    });
    expect((await remembered()).length).toBe(1);
    const outcome = await bench.refresher.refresh(R2, { tables: "workbook" });
    expect(outcome.tables.map(({ state }) => state)).toEqual(["new", "new"]);
    expect(await column("Report!D57:D58")).toEqual([5300, 5600]);
    // What is no longer as it was inserted is the user's own.
    expect(await column("Report!D84:D85")).toEqual([1, (await column("C7"))[0]]);
    expect((await remembered()).map(({ id }) => id === table.id)).toEqual([true, false]);
    await bench.refresher.undo(outcome);
    expect(await column("Report!D57:D58")).toEqual([5238, ""]);
    expect(await refreshed()).toEqual(["new", "new"]);
  });

  test("where it was pasted, only within what was chosen", async () => {
    const { place } = await insert("B2");
    bench.workbook.sheets.add("Report");
    paste(place, "Report!A1");
    bench.workbook.selection.select(areaAt(bench.workbook, "Sheet1!C5"));
    expect((await bench.refresher.refresh(R2, { tables: "sheet" })).tables.length).toBe(1);
    expect([await remembered(), await column("Report!B18")]).toMatchObject([{ length: 1 }, [5238]]);
  });

  test("not when the user deleted it: it is forgotten quietly", async () => {
    const { place } = await insert("B2");
    bench.workbook.cells.clear(
      { sheet: place.sheetId, row: place.row, column: place.column, rowCount: place.rows, columnCount: place.columns },
      "Contents",
    );
    expect([await refreshed(), await remembered(), bench.workbook.names.list()]).toEqual([[], [], []]);
    // Whatever is written there later is no table of Orebook's.
    await bench.enter("C6", [[1]]);
    expect(await refreshed()).toEqual([]);
  });

  test("not when its mark points nowhere any more", async () => {
    await insert("B2");
    bench.workbook.names.set({ ...bench.workbook.names.list()[0]!, refersTo: "=#REF!" });
    await bench.enter("C6", [[1]]);
    expect([await refreshed(), await remembered()]).toEqual([[], []]);
  });

  test("by what its cells hold, when its mark points nowhere any more", async () => {
    await insert("B2");
    bench.workbook.names.set({ ...bench.workbook.names.list()[0]!, refersTo: "=#REF!" });
    expect(await refreshed()).toEqual(["new"]);
    expect(await column("C19:C20")).toEqual([5300, 5600]);
    expect(await remembered()).toHaveLength(1);
  });
});

describe.each<[string, Fate, boolean]>([
  ["lost", "lost", false],
  ["done and unanswered", "unanswered", false],
  ["lost, and all after it", "lost", true],
  ["done and unanswered, and all after it", "unanswered", true],
])("each message of a refresh of two tables is %s in its turn", (_name, fate, persistent) => {
  const start = async () => {
    bench = await openBench(R1, file);
    await insert("A1");
    await insert("A40", { ...REQUEST, arguments: { from: "2026-01" } });
    // The second has a row of its user's own, and its months the other way round.
    const months = await bench.values("A43:D45");
    const { sheet } = areaAt(bench.workbook, "A1");
    bench.workbook.structure.carryOut({
      kind: "insert",
      area: { sheet, row: 43, column: 0, rowCount: 1, columnCount: 16_384 },
      along: "rows",
    });
    await bench.enter("A43", [[...months[2]!], ["own", "", "", ""], [...months[1]!], [...months[0]!]] as (
      string | number
    )[][]);
    return { old: await tables() };
  };
  const tables = async () => [await bench.values("A1:E25"), await bench.values("A40:E60")];

  test("each table is wholly old or wholly new, as the outcome says, and a second run completes it", async () => {
    const { old } = await start();
    let messages = 0;
    decide(() => (messages++, "arrives"));
    await bench.refresher.refresh(R2, { tables: "workbook", mark: true });
    const all = await tables();
    const count = messages;
    expect(count).toBeGreaterThan(12);
    const seen = new Set<string>();
    for (let at = 0; at < count; at++) {
      await start();
      let sent = 0;
      decide(() => {
        const number = sent++;
        return number === at || (persistent && number > at) ? fate : "arrives";
      });
      const outcome = await bench.refresher.refresh(R2, { tables: "workbook", mark: true });
      decide(() => "arrives");
      const now = await tables();
      now.forEach((table, i) => {
        const state = outcome.tables[i]?.state ?? "old";
        seen.add(state);
        const is =
          JSON.stringify(table) === JSON.stringify(old[i])
            ? "old"
            : JSON.stringify(table) === JSON.stringify(all[i])
              ? "new"
              : "half";
        expect({ at, i, is }).toEqual({
          at,
          i,
          is: state === "unsure" ? expect.stringMatching(/^(?:old|new)$/) : state,
        });
      });
      const again = await bench.refresher.refresh(R2, { tables: "workbook", mark: true });
      expect({ at, kind: again.kind, states: again.tables.map(({ state }) => state) }).toEqual({
        at,
        kind: "done",
        states: ["new", "new"],
      });
      expect(await tables()).toEqual(all);
      expect((await remembered()).map(({ standing }) => standing)).toEqual([R2, R2]);
    }
    expect(seen).toContain("old");
    expect(seen).toContain("new");
  });
});
