import { unzipSync, strFromU8 } from "fflate";
import { SavedWorkbook } from "../../src/package";
import { addressOfCell } from "../../src/sheets/notation/place";
import type { SheetScan } from "../../src/sheets/scan";
import { CORPUS } from "./corpus";
import { moveToSecond, namedCells, TO } from "./corpus-moved";

const RECORD = /^(?:customXml\/|\[Content_Types\]\.xml$|xl\/_rels\/workbook\.xml\.rels$|xl\/webextensions\/)/;

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
  const named = namedCells(await moveToSecond(workbook));
  const bytes = workbook.bytes();
  const [before, after] = [unzipSync(file), unzipSync(bytes)];
  for (const part of Object.keys(after)) {
    if (RECORD.test(part)) continue;
    const [was, is] = [strFromU8(before[part]!), strFromU8(after[part]!)];
    if (was === is) continue;
    expect(part).toMatch(/^xl\/worksheets\/sheet\d+\.xml$/);
    const [old, now] = [cellsIn(was), cellsIn(is)];
    expect(now.map(bare)).toEqual(old.map(bare));
    const names = [...named.values()].flatMap((places) =>
      [...places].map((place) => addressOfCell(...(place.split(" ").map(Number) as [number, number]))),
    );
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
        if (!named.get(sheet.name)?.has(`${row} ${column}`))
          expect(twin.value(row, column)).toEqual(sheet.value(row, column));
      }
  }

  const { isChanged } = await moveToSecond(second, TO);
  expect([isChanged, Buffer.compare(second.bytes(), bytes)]).toEqual([false, 0]);
});

test("most of the corpus shows another figure then", async () => {
  const counts = await Promise.all(
    Object.values(CORPUS).map(async (file) => (await moveToSecond(SavedWorkbook.read(file))).changed.length),
  );
  expect(counts.length).toBeGreaterThanOrEqual(12);
  expect(counts.filter((count) => count > 0).length).toBeGreaterThanOrEqual(11);
});
