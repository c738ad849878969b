import { recordIn, refreshSaved, SavedWorkbook, type RefreshedWorkbook } from "../../src/package";
import { isError } from "../../src/sheets/formula";
import { rectangleOf } from "../../src/sheets/notation/reference";
import type { InsertedTable, Standing } from "../../src/sheets/record";
import { sessionOf } from "../fixtures/seeds";
import { engineFor } from "./engine";
import { tableFile } from "./table-file";

const PINNED: Standing = { release: "R1", day: "2025-06-30" };
const NEWEST: Standing = { release: "R2", day: undefined };

async function refresh(workbook: SavedWorkbook, from = PINNED, to = NEWEST): Promise<RefreshedWorkbook> {
  const session = { ...sessionOf(), standing: from, dateSystem: workbook.dateSystem };
  const engines = { before: engineFor(session), after: engineFor({ ...session, standing: to }) };
  return refreshSaved(workbook, { session, way: { from, to }, engines, now: "2026-11-30T00:00:00.000Z" });
}

/** What the cells from B2 on show, and their formulas. */
function shownIn(bytes: Uint8Array) {
  const { scan } = SavedWorkbook.read(bytes);
  const [sheet] = scan.sheets;
  const { row, column, rows, columns } = sheet!.used!;
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => {
      const value = sheet!.value(row + r, column + c);
      return [isError(value) ? value.error : value, sheet!.formula(row + r, column + c)];
    }),
  );
}

/** It gains a column and rows in between, and its notes another place. */
const GROWING = "china-production-shares";

describe.each<InsertedTable["mode"]>(["values", "formulas"])("a table as %s at the end of its sheet", (mode) => {
  const before = tableFile(GROWING, mode, PINNED);
  const after = tableFile(GROWING, mode, NEWEST);
  let workbook: SavedWorkbook;
  let done: RefreshedWorkbook;
  let bytes: Uint8Array;
  beforeAll(async () => {
    workbook = SavedWorkbook.read(before.bytes);
    done = await refresh(workbook);
    bytes = workbook.bytes();
  });

  test("shows, cell by cell, what it would if it were inserted today", () => {
    expect(done.tables.map(({ hindrance, plan }) => [hindrance, plan.obstacle])).toEqual([[undefined, undefined]]);
    expect(after.layout.rows.length).toBeGreaterThan(before.layout.rows.length);
    const [now, wanted] = [shownIn(bytes), shownIn(after.bytes)];
    expect(now.slice(0, wanted.length)).toEqual(wanted);
    expect(
      now
        .slice(wanted.length)
        .flat(2)
        .filter((one) => one !== null && one !== undefined),
    ).toEqual([]);
  });

  test("looks like one: rows of a kind alike, bands in turn, new columns like the last", () => {
    const [is, wanted] = [bytes, after.bytes].map((file) => {
      const book = SavedWorkbook.read(file);
      const { id } = book.scan.sheets[0]!;
      return after.layout.rows.map(({ cells }, r) => cells.map((_, c) => book.styleAt(id, r + 1, c + 1) ?? 0));
    });
    const known = is!.map((row, r) => row.map((style, c) => (style < 6 ? style : wanted![r]![c])));
    expect(known).toEqual(wanted);
  });

  test("is marked and remembered as it is now, and a second refresh finds nothing", async () => {
    const again = SavedWorkbook.read(bytes);
    const [mark] = again.scan.names.all;
    const { rows, columns } = rectangleOf(mark!.formula.split("!")[1]!.replaceAll("$", ""))!;
    expect([rows, columns]).toEqual([after.layout.rows.length, after.layout.columns]);
    expect(mark!.comment).toContain('"R2"');
    expect(recordIn(again.file).tables).toMatchObject([{ id: "t1", rows, columns, standing: { release: "R2" } }]);
    expect(again.file.has("xl/calcChain.xml")).toBe(false);
    const { isChanged } = await refresh(again, NEWEST, NEWEST);
    expect([isChanged, Buffer.compare(again.bytes(), bytes)]).toEqual([false, 0]);
  });

  test("comes back as it was", async () => {
    const back = SavedWorkbook.read(bytes);
    await refresh(back, NEWEST, PINNED);
    const now = shownIn(back.bytes());
    const wanted = shownIn(before.bytes);
    expect(now.slice(0, wanted.length).map((row) => row.slice(0, wanted[0]!.length))).toEqual(wanted);
  });

  test("with something below it that would have to move, is left whole, and nothing of it is told as changed", async () => {
    const own = '<row r="ROW"><c r="CROW"><v>7</v></c></row>';
    const { bytes: file } = tableFile(GROWING, mode, PINNED, own);
    const book = SavedWorkbook.read(file);
    const { tables, comparison } = await refresh(book);
    expect(tables.map(({ hindrance, cells }) => [hindrance, cells])).toEqual([["rows-would-move", []]]);
    expect(comparison.tables.flatMap(({ changes }) => changes)).toEqual([]);
    const words = (rows: ReturnType<typeof shownIn>) =>
      rows.map((row) => row.map(([value, formula]) => formula ?? value));
    expect(words(shownIn(book.bytes()))).toEqual(words(shownIn(file)));
  });
});

test("a formula of the user's in a table's way, or one that fills cells, is not written over", async () => {
  const { bytes, layout } = tableFile(GROWING, "values", PINNED);
  const book = SavedWorkbook.read(bytes);
  const row = layout.rows.findIndex(({ isBody }) => isBody) + 1;
  book.patch(book.scan.sheets[0]!.id).enter({ row, column: 2, formula: "SUM(1,2)", value: 3 });
  const own = SavedWorkbook.read(book.bytes());
  const { tables } = await refresh(own);
  expect(tables[0]!.cells).toEqual([]);
  expect(SavedWorkbook.read(own.bytes()).scan.sheets[0]!.formula(row, 2)).toBe("=SUM(1,2)");
});
