/**
 * A workbook with two thousand formulas and ten tables, two releases that differ in three figures.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { insertTable } from "../../../src/workbook/insert/insert-table";
import type { CellValue, Matrix } from "../../../workbench/host/workbook-model";
import { openBench, type Bench } from "./bench";

const ROWS = 500;
const METALS = ["copper", "iron ore", "lithium", "manganese", "aluminium"];
const YEARS = [2012, 2024, 2025, 2019, 2023];
const RECIPES = [
  "china-dependence",
  "magnet-exports-by-month",
  "magnet-exports-us",
  "nonferrous-sector",
  "pakistan-minerals",
  "rare-earth-quotas",
  "strategic-metals-imports",
  "ten-metals-balance",
  "world-production",
  "world-reserves",
];
const R2 = { release: "R2", day: undefined };

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await bench.enter(
    "A1",
    Array.from({ length: ROWS }, (_, i) => {
      const [metal, year] = [METALS[i % METALS.length]!, YEARS[Math.floor(i / METALS.length) % YEARS.length]!];
      const row = i + 1;
      return [
        metal,
        year,
        `=METALS.IMPORTS(A${row},B${row})`,
        `=METALS.IMPORTS($A${row},B${row},,,"USD bn")*2`,
        `=METALS.PRODUCTION(A${row},B${row})`,
        `=METALS.SOURCE("imports",A${row},B${row})`,
        `note ${row}`,
      ];
    }),
  );
  const sheet = bench.workbook.sheets.add("Tables").id;
  let row = 0;
  for (const recipe of RECIPES) {
    const inserted = await insertTable(
      bench.session(),
      { recipe, arguments: {}, mode: "values" },
      { sheetId: sheet, sheet: "Tables", row, column: 0, rows: 1, columns: 1 },
      false,
    );
    if (inserted.kind !== "inserted") throw new Error(`${recipe}: ${inserted.kind}`);
    row += inserted.place.rows + 2;
  }
});

const everything = async (): Promise<Matrix<CellValue>> => [
  ...(await bench.values(`Sheet1!A1:G${ROWS}`)),
  ...(await bench.values("Tables!A1:K300")),
];

test("exactly the affected cells change, everything else keeps its value, and undo restores", async () => {
  const before = await everything();
  bench.computed();

  const comparison = await bench.refresher.compare(R2);
  expect(comparison.formulas).toBe(4 * ROWS);
  expect(comparison.untold).toEqual([]);
  const affected = (i: number) =>
    ["copper 2024", "copper 2025", "lithium 2024"].includes(
      `${METALS[i % METALS.length]} ${YEARS[Math.floor(i / METALS.length) % YEARS.length]}`,
    );
  const rows = Array.from({ length: ROWS }, (_, i) => i).filter(affected);
  expect(new Set(comparison.changed.map(({ row }) => row))).toEqual(new Set(rows));
  const changedTables = comparison.tables.filter(({ changes }) => changes.length > 0).map(({ title }) => title);
  expect(changedTables).toEqual([
    expect.stringContaining("dependence"),
    expect.stringContaining("imports of strategic metals"),
  ]);

  const outcome = await bench.refresher.refresh(R2, { tables: "workbook" });
  expect(outcome).toMatchObject({ kind: "done", left: [], fault: undefined });
  expect(Object.values(bench.computed()).reduce((sum, count) => sum + count, 0)).toBe(comparison.changed.length);
  const after = await everything();
  const differing = after.flatMap((row, r) => (JSON.stringify(row) === JSON.stringify(before[r]) ? [] : [r]));
  expect(differing.filter((row) => row < ROWS)).toEqual(rows);
  const told = comparison.tables.flatMap(({ changes }) =>
    changes.map(({ address }) => ROWS + Number(/(\d+)$/.exec(address)![1]) - 1),
  );
  expect(differing.filter((row) => row >= ROWS)).toEqual([...new Set(told)].sort((a, b) => a - b));

  expect(await bench.refresher.undo(outcome)).toMatchObject({ kind: "done" });
  expect(await everything()).toEqual(before);
});

test("progress is told from the beginning to the end and never goes back", async () => {
  const told: number[] = [];
  await bench.refresher.refresh(R2, {}, { onProgress: ({ done, total }) => told.push(total === 0 ? 0 : done / total) });
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBeGreaterThan(0.9);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.length).toBeGreaterThan(10);
});
