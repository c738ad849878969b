import { isError } from "../formula";
import type { Scalar } from "../formula";
import type { Place } from "../place";
import { cellCount, CELLS_PER_REQUEST, packed, scalarOf } from "../scan";

const BUSY = ["#BUSY!", "#GETTING_DATA"];

/** Custom functions answer within seconds or not at all. */
const TRIES = 40;
const PAUSE_MILLISECONDS = 250;

/** What places show once Excel has calculated them, or after ten seconds. */
export async function settledValues(context: Excel.RequestContext, places: readonly Place[]): Promise<Scalar[][][]> {
  for (let tries = 1; ; tries++) {
    const values = await readValues(context, places);
    const isBusy = values.some((rows) => rows.some((row) => row.some((cell) => isError(cell) && BUSY.includes(cell.error))));
    if (!isBusy || tries === TRIES) return values;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

async function readValues(context: Excel.RequestContext, places: readonly Place[]): Promise<Scalar[][][]> {
  const values: Scalar[][][] = [];
  for (const group of packed(places, cellCount, CELLS_PER_REQUEST)) values.push(...(await readGroup(context, group)));
  return values;
}

async function readGroup(context: Excel.RequestContext, places: readonly Place[]): Promise<Scalar[][][]> {
  const ranges = places.map(({ sheetId, row, column, rows, columns }) => {
    const range = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, rows, columns);
    range.load("values");
    return range;
  });
  await context.sync();
  return ranges.map((range) => range.values.map((row) => row.map(scalarOf)));
}
