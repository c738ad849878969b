/**
 * Insert, Cell, Sources, Audit and Refresh for everything that is inserted: nothing of Orebook's is ever not Orebook's.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { insertTable } from "../../../src/workbook/insert/insert-table";
import { insert } from "../../../src/workbook/insert/insert";
import { readSelectedCell } from "../../../src/workbook/cell/selected-cell";
import { auditWorkbook } from "../../../src/workbook/audit/audit";
import { writeSources } from "../../../src/workbook/sources/update";
import { buildLayout } from "../../../src/sheets/tables/build-layout";
import type { TableRequest } from "../../../src/sheets/tables/block";
import type { Place } from "../../../src/sheets/notation/place";
import type { CellValue } from "../../../workbench/host/workbook-model";
import { areaAt } from "../../../workbench/page/address";
import { COPPER } from "../../update/releases";
import { openBench, type Bench } from "../refresh/bench";

const R2 = { release: "R2", day: undefined };
const [OLD, NEW] = [67_330_000_000, 67_500_000_000];

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});

const asked = (recipe: string, given: Record<string, string>): TableRequest => ({
  recipe,
  arguments: given,
  mode: "values",
  language: "en",
});
const at = (address: string): Place => {
  const { sheet, row, column } = areaAt(bench.workbook, address);
  return { sheetId: sheet, sheet: "Sheet1", row, column, rows: 1, columns: 1 };
};
const cells = async (): Promise<CellValue[]> => (await bench.values("A1:Z60")).flat();

/** Where a number stands. */
async function placeOf(value: number): Promise<string> {
  const rows = await bench.values("A1:Z60");
  const row = rows.findIndex((one) => one.includes(value));
  return `${String.fromCharCode(65 + rows[row]!.indexOf(value))}${row + 1}`;
}

/** Takes what is inserted through everything: the figure of copper in 2024, which R2 revises. */
async function walk(): Promise<void> {
  const cell = await placeOf(OLD);
  bench.workbook.selection.select(areaAt(bench.workbook, cell));
  const selected = await readSelectedCell();
  expect(selected.calls.length > 0 || selected.table !== undefined).toBe(true);
  if (selected.table) {
    const { table, row, column } = selected.table;
    const built = buildLayout(bench.session(), table, table.standing);
    if ("refusal" in built) throw new Error(built.refusal);
    expect(built.layout.rows[row]?.provenance[column]).toEqual([{ series: COPPER, period: "2024" }]);
    expect(built.layout.rows[row]?.cells[column]).toBe(OLD);
  }
  const { entries } = await auditWorkbook(bench.session());
  expect(
    entries.some(({ figures }) => figures.some(({ series, period }) => series.id === COPPER && period === "2024")),
  ).toBe(true);
  expect(await writeSources(bench.session(), new Date("2026-12-02T08:00:00Z"))).toMatchObject({ kind: "written" });
  expect((await bench.refresher.refresh(R2, { tables: "workbook" })).kind).toBe("done");
  await bench.workbook.calculation.settled();
  expect((await cells()).includes(OLD)).toBe(false);
  expect(await placeOf(NEW)).toBe(cell);
}

test.each<[string, TableRequest]>([
  ["one value", asked("figure", { series: COPPER, period: "2024" })],
  ["a series", asked("series", { series: COPPER })],
  ["a part of a series", asked("series", { series: COPPER, from: "2023", to: "2024" })],
  ["a table", asked("strategic-metals-imports", { unit: "USD" })],
  ["a table across the sheet", asked("strategic-metals-imports", { unit: "USD", turned: "yes" })],
])("%s, as values", async (_, request) => {
  const insertion = await insertTable(bench.session(), request, at("B2"), false);
  expect(insertion.kind).toBe("inserted");
  await walk();
});

test.each<[string, string, number]>([
  ["one value", '=METALS.IMPORTS("copper",2024)', 1],
  ["a series", '=METALS.SERIES("imports","copper",,,,,1)', 2],
])("%s, as a formula", async (_, formula, columns) => {
  const block = {
    content: [[{ formula }]],
    rows: columns === 1 ? 1 : 20,
    columns,
    formats: [],
    headers: 0,
    widths: [],
  };
  expect((await insert(block, at("B2"), false)).kind).toBe("inserted");
  await bench.workbook.calculation.settled();
  await walk();
});

test("a series has title, unit, header, its periods without a gap, and its sources, no wider than it", async () => {
  await insertTable(bench.session(), asked("series", { series: COPPER }), at("A1"), false);
  const rows = await bench.values("A1:B24");
  expect(rows[0]![0]).toMatch(/copper/i);
  expect(rows[1]![0]).toMatch(/US dollars/);
  expect(rows[2]).toEqual(["Period", "Value (USD)"]);
  const years = rows
    .slice(3)
    .map(([year]) => year)
    .filter((year) => typeof year === "number");
  expect(years).toEqual(Array.from({ length: years.length }, (_, i) => Number(years[0]) + i));
  expect(rows.slice(3).some(([, value]) => typeof value === "object" && value.error === "#N/A")).toBe(true);
  expect(String(rows[3 + years.length]![0])).toMatch(/^Sources?:/);
});

test("months are the first days of theirs, shown as months; without the wish they are words", async () => {
  const MAGNETS = "exports.rare-earth-magnets.chn.wld.weight.customs.m";
  await insertTable(
    bench.session(),
    asked("series", { series: MAGNETS, from: "2025-05", to: "2025-06" }),
    at("A1"),
    false,
  );
  expect((await bench.values("A4:A5")).flat()).toEqual([45_778, 45_809]);
  expect(bench.workbook.cells.numberFormats(areaAt(bench.workbook, "A4:A5")).flat()).toEqual(["mmm yyyy", "mmm yyyy"]);
  await insertTable(
    bench.session(),
    asked("series", { series: MAGNETS, from: "2025-05", to: "2025-06", dates: "no" }),
    at("D1"),
    false,
  );
  expect((await bench.values("D4:D5")).flat()).toEqual(["2025-05", "2025-06"]);
});
