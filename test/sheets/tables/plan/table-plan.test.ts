import type { InsertedTable } from "../../../../src/sheets/record";
import type { Rectangle } from "../../../../src/sheets/notation/reference";
import type { LayoutRow, TableLayout } from "../../../../src/sheets/tables/layout";
import { planTable, type TablePlan } from "../../../../src/sheets/tables/plan/plan";
import { rowSteps } from "../../../../src/sheets/tables/match/row-steps";
import { SheetScan, WorkbookScan, type TableScan } from "../../../../src/sheets/scan";

type Cell = string | number;

const row = (key: string, cells: readonly (Cell | null)[], isBody = false): LayoutRow => ({
  key,
  isBody,
  labels: isBody ? 1 : cells.length,
  cells,
  formats: cells.map((cell) => (typeof cell === "number" ? "#,##0" : "@")),
  provenance: cells.map(() => []),
});

/** A table of years and values as it lies on a sheet: `2022 1, 2023 2`. */
function layout(body: string, notes: readonly string[] = []): TableLayout {
  const rows = body.split(", ").map((line) => {
    const [key = "", value = ""] = line.split(" ");
    return row(`row ${key}`, [`y${key}`, Number.isNaN(Number(value)) ? value : Number(value)], true);
  });
  return {
    title: "T",
    columns: 2,
    widths: [20, 20],
    formats: [undefined, "#,##0"],
    rows: [
      row("title", ["T", null]),
      row("unit", ["t", null]),
      row("header", ["Year", "Value"]),
      ...rows,
      row("sources", ["S", null]),
      ...notes.map((note, i) => row(`note ${i}`, [note, null])),
    ],
  };
}

const TABLE: InsertedTable = {
  id: "t",
  recipe: "r",
  arguments: {},
  mode: "values",
  standing: { release: "R1" },
  rows: 0,
  columns: 2,
};

/** A sheet with a table at B2 and whatever else stands there. */
function plan(
  before: TableLayout,
  after: TableLayout,
  others: Readonly<Record<string, Cell>> = {},
  { isProtected = false, tables = [] as TableScan[], shown = before } = {},
): TablePlan {
  const grid = Array.from({ length: 30 }, () => Array<unknown>(8).fill(""));
  shown.rows.forEach(({ cells }, r) => cells.forEach((cell, c) => (grid[r + 1]![c + 1] = cell ?? "")));
  for (const [address, content] of Object.entries(others))
    grid[Number(address.slice(1)) - 1]![address.charCodeAt(0) - 65] = content;
  const used: Rectangle = { row: 0, column: 0, rows: 30, columns: 8 };
  const values = grid.map((line) => line.map((cell) => (String(cell).startsWith("=") ? 1 : cell)));
  const sheet = new SheetScan({ id: "s", name: "Sheet1", visibility: "Visible", isProtected, hidesRows: false }, used, [
    { ...used, formulas: grid, values },
  ]);
  const area = { row: 1, column: 1, rows: shown.rows.length, columns: 2 };
  return planTable(
    new WorkbookScan([sheet], [], tables),
    { table: TABLE, markSheetId: "s", sheet, area, mode: TABLE.mode, isCopy: false },
    before,
    after,
    TABLE,
  );
}

const OLD = layout("2022 1, 2023 2");

describe("only what changed is written", () => {
  test("a figure", () => {
    const { shifts, writes, obstacle } = plan(OLD, layout("2022 1, 2023 5"));
    expect({ shifts, writes, obstacle }).toEqual({
      shifts: [],
      writes: [{ row: 4, column: 1, content: 5, format: undefined }],
      obstacle: undefined,
    });
  });

  test("a figure that was missing brings its number format, a text the text format", () => {
    const missing = layout("2022 1, 2023 n/a");
    expect(plan(missing, OLD).writes).toEqual([{ row: 4, column: 1, content: 2, format: "#,##0" }]);
    expect(plan(OLD, missing).writes).toEqual([{ row: 4, column: 1, content: "n/a", format: "@" }]);
  });

  test("nothing, when the sheet shows the new table already", () => {
    const after = layout("2022 1, 2023 5, 2024 6");
    expect(plan(OLD, after, {}, { shown: after })).toMatchObject({ shifts: [], writes: [], obstacle: undefined });
  });
});

