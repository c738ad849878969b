import type { DrawnChart } from "../../sheets/chart";

/** Charts whose values have two dimensions. */
const SCATTERED = /^(?:XYScatter|Bubble)/;

/** Every chart on the sheets of the workbook. A round trip for each, and two more. */
export async function readCharts(context: Excel.RequestContext): Promise<DrawnChart[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  for (const { charts } of worksheets.items) charts.load("items/name,items/chartType,items/series/items/name");
  await context.sync();
  const found: DrawnChart[] = [];
  for (const { name: sheet, charts } of worksheets.items)
    for (const chart of charts.items) found.push({ name: chart.name, sheet, values: await valuesOf(context, chart) });
  return found;
}

/** Of histograms and their like Excel refuses to tell, which ends the request: each chart is asked by itself. */
async function valuesOf(
  context: Excel.RequestContext,
  { chartType, series }: Excel.Chart,
): Promise<string[] | undefined> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.15")) return undefined;
  const dimension = SCATTERED.test(chartType) ? "YValues" : "Values";
  const told = series.items.map((one) => ({
    type: one.getDimensionDataSourceType(dimension),
    text: one.getDimensionDataSourceString(dimension),
  }));
  try {
    await context.sync();
  } catch {
    return undefined;
  }
  if (told.some(({ type }) => type.value === "Unknown")) return undefined;
  return told.filter(({ type }) => type.value === "LocalRange").map(({ text }) => text.value.replace(/^=?/, "="));
}
