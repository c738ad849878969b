import { unzipSync, strFromU8 } from "fflate";
import { createSession } from "../../src/functions";
import { Dataset } from "../../src/dataset/dataset";
import { refreshSaved, SavedWorkbook, type RefreshedWorkbook } from "../../src/package";
import { addressOfCell } from "../../src/sheets/notation/place";
import type { SheetScan } from "../../src/sheets/scan";
import { secondRelease } from "../update/releases";
import { CORPUS } from "./corpus";
import { engineFor } from "./engine";

const dataset = new Dataset(secondRelease());
const [FROM, TO] = [{ release: "R1" }, { release: "R2" }];
const RECORD = /^(?:customXml\/|\[Content_Types\]\.xml$|xl\/_rels\/workbook\.xml\.rels$|xl\/webextensions\/)/;

async function refresh(workbook: SavedWorkbook, from = FROM): Promise<RefreshedWorkbook> {
  const session = createSession(dataset, { addinVersion: "9.9.9", standing: from, dateSystem: workbook.dateSystem });
  const engines = { before: engineFor(session), after: engineFor({ ...session, standing: TO }) };
  return refreshSaved(workbook, { session, way: { from, to: TO }, engines, now: "2026-12-02T00:00:00.000Z" });
}

/** A sheet's text without what a refresh may change in a cell: its value, its type, the area it fills. */
function bare(cell: string): string {
  return cell
    .replace(/<((?:\w+:)?)v>[^<]*<\/\1v>/, "<v/>")
    .replace(/(<(?:\w+:)?c\b[^>]*?)\s(?:t|vm)="[^"]*"/, "$1")
    .replace(/(<(?:\w+:)?f\b[^>]*?\sref=")[^"]*"/, '$1"');
}

const formulasOf = (sheet: SheetScan) =>
  [...sheet.formulaCells()].map(({ row, column, formula }) => [row, column, formula]);

const cellsIn = (xml: string): string[] => xml.split(/(?=<(?:\w+:)?c[ >])/);

test.each(Object.entries(CORPUS))("%s: a refresh changes what it names and nothing else", async (_, file) => {
  const workbook = SavedWorkbook.read(file);
  const { changed } = await refresh(workbook);
  const bytes = workbook.bytes();
  const [before, after] = [unzipSync(file), unzipSync(bytes)];
  const named = new Map<string, Set<string>>();
  for (const { node, new: value } of changed) {
    const { sheet, row, column } = node;
    const places = named.get(sheet.name) ?? new Set<string>();
    named.set(sheet.name, places);
    const area = sheet.areaOf(row, column);
    const [rows, columns] = Array.isArray(value) ? [value.length, value[0]!.length] : [1, 1];
    for (let r = 0; r < Math.max(rows, area.rows); r++)
      for (let c = 0; c < Math.max(columns, area.columns); c++) places.add(addressOfCell(row + r, column + c));
  }
  for (const part of Object.keys(after)) {
    if (RECORD.test(part)) continue;
    const [was, is] = [strFromU8(before[part]!), strFromU8(after[part]!)];
    if (was === is) continue;
    expect(part).toMatch(/^xl\/worksheets\/sheet\d+\.xml$/);
    const [old, now] = [cellsIn(was), cellsIn(is)];
    expect(now.map(bare)).toEqual(old.map(bare));
    const names = [...named.values()].flatMap((places) => [...places]);
    // A cell that does without its place is told by those that have one: no other cell of the corpus changes.
    const written = now.filter((cell, i) => cell !== old[i]).map((cell) => /\sr="([A-Z]+\d+)"/.exec(cell)?.[1]);
    expect(names).toEqual(expect.arrayContaining(written.filter((place) => place !== undefined)));
    expect(written.length).toBeLessThanOrEqual(names.length);
  }

  const [first, second] = [SavedWorkbook.read(file), SavedWorkbook.read(bytes)];
  for (const sheet of first.scan.sheets) {
    const twin = second.scan.sheet(sheet.id)!;
    expect(formulasOf(twin)).toEqual(formulasOf(sheet));
    const { used } = sheet;
    for (let r = 0; used && r < used.rows; r++)
      for (let c = 0; c < used.columns; c++) {
        const [row, column] = [used.row + r, used.column + c];
        if (!named.get(sheet.name)?.has(addressOfCell(row, column)))
          expect(twin.value(row, column)).toEqual(sheet.value(row, column));
      }
  }

  const { isChanged } = await refresh(second, TO);
  expect([isChanged, Buffer.compare(second.bytes(), bytes)]).toEqual([false, 0]);
});

test("most of the corpus shows another figure then", async () => {
  const counts = await Promise.all(
    Object.values(CORPUS).map(async (file) => (await refresh(SavedWorkbook.read(file))).changed.length),
  );
  expect(counts.length).toBeGreaterThanOrEqual(12);
  expect(counts.filter((count) => count > 0).length).toBeGreaterThanOrEqual(11);
});
