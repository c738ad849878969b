import type { Rectangle } from "../formula";
import { stopIfAborted } from "./progress";

/** So many cells go into one message; where their texts are too long for it, fewer. */
const BLOCK_CELLS = 20_000;

const TOO_LARGE: readonly string[] = ["ResponsePayloadSizeLimitExceeded", "RequestPayloadSizeLimitExceeded"];

interface Contents {
  readonly formulas: unknown[][];
  readonly values: unknown[][];
}

/** Formulas and values of a part of a sheet, block by block. `told` hears of every block, in cells. */
export async function readCells(context: Excel.RequestContext, sheet: Excel.Worksheet, place: Rectangle, told: (cells: number) => void, signal?: AbortSignal): Promise<Contents> {
  const contents: Contents = { formulas: [], values: [] };
  let rows = Math.max(1, Math.floor(BLOCK_CELLS / place.columns));
  for (let row = 0; row < place.rows; ) {
    stopIfAborted(signal);
    const height = Math.min(rows, place.rows - row);
    const block = await readBlock(context, sheet, { ...place, row: place.row + row, rows: height });
    if (!block) {
      rows = Math.max(1, height >> 1);
      continue;
    }
    contents.formulas.push(...block.formulas);
    contents.values.push(...block.values);
    told(height * place.columns);
    row += height;
  }
  return contents;
}

/** Undefined when the block is too large for a message and can be halved. */
async function readBlock(context: Excel.RequestContext, sheet: Excel.Worksheet, { row, column, rows, columns }: Rectangle): Promise<Contents | undefined> {
  const range = sheet.getRangeByIndexes(row, column, rows, columns);
  range.load("formulas,values");
  try {
    await context.sync();
  } catch (error) {
    if (rows > 1 && TOO_LARGE.includes((error as { code?: string }).code ?? "")) return undefined;
    throw error;
  }
  return { formulas: range.formulas, values: range.values };
}
