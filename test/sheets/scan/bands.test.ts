import { bandsOf, cellCount, packed } from "../../../src/sheets/scan";
import { halved } from "../../../src/sheets/scan/bands";

const area = { row: 3, column: 1, rows: 10, columns: 4 };

describe("bandsOf", () => {
  test("takes whole rows where they fit", () => {
    expect(bandsOf("s", area, 12)).toEqual([
      { sheetId: "s", row: 3, column: 1, rows: 3, columns: 4 },
      { sheetId: "s", row: 6, column: 1, rows: 3, columns: 4 },
      { sheetId: "s", row: 9, column: 1, rows: 3, columns: 4 },
      { sheetId: "s", row: 12, column: 1, rows: 1, columns: 4 },
    ]);
  });

  test("cuts rows that are too wide", () => {
    expect(bandsOf("s", { ...area, rows: 1 }, 3).map(({ column, columns }) => [column, columns])).toEqual([
      [1, 3],
      [4, 1],
    ]);
  });

  test.each([1, 2, 3, 7, 40, 100])("covers every cell once, at most %i at a time", (most) => {
    const cells = bandsOf("s", area, most).flatMap((band) =>
      Array.from(
        { length: cellCount(band) },
        (_, i) => `${band.row + Math.floor(i / band.columns)} ${band.column + (i % band.columns)}`,
      ),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(cells.length).toBe(40);
    expect(Math.max(...bandsOf("s", area, most).map(cellCount))).toBeLessThanOrEqual(most);
  });
});

test("packed puts neighbours together up to the limit, and a thing that is too large alone", () => {
  expect(packed([3, 4, 2, 9, 1, 5], (size) => size, 7)).toEqual([[3, 4], [2], [9], [1, 5]]);
});

describe("halved", () => {
  const band = { sheetId: "s", row: 0, column: 0, rows: 3, columns: 2 };

  test("several bands in two groups", () => {
    expect(halved([band, band, band])).toEqual([[band, band], [band]]);
  });

  test("one band by rows, then by columns", () => {
    expect(halved([band])).toEqual([[{ ...band, rows: 2 }], [{ ...band, row: 2, rows: 1 }]]);
    expect(halved([{ ...band, rows: 1 }])).toEqual([
      [{ ...band, rows: 1, columns: 1 }],
      [{ ...band, rows: 1, column: 1, columns: 1 }],
    ]);
  });

  test("a single cell cannot be halved", () => {
    expect(halved([{ ...band, rows: 1, columns: 1 }])).toBeUndefined();
  });
});
