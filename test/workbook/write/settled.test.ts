import { settledValues } from "../../../src/workbook/write/settled";
import type { CellValue } from "../../../workbench/host/workbook-model";
import { openExcel } from "../excel";

/** What a cell shows at one read after the other; the last stays. */
async function settled(shown: readonly CellValue[], expected: CellValue): Promise<{ value: unknown; reads: number }> {
  const { workbook } = openExcel();
  let reads = 0;
  workbook.cells.values = () => [[shown[Math.min(reads++, shown.length - 1)]!]];
  const sheet = workbook.sheets.list()[0]!;
  const place = { sheetId: sheet.id, sheet: sheet.name, row: 0, column: 0, rows: 1, columns: 1 };
  const [values] = await Excel.run((context) => settledValues(context, [place], ([row]) => row![0] === expected));
  return { value: values![0]![0], reads };
}

test.each<[string, readonly CellValue[], number]>([
  ["what is there at once", [5], 1],
  ["what is being calculated", [{ error: "#BUSY!" }, { error: "#BUSY!" }, 5], 3],
  ["what Excel begins to calculate a little later", ["", { error: "#BUSY!" }, 5], 3],
])("waits for %s", async (_, shown, reads) => {
  expect(await settled(shown, 5)).toEqual({ value: 5, reads });
});

test("what is not as expected is given once it has stood a while", async () => {
  expect(await settled(["", 7], 5)).toEqual({ value: 7, reads: 5 });
});
