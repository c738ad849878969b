import type { Rectangle } from "../../sheets/notation/reference";
import { isOnSheet, type Place } from "../../sheets/notation/place";

/** The cells a chart is laid over. */
const ROWS = 16;
const COLUMNS = 8;

/** Between a block and its chart, and between charts. */
const GAP = 1;

/** Behind everything no more charts than this are looked past. */
const MOST = 20;

/** Where a chart of a block may lie, the best first: beside it, below it, behind all that is in use. */
function candidates(block: Place, end: number, charts: number): Rectangle[] {
  const at = (row: number, column: number): Rectangle => ({ row, column, rows: ROWS, columns: COLUMNS });
  const behind = Math.max(end, block.column + block.columns) + GAP;
  const row = Array.from({ length: Math.min(charts, MOST) + 1 }, (_, i) => at(block.row, behind + i * (COLUMNS + GAP)));
  return [
    at(block.row, block.column + block.columns + GAP),
    at(block.row + block.rows + GAP, block.column),
    ...row,
  ].filter((area) => isOnSheet({ ...block, ...area }));
}

interface Points {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a chart covers neither filled cells nor another chart; undefined where there is no such place. Two round trips. */
export async function freePlaceForChart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  block: Place,
): Promise<Rectangle | undefined> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("columnIndex,columnCount");
  sheet.charts.load("items/left,items/top,items/width,items/height");
  await context.sync();
  const { items } = sheet.charts;
  const places = candidates(block, used.isNullObject ? 0 : used.columnIndex + used.columnCount, items.length).map(
    (area) => {
      const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
      range.load("values,left,top,width,height");
      return { area, range };
    },
  );
  await context.sync();
  return places.find(
    ({ range }) => range.values.flat().every((value) => value === "") && !items.some((chart) => meet(chart, range)),
  )?.area;
}

function meet(a: Points, b: Points): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}
