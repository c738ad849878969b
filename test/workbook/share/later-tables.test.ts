/**
 * Shared tables that were refreshed, sorted or written into before their formulas come back.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import type { ReleaseFile } from "../../../src/dataset/format/codec";
import { insertTable } from "../../../src/workbook/insert/insert-table";
import { readLedger } from "../../../src/workbook/share/ledger";
import { restore, type RestoreResult } from "../../../src/workbook/share/restore";
import { share } from "../../../src/workbook/share/share";
import type { CellValue, Matrix } from "../../../workbench/host/workbook-model";
import { areaAt } from "../../../workbench/page/address";
import { threeReleases } from "../model/orebook/releases";
import { openBench, type Bench } from "../refresh/bench";

const NOW = new Date("2026-12-15T08:00:00Z");
const at = (release: string) => ({ release, day: undefined });

let file: ReleaseFile;
let bench: Bench;
beforeAll(() => void (file = threeReleases()));
beforeEach(async () => (bench = await openBench(at("R1"), file)));

async function insert(address: string, recipe: string, mode: "values" | "formulas"): Promise<void> {
  const { sheet, row, column } = areaAt(bench.workbook, address);
  const place = { sheetId: sheet, sheet: bench.workbook.sheets.get(sheet)!.name, row, column, rows: 1, columns: 1 };
  expect(await insertTable(bench.session(), { recipe, arguments: {}, mode }, place, false)).toMatchObject({
    kind: "inserted",
  });
  await bench.workbook.calculation.settled();
}

const sharing = () => share(bench.session(), "workbook", NOW);
const restoring = async () =>
  (await restore(bench.session(), "workbook", NOW)) as Extract<RestoreResult, { kind: "restored" }>;
const refreshed = async (release: string, tables: "workbook" | "none") =>
  expect(await bench.refresher.refresh(at(release), { tables })).toMatchObject({ kind: "done" });
const formulas = (address: string) => bench.workbook.cells.formulas(areaAt(bench.workbook, address));
const kept = async () => (await Excel.run((context) => readLedger(context))).formulas.length;

/** The rows of periods on a sheet, and what a table of values inserted now would have there. */
async function figures(): Promise<{ readonly shown: Matrix<CellValue>; readonly wanted: Matrix<CellValue> }> {
  bench.workbook.sheets.add("Fresh");
  await insert("Fresh!A1", "metal-prices", "values");
  const [shown, wanted] = [await bench.values("Sheet1!A1:H40"), await bench.values("Fresh!A1:H40")];
  const isPeriod = ([first]: readonly CellValue[]) => /^\d{4}$/.test(String(first));
  return { shown: shown.filter(isPeriod), wanted: wanted.filter(isPeriod) };
}

/** The years of the table of prices. */
const YEARS = "A5:H20";

/** Turns rows over, as somebody who sorts them does. */
function sortDown(address = YEARS): void {
  const area = areaAt(bench.workbook, address);
  bench.workbook.cells.enter(area, [...bench.workbook.cells.formulas(area)].reverse());
}

test("values that were put in place of formulas at another release than their rows are all written anew", async () => {
  await insert("A1", "metal-prices", "formulas");
  // The second release has no prices of 2015, the third has those of the first again.
  await refreshed("R2", "none");
  await sharing();
  expect((await bench.values("A1:H40")).find(([year]) => year === 2015)).toContain("n/a");
  await bench.enter("B6", [[1234]]);
  await refreshed("R3", "workbook");
  const { shown, wanted } = await figures();
  expect(shown[1]![1]).toBe(1234);
  expect(shown.map((row, r) => row.map((cell, c) => (r === 1 && c === 1 ? wanted[1]![1] : cell)))).toEqual(wanted);
});

test("in a table that was sorted meanwhile every formula comes back to its own row", async () => {
  await insert("A1", "metal-prices", "formulas");
  await refreshed("R2", "none");
  const lines = formulas(YEARS);
  expect([lines[0]![0], lines.at(-1)![0]]).toEqual([2010, 2025]);
  await sharing();
  sortDown();
  expect(await restoring()).toMatchObject({ left: [], different: [] });
  expect([formulas(YEARS), await kept()]).toEqual([[...lines].reverse(), 0]);
});

test("in a table that was refreshed meanwhile all its rows ask again, those that came included", async () => {
  await insert("A1", "magnet-exports-by-month", "formulas");
  await sharing();
  await refreshed("R3", "workbook");
  const { left } = await restoring();
  expect([left, await kept()]).toEqual([[], 0]);
  const rows = formulas("A1:B40").filter(([month]) => /^\d{4}-\d\d$/.test(String(month)));
  expect(rows.at(-1)![0]).toBe("2026-05");
  expect(rows.filter(([, figure]) => !String(figure).startsWith("="))).toEqual([]);
});

test("what somebody wrote in place of a figure stays, and its formula is kept", async () => {
  await insert("A1", "metal-prices", "formulas");
  await sharing();
  sortDown();
  await bench.enter("C6", [["mine"]]);
  const { left } = await restoring();
  expect(left).toMatchObject([{ reason: "changed", shared: { formula: expect.stringContaining("2024") as string } }]);
  expect([formulas("C6")[0]![0], await kept()]).toEqual(["mine", 1]);
});

test("of a table that nobody can read any more no formula comes back, and all are kept", async () => {
  await insert("A1", "metal-prices", "formulas");
  const count = formulas("A1:H40")
    .flat()
    .filter((cell) => String(cell).startsWith("=")).length;
  await sharing();
  sortDown("A5:H6");
  // Three rows have other names, and one more stands between them.
  await bench.enter("A8", [["x"], ["y"], ["z"]]);
  const area = { ...areaAt(bench.workbook, "A9"), columnCount: 16_384 };
  bench.workbook.structure.carryOut({ kind: "insert", along: "rows", area });
  const before = formulas("A1:H40");
  const result = await restoring();
  expect(result.left.map(({ reason }) => reason)).toEqual(Array(count).fill("changed"));
  expect([formulas("A1:H40"), await kept()]).toEqual([before, count]);
});
