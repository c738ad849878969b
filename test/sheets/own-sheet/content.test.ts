import { cellEntry, layOut } from "../../../src/sheets/own-sheet/content";
import { freeSheetName } from "../../../src/sheets/own-sheet/sheet-name";

test("title, lines and tables stand one below the other, every row as long as the widest", () => {
  const layout = layOut({
    title: "Title",
    lines: ["One line"],
    tables: [
      {
        columns: [
          { header: "A", width: 4 },
          { header: "B", width: 9, format: "0.0" },
        ],
        rows: [[1, 2]],
      },
      { heading: "Second", columns: [{ header: "C", width: 6 }], rows: [] },
    ],
  });
  expect(layout.cells).toEqual([
    ["Title", ""],
    ["One line", ""],
    ["", ""],
    ["A", "B"],
    [1, 2],
    ["", ""],
    ["Second", ""],
    ["C", ""],
  ]);
  expect(layout.headingRows).toEqual([6]);
  expect(layout.tables.map(({ headerRow, rows }) => [headerRow, rows])).toEqual([
    [3, 1],
    [7, 0],
  ]);
  expect(layout.widths).toEqual([6, 9]);
});

test.each(['=HYPERLINK("x")', "+1", "-1", "@x", "2024-06", "'quoted", "1e5", "TRUE"])("%s stays a text", (text) => {
  expect(cellEntry(text)).toBe(`'${text}`);
});

test("numbers, truth values and blanks are entered as they are", () => {
  expect([cellEntry(0), cellEntry(false), cellEntry("")]).toEqual([0, false, ""]);
});

test("a text that no cell can hold is cut", () => {
  expect(String(cellEntry("x".repeat(40_000))).length).toBe(32_767);
});

test.each([
  [[], "Sources"],
  [["SOURCES"], "Sources (2)"],
  [["Sources", "sources (2)"], "Sources (3)"],
])("with sheets %j the name is %s", (taken, name) => {
  expect(freeSheetName("Sources", taken)).toBe(name);
});

test("a long name stays within what Excel allows", () => {
  const wanted = "x".repeat(31);
  expect(freeSheetName(wanted, [wanted])).toBe(`${"x".repeat(27)} (2)`);
});
