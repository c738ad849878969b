import { unzipSync } from "fflate";
import { PackageFault, SavedWorkbook } from "../../src/package";
import { isError, type Scalar } from "../../src/sheets/formula";
import { fileOf } from "./build";
import { CORPUS } from "./corpus";

const shown = (value: Scalar) => (isError(value) ? value.error : value);

describe.each(Object.entries(CORPUS))("%s", (_, file) => {
  test("without a change the file is the very same bytes", () => {
    const workbook = SavedWorkbook.read(file);
    expect(workbook.bytes()).toEqual(file);
  });

  test("setting every cell to what it shows changes no value, and no other part", () => {
    const workbook = SavedWorkbook.read(file);
    const before = new Map<string, unknown>();
    for (const sheet of workbook.scan.sheets) {
      if (!sheet.used) continue;
      for (let row = 0; row < sheet.used.rows; row++)
        for (let column = 0; column < sheet.used.columns; column++) {
          const [r, c] = [sheet.used.row + row, sheet.used.column + column];
          before.set(`${sheet.id} ${r} ${c}`, shown(sheet.value(r, c)));
          if (sheet.value(r, c) !== null) workbook.patch(sheet.id).set({ row: r, column: c, value: sheet.value(r, c) });
        }
    }
    const again = SavedWorkbook.read(workbook.bytes());
    for (const [key, value] of before) {
      const [id, row, column] = key.split(" ");
      expect([key, shown(again.scan.sheet(id!)!.value(Number(row), Number(column)))]).toEqual([key, value]);
    }
    expect(formulasOf(again)).toEqual(formulasOf(SavedWorkbook.read(file)));
    expect(differing(file, workbook.bytes()).every((part) => part.startsWith("xl/worksheets/sheet"))).toBe(true);
  });

  test("finds the formulas that ask Orebook", () => {
    const found = [...SavedWorkbook.read(file).scan.orebookFormulas()];
    expect(found.length).toBe(/nothing/.test(_) ? 0 : /shared formulas/.test(_) ? 3 : 1);
  });

  test("a change of one cell leaves every other entry as it was, header included", () => {
    const workbook = SavedWorkbook.read(file);
    const [sheet] = workbook.scan.sheets;
    workbook.patch(sheet!.id).set({ row: 40, column: 30, value: 'a <new> & "quoted" text ' });
    const out = workbook.bytes();
    expect(differing(file, out)).toEqual(["xl/worksheets/sheet1.xml"]);
    expect(SavedWorkbook.read(out).scan.sheets[0]!.value(40, 30)).toBe('a <new> & "quoted" text ');
    expect(SavedWorkbook.read(out).bytes()).toEqual(out);
  });
});

test("a file that is cut off or has a bit turned is refused, or read as it was", () => {
  const file = CORPUS["spills and functions younger than the format"]!;
  /** What is read, and what every part holds after a change is written. */
  const result = (bytes: Uint8Array): unknown => {
    const workbook = SavedWorkbook.read(bytes);
    const read = formulasOf(workbook);
    workbook.patch(workbook.scan.sheets[0]!.id).set({ row: 0, column: 1, value: 17 });
    const { file: out } = SavedWorkbook.read(workbook.bytes());
    return [read, Object.fromEntries(out.parts.map((part) => [part, Buffer.from(out.content(part)).toString("hex")]))];
  };
  const intact = result(file);
  const outcome = (bytes: Uint8Array): unknown => {
    try {
      return result(bytes);
    } catch (error) {
      if (error instanceof PackageFault) return "refused";
      throw error;
    }
  };
  for (let i = 1; i <= 200; i++) expect(outcome(file.slice(0, Math.floor((file.length * i) / 201)))).toBe("refused");
  for (let i = 0; i < 2000; i++) {
    const damaged = file.slice();
    const bit = Math.floor((damaged.length * 8 * i) / 2000);
    damaged[bit >> 3]! ^= 1 << (bit & 7);
    expect(["refused", intact]).toContainEqual(outcome(damaged));
  }
});

test.each([
  ["an angle bracket in a value", '<row r="1"><c t="n<c r="A1">tr"><f>_xldudf_METALS_VERSION()</f><v>1</v></c></row>'],
  ["a word without a value", '<row r="1"><c r="A1" s><v>1</v></c></row>'],
  ["values without a blank between", '<row r="1"><c r="A1"s="1"><v>1</v></c></row>'],
])("a sheet with a tag that is torn (%s) is refused: what is written into it would be lost", (_, rows) => {
  expect(() => SavedWorkbook.read(fileOf({ sheets: [{ name: "S", rows }] }))).toThrow(PackageFault);
});

test("a row and a cell can come between others that do without their places", () => {
  const workbook = SavedWorkbook.read(CORPUS["Google's: cells and rows without places"]!);
  const { id } = workbook.scan.sheets[0]!;
  workbook.patch(id).set({ row: 0, column: 5, value: 5 });
  workbook.patch(id).set({ row: 4, column: 0, value: "below" });
  const [sheet] = SavedWorkbook.read(workbook.bytes()).scan.sheets;
  expect(sheet!.values({ row: 0, column: 0, rows: 5, columns: 6 })).toEqual([
    ["copper", 67330000000, null, null, null, 5],
    [1, null, null, null, null, null],
    [null, null, null, null, null, null],
    [null, null, null, null, null, null],
    ["below", null, null, null, null, null],
  ]);
});

function formulasOf(workbook: SavedWorkbook): unknown {
  return workbook.scan.sheets.map((sheet) => [
    sheet.name,
    sheet.spills,
    [...sheet.formulaCells()].map(({ row, column, formula }) => [row, column, formula]),
  ]);
}

/** The entries whose content differs between two files. */
function differing(a: Uint8Array, b: Uint8Array): string[] {
  const [before, after] = [unzipSync(a), unzipSync(b)];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  return Object.keys(before).filter((part) => Buffer.compare(before[part]!, after[part]!) !== 0);
}