describe("rows that come at the end", () => {
  const grown = layout("2022 1, 2023 2, 2024 3");

  test("are written below, and the sources move down", () => {
    const { shifts, writes } = plan(OLD, grown, { D5: "=C5*2", E4: "note" });
    expect(shifts).toEqual([]);
    expect(writes.map(({ row, column, content }) => [row, column, content])).toEqual([
      [5, 0, "y2024"],
      [5, 1, 3],
      [6, 0, "S"],
    ]);
  });

  test("push whole rows in where something stands below and nothing beside", () => {
    expect(plan(OLD, grown, { B8: "below", B20: "far" }).shifts).toEqual([{ kind: "pushRows", row: 7, count: 1 }]);
  });

  test("do not tear apart what stands beside", () => {
    expect(plan(OLD, grown, { B8: "below", G7: "a", G8: "b" }).obstacle).toEqual({
      kind: "noRoom",
      rows: 1,
      columns: 0,
    });
    const table: TableScan = {
      name: "Mine",
      sheetId: "s",
      area: { row: 4, column: 6, rows: 6, columns: 2 },
      hasHeaders: true,
      hasTotals: false,
    };
    expect(plan(OLD, grown, { B8: "below" }, { tables: [table] }).obstacle).toEqual({
      kind: "noRoom",
      rows: 1,
      columns: 0,
    });
  });

  test("do not write into a table of Excel's below", () => {
    const table: TableScan = {
      name: "Mine",
      sheetId: "s",
      area: { row: 7, column: 1, rows: 3, columns: 2 },
      hasHeaders: true,
      hasTotals: false,
    };
    expect(plan(OLD, grown, {}, { tables: [table] }).shifts).toEqual([{ kind: "pushRows", row: 7, count: 1 }]);
  });
});

describe("rows that go at the end", () => {
  test("are emptied, and the sources move up", () => {
    const { shifts, writes } = plan(OLD, layout("2022 1"));
    expect(shifts).toEqual([]);
    expect(writes.map(({ row, column, content }) => [row, column, content])).toEqual([
      [4, 0, "S"],
      [4, 1, null],
      [5, 0, null],
    ]);
  });
});

describe("rows that come and go in between", () => {
  const between = layout("2022 1, 2022b 9, 2023 2");

  test("shift the table's cells with the user's own columns, and give back below what they took", () => {
    const { shifts, writes, window } = plan(OLD, between, { D5: "=C5*2", D6: "=C6*2", B20: "far" });
    expect(shifts).toEqual([
      { kind: "insert", row: 5, column: 1, rows: 1, columns: 3 },
      { kind: "delete", row: 8, column: 1, rows: 1, columns: 3 },
    ]);
    expect(writes.map(({ row, column, content }) => [row, column, content])).toEqual([
      [4, 0, "y2022b"],
      [4, 1, 9],
    ]);
    expect(window).toMatchObject({ column: 1, columns: 3, rows: 7 });
  });

  test("go with the formulas beside them", () => {
    expect(plan(between, OLD, { D6: "=C6*2", D7: "=C7*2" }).shifts).toEqual([
      { kind: "delete", row: 5, column: 1, rows: 1, columns: 3 },
      { kind: "insert", row: 7, column: 1, rows: 1, columns: 3 },
    ]);
  });

  test("stay where somebody typed something beside them", () => {
    expect(plan(between, OLD, { D6: "checked" }).obstacle).toEqual({ kind: "ownContent", row: "y2022b" });
  });
});

describe("rows that change their order", () => {
  const swapped = layout("2023 2, 2022 1");

  test("are written anew", () => {
    const { shifts, writes } = plan(layout("2022 1, 2023 2"), swapped);
    expect([shifts, writes.length]).toEqual([[], 4]);
  });

  test("stay where own columns stand beside them", () => {
    expect(plan(layout("2022 1, 2023 2"), swapped, { D5: "mine" }).obstacle).toEqual({ kind: "reordered" });
  });
});

