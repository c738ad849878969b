/**
 * Tables that 0.1.0 wrote: unit, sources and notes in a row each, however long, and every row with or without figures.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { layoutAt } from "../../../src/sheets/tables/build-layout";
import type { TableLayout } from "../../../src/sheets/tables/layout";
import { plain } from "../../../src/sheets/tables/cell-content";
import { markOf, type InsertedTable } from "../../../src/sheets/record";
import { changeRecord } from "../../../src/workbook/record/part";
import { areaAt } from "../../../workbench/page/address";
import { openBench, type Bench } from "./bench";

const R1 = { release: "R1", day: undefined };
const R2 = { release: "R2", day: undefined };
let bench: Bench;
beforeEach(async () => {
  bench = await openBench(R1);
});

function layoutOf(table: InsertedTable, standing: typeof R1, isInLines: boolean): TableLayout {
  const built = layoutAt(bench.session(), table, standing, isInLines);
  if (!("layout" in built)) throw new Error(built.refusal);
  return built.layout;
}

const texts = (layout: TableLayout) => layout.rows.map(({ cells }) => cells.map((cell) => plain(cell) ?? ""));

/** Puts a table on the sheet and into the document as 0.1.0 did. */
async function written(recipe: string): Promise<InsertedTable> {
  const asked: InsertedTable = {
    id: "old1",
    recipe,
    arguments: {},
    mode: "values",
    language: "en",
    standing: R1,
    rows: 0,
    columns: 0,
  };
  const layout = layoutOf({ ...asked, arguments: { rows: "all" } }, R1, false);
  const table = { ...asked, rows: layout.rows.length, columns: layout.columns };
  // As texts: otherwise a month becomes a date.
  await bench.enter(
    "A1",
    texts(layout).map((row) => row.map((cell) => (typeof cell === "string" && cell !== "" ? `'${cell}` : cell))),
  );
  await bench.enter(`A${table.rows + 1}`, [["mine"]]);
  const { sheet } = areaAt(bench.workbook, "A1");
  const area = { sheet, row: 0, column: 0, rowCount: table.rows, columnCount: table.columns };
  bench.workbook.names.set({ name: markOf(table.id), scope: sheet, refersTo: area, comment: "", visible: false });
  await changeRecord((record) => ({ ...record, tables: [table] }));
  return table;
}

/** What stands from the first cell down, as wide as the table. */
async function shown(rows: number, columns: number): Promise<unknown[][]> {
  const area = { ...areaAt(bench.workbook, "A1"), rowCount: rows, columnCount: columns };
  await bench.workbook.calculation.settled();
  return bench.workbook.cells.values(area).map((row) => row.map((value) => plain(value as never) ?? ""));
}

describe("a table of 0.1.0", () => {
  test.each([
    "magnet-exports-by-month",
    "metal-prices",
    "world-production-by-country",
    "china-dependence",
    "strategic-metals-imports",
    "rare-earth-quotas",
  ])("%s follows a refresh: every text and row once, nothing lost", async (recipe) => {
    const table = await written(recipe);
    const all = { ...table, arguments: { rows: "all" } };
    const [old, now] = [layoutOf(all, R1, false), layoutOf(all, R2, true)];
    expect(await shown(table.rows, table.columns)).toEqual(texts(old));
    const { tables } = await bench.refresher.compare(R2);
    expect(tables.map(({ obstacle }) => obstacle)).toEqual([undefined]);
    await bench.refresher.refresh(R2, { tables: "workbook" });
    expect(await shown(now.rows.length, now.columns)).toEqual(texts(now));
    expect((await shown(now.rows.length + 1, 1)).at(-1)).toEqual(["mine"]);
  });

  test("has lines that need more than one row, and rows that are left out today", async () => {
    const table = await written("world-production-by-country");
    const all = { ...table, arguments: { rows: "all" } };
    expect(layoutOf(all, R1, true).rows.length).toBeGreaterThan(layoutOf(all, R1, false).rows.length);
  });
});
