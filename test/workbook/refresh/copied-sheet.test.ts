/**
 * A sheet that is copied or renamed while its tables are refreshed.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/", "resources": "usable"}
 */
import type { ReleaseFile } from "../../../src/dataset/format/codec";
import { insertTable } from "../../../src/workbook/insert/insert-table";
import { areaAt } from "../../../workbench/page/address";
import { threeReleases } from "../model/orebook/releases";
import { decide } from "../office/office";
import { findAll } from "../../../src/workbook/refresh/find-all";
import { openBench, type Bench } from "./bench";

const [R1, R2, R3] = ["R1", "R2", "R3"].map((release) => ({ release, day: undefined })) as [
  Standing,
  Standing,
  Standing,
];

interface Standing {
  readonly release: string;
  readonly day: undefined;
}

let file: ReleaseFile;
beforeAll(() => void (file = threeReleases()));

/** A workbook on the first release with a table in B2. */
async function withTable(mode: "values" | "formulas", recipe = "magnet-exports-by-month"): Promise<Bench> {
  const bench = await openBench(R1, file);
  const { sheet, row, column } = areaAt(bench.workbook, "B2");
  const place = { sheetId: sheet, sheet: "Sheet1", row, column, rows: 1, columns: 1 };
  const request = { recipe, arguments: {}, mode } as const;
  expect((await insertTable(bench.session(), request, place, false)).kind).toBe("inserted");
  return bench;
}

/** Refreshes, and copies the sheet just before a message arrives; gives how many there were. */
async function refreshCopying({ workbook, refresher }: Bench, at: number): Promise<number> {
  let sent = 0;
  decide(() => {
    if (sent++ === at)
      workbook.sheets.change(workbook.structure.copySheet(workbook.sheets.active, 1).id, { name: "Copy" });
    return "arrives";
  });
  await refresher.refresh(R2, { tables: "workbook" });
  decide(() => "arrives");
  return sent;
}

test.each([
  ["values", 1],
  ["formulas", 4],
] as const)(
  "the next refresh brings the copy of a table of %s to the same rows and figures, whenever it was made",
  async (mode, stride) => {
    const count = await refreshCopying(await withTable(mode), -1);
    expect(count).toBeGreaterThan(8);
    for (let at = 0; at < count; at += stride) {
      const bench = await withTable(mode);
      await refreshCopying(bench, at);
      const { tables } = await bench.refresher.refresh(R3, { tables: "workbook" });
      expect({ at, states: tables.map(({ state }) => state) }).toEqual({ at, states: ["new", "new"] });
      const shown = await bench.values("Sheet1!B2:D30");
      expect(shown.flat()).toContain("2026-05");
      expect({ at, copy: await bench.values("Copy!B2:D30") }).toEqual({ at, copy: shown });
    }
  },
);

test("taking a refresh back leaves the table on a sheet that was copied since", async () => {
  const bench = await withTable("values");
  const before = await bench.values("Sheet1!B2:D30");
  await bench.refresher.refresh(R2, { tables: "workbook" });
  const after = await bench.values("Sheet1!B2:D30");
  const { structure, sheets } = bench.workbook;
  sheets.change(structure.copySheet(sheets.active, 0).id, { name: "Copy" });
  await bench.refresher.undo({ from: R1, to: R2 });
  expect([await bench.values("Sheet1!B2:D30"), await bench.values("Copy!B2:D30")]).toEqual([before, after]);
  await bench.refresher.refresh(R3, { tables: "workbook" });
  expect(await bench.values("Copy!B2:D30")).toEqual(await bench.values("Sheet1!B2:D30"));
});

test("a table that a refresh did not change is of the release that the document notes", async () => {
  const { workbook, refresher, session } = await withTable("values", "rare-earth-quotas");
  await refresher.refresh(R2, { tables: "workbook" });
  const [mark] = workbook.names.list().filter(({ name }) => name.startsWith("_orebook_"));
  expect(JSON.parse(mark!.comment)).toMatchObject({ standing: { release: "R1" } });
  const { instances } = await findAll("workbook", session(), {});
  expect(instances.map(({ table }) => table.standing)).toEqual([R2]);
});

test("a table whose sheet is renamed while the workbook is read is not taken for a deleted one", async () => {
  for (let at = 0; at < 8; at++) {
    const { workbook, refresher } = await withTable("values", "rare-earth-quotas");
    let sent = 0;
    decide(() => {
      if (sent++ === at) workbook.sheets.change(workbook.sheets.active, { name: "Renamed" });
      return "arrives";
    });
    await refresher.refresh(R2, { tables: "workbook" });
    decide(() => "arrives");
    const { tables } = await refresher.refresh(R3, { tables: "workbook" });
    expect({ at, states: tables.map(({ state }) => state) }).toEqual({ at, states: ["new"] });
  }
});