describe("rows that the user sorted, put in or took out", () => {
  const [three, revised] = [layout("2022 1, 2023 2, 2024 3"), layout("2022 1, 2023 2, 2024 9")];
  const written = ({ writes, obstacle }: TablePlan) =>
    obstacle ?? writes.map(({ row, column, content }) => [row, column, content]);

  test("a figure is written where its row stands now", () => {
    expect(written(plan(three, revised, {}, { shown: layout("2024 3, 2023 2, 2022 1") }))).toEqual([[3, 1, 9]]);
    expect(written(plan(three, revised, {}, { shown: layout("2024 3, 2022 1, 2023 2") }))).toEqual([[3, 1, 9]]);
    expect(written(plan(three, revised, {}, { shown: layout("2022 1, mine 7, 2023 2, 2024 3") }))).toEqual([[6, 1, 9]]);
    expect(written(plan(three, revised, {}, { shown: layout("2022 1, 2024 3") }))).toEqual([[4, 1, 9]]);
  });

  test("a figure typed over is still that row's, and is written anew where it changed", () => {
    expect(written(plan(three, revised, {}, { shown: layout("2024 4, 2023 2, 2022 1") }))).toEqual([[3, 1, 9]]);
    expect(written(plan(three, revised, {}, { shown: layout("2024 3, 2023 8, 2022 1") }))).toEqual([[3, 1, 9]]);
  });

  test("a new row comes where the order wants it, and moves what stands there", () => {
    const grown = layout("2022 1, 2023 2, 2024 3");
    const { shifts, after } = plan(OLD, grown, {}, { shown: layout("2023 2, 2022 1") });
    expect(after.rows.slice(3, 6).map(({ cells }) => cells[0])).toEqual(["y2024", "y2023", "y2022"]);
    expect(shifts).toContainEqual({ kind: "insert", row: 4, column: 1, rows: 1, columns: 2 });
  });

  test("an own row at the end of the figures stays the last, one between them where it is", () => {
    const grown = layout("2022 1, 2023 2, 2024 3");
    const order = (shown: TableLayout) =>
      plan(OLD, grown, {}, { shown })
        .after.rows.slice(3)
        .map(({ cells }) => cells[0]);
    expect(order(layout("2022 1, 2023 2, sum 3"))).toEqual(["y2022", "y2023", "y2024", "ysum", "S"]);
    expect(order(layout("2022 1, mean 1, 2023 2"))).toEqual(["y2022", "ymean", "y2023", "y2024", "S"]);
    const { shifts, writes } = plan(OLD, grown, {}, { shown: layout("2022 1, 2023 2, sum 3") });
    expect(shifts.map(({ kind, row }) => [kind, row])).toEqual([
      ["insert", 6],
      ["delete", 9],
    ]);
    expect(writes.map(({ row, content }) => [row, content])).toEqual([
      [5, "y2024"],
      [5, 3],
    ]);
  });

  test("a row that was taken out does not come back, and the document remembers how many there are", () => {
    const { after, next } = plan(
      three,
      layout("2022 1, 2023 2, 2024 9, 2025 4"),
      {},
      { shown: layout("2022 1, 2024 3") },
    );
    expect(after.rows.slice(3).map(({ cells }) => cells[0])).toEqual(["y2022", "y2024", "y2025", "S"]);
    expect(next.rows).toBe(7);
  });

  test("what an earlier run wrote is seen between own rows", () => {
    const grown = layout("2022 1, 2023 2, 2024 3");
    expect(plan(OLD, grown, {}, { shown: layout("2022 1, mine 7, 2023 2, 2024 3") })).toMatchObject({
      writes: [],
      shifts: [],
      obstacle: undefined,
    });
  });

  test("own rows hold a table in its order, as own columns do", () => {
    expect(plan(OLD, layout("2023 2, 2022 1"), {}, { shown: layout("2022 1, mine 7, 2023 2") }).obstacle).toEqual({
      kind: "reordered",
    });
  });
});

test("a protected sheet, and a table of which nobody can tell which row is which, stay as they are", () => {
  const after = layout("2022 1, 2023 5");
  expect(plan(OLD, after, {}, { isProtected: true }).obstacle).toEqual({ kind: "protected" });
  expect(plan(OLD, after, {}, { shown: layout("2022 1, other 2, third 3") }).obstacle).toEqual({ kind: "reshaped" });
  expect(plan(OLD, layout("2022 1, 2023 2, 2024 5"), {}, { shown: layout("2022 1, 2024 4, 2023 2") }).obstacle).toEqual(
    { kind: "reshaped" },
  );
});

test("notes that come and go are rows like any other", () => {
  const { shifts, writes } = plan(OLD, layout("2022 1, 2023 2", ["a note"]));
  expect([shifts, writes]).toEqual([[], [{ row: 6, column: 0, content: "a note", format: "@" }]]);
});

test("steps between two orders of rows", () => {
  expect(rowSteps(["a", "b", "c"], ["a", "x", "c"])).toEqual({ removed: [1], added: [1], from: [0, undefined, 2] });
  expect(rowSteps(["a", "b"], ["b", "a"])).toBeUndefined();
});
