import { entryOf, type Content, type Write } from "../../../src/sheets/write/content";
import { replaceCells } from "../../../src/workbook/write/replace";
import { openExcel, type TestExcel } from "../excel";

const first = ({ workbook }: TestExcel) => workbook.sheets.list()[0]!.id;
const write = (excel: TestExcel, content: Content[][], row = 0, column = 0): Write => ({
  sheetId: first(excel),
  row,
  column,
  content,
});
const replace = (writes: Write[], before: Write[]) =>
  Excel.run((context) => replaceCells(context, writes, before, () => false));

test.each<[Content, string, unknown]>([
  ["=1+1", "General", "'=1+1"],
  ["=1+1", "@", "=1+1"],
  ["", "General", "'"],
  [null, "General", ""],
  [5, "@", 5],
  [{ formula: "=A1" }, "General", "=A1"],
  [{ error: "#N/A" }, "General", "#N/A"],
])("%j in a cell with format %s is entered as %j", (content, format, entry) => {
  expect(entryOf(content, format)).toBe(entry);
});

test("constants, texts, errors and formulas stand as they were given", async () => {
  const excel = openExcel({ evaluate: () => Promise.resolve(7) });
  await replace([write(excel, [[1, "=x", true, { error: "#N/A" }, { formula: "=SUM(1,6)" }, null]])], []);
  expect(await excel.values("A1:F1")).toEqual([[1, "=x", true, { error: "#N/A" }, 7, ""]]);
  expect(excel.formulas("E1")).toEqual([["=SUM(1,6)"]]);
});

test("what Excel does not keep is undone and told", async () => {
  const excel = openExcel();
  await excel.enter("A1", [["before", "and"]]);
  const { cells } = excel.workbook;
  const enter = cells.enter.bind(cells);
  // A validation that rounds, say.
  cells.enter = (area, content) =>
    enter(
      area,
      content.map((row) => row.map((cell) => (cell === 1.5 ? 2 : cell))),
    );
  await expect(replace([write(excel, [[1.5, 3]])], [write(excel, [["before", "and"]])])).rejects.toMatchObject({
    name: "WorkbookError",
    fault: "failed",
  });
  expect(await excel.values("A1:B1")).toEqual([["before", "and"]]);
});

test("many cells go over in several requests", async () => {
  const excel = openExcel();
  const before = excel.requests();
  const scattered = Array.from({ length: 900 }, (_, i) => write(excel, [[i]], 2 * i, i % 3));
  await replace(scattered, []);
  expect(excel.requests() - before).toBeGreaterThan(4);
  expect((await excel.values("A1:C1799")).flat().filter((cell) => cell !== "").length).toBe(900);
});
