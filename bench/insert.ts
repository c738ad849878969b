import type { Block } from "../src/sheets/insert/block";
import { insert } from "../src/workbook/insert/insert";
import { openExcel } from "../test/workbook/excel";
import { sideBySide, type Line } from "./measure";

const [ROWS, COLUMNS] = [2_500, 4];

const content = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: COLUMNS }, (_, column) => row * COLUMNS + column + 0.5),
);
const block: Block = {
  content,
  rows: ROWS,
  columns: COLUMNS,
  formats: Array.from({ length: COLUMNS }, () => "#,##0.0"),
  headers: 0,
  widths: Array.from({ length: COLUMNS }, () => 8),
};

/** An insertion, with its look at the place, its formats and its way back, beside writing the same cells and formats alone. */
export async function insertLines(): Promise<Line[]> {
  const opened = () => openExcel({ sharesLibrary: true }).workbook.sheets.active;
  const bare = async () => {
    const id = opened();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(id).getRangeByIndexes(0, 0, ROWS, COLUMNS);
      range.values = content;
      range.numberFormat = content.map(() => [...block.formats]);
      await context.sync();
    });
  };
  const whole = async () => {
    const at = { sheetId: opened(), sheet: "Sheet1", row: 0, column: 0, rows: 1, columns: 1 };
    const { kind } = await insert(block, at, false);
    if (kind !== "inserted") throw new Error(`the block was not inserted: ${kind}`);
  };
  return [
    await sideBySide(
      `insert of ${ROWS * COLUMNS} cells, office.js and a workbook in memory`,
      { name: "writing", run: bare },
      { name: "inserting", run: whole },
    ),
  ];
}
