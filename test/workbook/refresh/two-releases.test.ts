/**
 * A workbook of two thousand formulas and ten tables that goes from the first data release to the one the add-in brings.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import { changeLines } from "../../../src/sheets/refresh/comparison-lines";
import { inGroups } from "../../../src/sheets/refresh/formulas/group";
import { insertTable } from "../../../src/workbook/insert/insert-table";
import { seedRelease } from "../../fixtures/compiled";
import { openBench } from "./bench";

const ITEMS = [
  "copper",
  "iron ore",
  "lithium",
  "manganese",
  "aluminium",
  "nickel",
  "zinc",
  "tin",
  "cobalt",
  "antimony",
];
const YEARS = Array.from({ length: 40 }, (_, i) => 1986 + i);
const ASKED = [
  (item: string, year: number) => `=METALS.IMPORTS("${item}",${year})`,
  (item: string, year: number) => `=METALS.EXPORTS("${item}",${year},,"weight")`,
  (item: string, year: number) => `=METALS.PRODUCTION("${item}",${year},"world")`,
  (item: string, year: number) => `=METALS.PRICE("${item}",${year})*2`,
  (item: string, year: number) => `=METALS.RESERVES("${item}",${year},"China")`,
];
const TABLES = [
  "china-dependence",
  "magnet-exports-by-month",
  "magnet-exports-us",
  "metal-prices",
  "nonferrous-sector",
  "rare-earth-quotas",
  "strategic-metals-imports",
  "ten-metals-balance",
  "world-production",
  "world-reserves",
];

test("every change is in a group, the refresh carries all of them out, and a second one has nothing to do", async () => {
  const file = seedRelease();
  const bench = await openBench({ release: "R1" }, file);
  const rows = YEARS.flatMap((year) => ITEMS.map((item) => ASKED.map((asked) => asked(item, year))));
  await bench.enter("A1", rows);
  const sheetId = bench.workbook.sheets.add("Tables").id;
  let row = 0;
  for (const recipe of TABLES) {
    const place = { sheetId, sheet: "Tables", row, column: 0, rows: 1, columns: 1 };
    const inserted = await insertTable(bench.session(), { recipe, arguments: {}, mode: "values" }, place, false);
    if (inserted.kind !== "inserted") throw new Error(`${recipe}: ${inserted.kind}`);
    row += inserted.place.rows + 2;
  }
  const newest = { release: file.release, day: undefined };

  const comparison = await bench.refresher.compare(newest);
  expect([comparison.formulas, comparison.tables.length, comparison.untold]).toEqual([2000, TABLES.length, []]);
  const groups = inGroups(changeLines(comparison, "en"));
  expect(groups.map(({ group }) => group)).toEqual(["revised", "newlyAnswered", "otherSource", "other"]);
  expect(groups.flatMap(({ changes }) => changes)).toHaveLength(changeLines(comparison, "en").length);
  // What a figure is replaced by is told by who says so; nothing that was answered is not any more.
  for (const { group, changes } of groups)
    if (group !== "other")
      expect(
        changes.filter(({ reason, source, new: now }) => reason === "" || (source === "" && typeof now === "number")),
      ).toEqual([]);
  expect(comparison.tables.flatMap(({ obstacle }) => obstacle ?? [])).toEqual([]);
  const old = await bench.values("A1:E400");
  const outcome = await bench.refresher.refresh(newest, { tables: "workbook" });
  expect(outcome).toMatchObject({ kind: "done", left: [], fault: undefined });
  const now = await bench.values("A1:E400");
  const differing = old.flatMap((cells, r) =>
    cells.flatMap((cell, c) => (same(cell, now[r]![c]) ? [] : [`${r} ${c}`])),
  );
  expect(differing.sort()).toEqual(comparison.changed.map(({ row: r, column }) => `${r} ${column}`).sort());
  const again = await bench.refresher.compare(newest);
  expect([again.changed, again.tables.flatMap(({ changes }) => changes)]).toEqual([[], []]);
});

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
