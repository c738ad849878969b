import { cellsOn } from "../ranges";
import { addressOf, type Place, isOnSheet } from "../../sheets/notation/place";
import { WorkbookError } from "../../sheets/workbook-error";
import type { ChartPlan } from "../../sheets/chart";
import { MONTHS } from "../../sheets/write/content";
import type { Rectangle } from "../../sheets/notation/reference";

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

type Points = Readonly<Record<"left" | "top" | "width" | "height", number>>;

/** Where a chart covers neither filled cells nor another chart; undefined where there is no such place. Two round trips. */
async function freePlaceForChart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  block: Place,
): Promise<Rectangle | undefined> {
  const used = sheet.getUsedRangeOrNullObject(true).load("columnIndex,columnCount");
  sheet.charts.load("items/left,items/top,items/width,items/height");
  await context.sync();
  const { items } = sheet.charts;
  const end = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
  const places = candidates(block, end, items.length).map((area) => ({
    area,
    range: cellsOn(sheet, area).load("values,left,top,width,height"),
  }));
  await context.sync();
  return places.find(
    ({ range }) => range.values.flat().every((value) => value === "") && !items.some((chart) => meet(chart, range)),
  )?.area;
}

function meet(a: Points, b: Points): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

/** A chart that stands on its sheet. */
export interface AddedChart {
  readonly sheetId: string;
  readonly name: string;
}

/** Draws the chart of a block where it covers nothing, or leaves none behind. Three round trips. */
export async function addChart(context: Excel.RequestContext, plan: ChartPlan, block: Place): Promise<AddedChart> {
  const added = { sheetId: block.sheetId, name: `Orebook ${Math.random().toString(36).slice(2, 10)}` };
  try {
    await draw(context, plan, block, added.name);
    return added;
  } catch (error) {
    // Excel carries out the steps before the one it refuses.
    await Excel.run((again) => removeChart(again, added)).catch(() => undefined);
    throw error;
  }
}

/** As Excel names them. */
const TYPES = { lines: "Line", columns: "ColumnClustered", bars: "BarClustered" } as const;

async function draw(context: Excel.RequestContext, plan: ChartPlan, block: Place, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(block.sheetId);
  const area = await freePlaceForChart(context, sheet, block);
  if (!area) throw new WorkbookError("failed", `no free place for a chart near ${addressOf(block)}`);
  const cells = (column: number) => sheet.getRangeByIndexes(block.row + plan.row, block.column + column, plan.rows, 1);
  const chart = sheet.charts.add(TYPES[plan.type], cells(plan.series[0]!.column), "Columns");
  chart.name = name;
  plan.series.forEach(({ name: label, column }, i) => {
    const series = i === 0 ? chart.series.getItemAt(0) : chart.series.add(label);
    series.name = label;
    series.setValues(cells(column));
    series.setXAxisValues(cells(plan.categories));
  });
  chart.title.text = plan.title;
  chart.legend.visible = plan.series.length > 1;
  chart.displayBlanksAs = "NotPlotted";
  if (plan.unit !== "") chart.axes.valueAxis.title.text = plan.unit;
  const { categoryAxis } = chart.axes;
  if (plan.over) categoryAxis.title.text = plan.over;
  // The first of a ranking stands at the top.
  if (plan.type === "bars") categoryAxis.reversePlotOrder = true;
  if (plan.isScaled || plan.isDated) {
    // Excel keeps the distance between dates only: years count as its first days, and are shown as plain numbers.
    categoryAxis.categoryType = "DateAxis";
    categoryAxis.baseTimeUnit = plan.isDated ? "Months" : "Days";
    categoryAxis.numberFormat = plan.isDated ? MONTHS : "0";
  }
  chart.setPosition(
    sheet.getCell(area.row, area.column),
    sheet.getCell(area.row + area.rows - 1, area.column + area.columns - 1),
  );
  await context.sync();
}

/** Takes a chart away again, if it is still there. */
export async function removeChart(context: Excel.RequestContext, { sheetId, name }: AddedChart): Promise<void> {
  const chart = context.workbook.worksheets.getItem(sheetId).charts.getItemOrNullObject(name).load("name");
  await context.sync();
  if (chart.isNullObject) return;
  chart.delete();
  await context.sync();
}
