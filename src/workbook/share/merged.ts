import { packed } from "../../sheets/scan";
import type { Left, RestorePlan, Return } from "../../sheets/share/plan-restore";

const PLACES_PER_REQUEST = 500;

/** The plan without formulas that would find merged cells where they fill several: Excel lets none spill there. */
export async function withoutMerged(
  context: Excel.RequestContext,
  { returns, left, back }: RestorePlan,
): Promise<RestorePlan> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return { returns, left, back };
  const blocks = returns.filter(({ place: { rows, columns } }) => rows * columns > 1);
  const merged = new Set<Return>();
  for (const group of packed(blocks, () => 1, PLACES_PER_REQUEST))
    for (const block of await mergedAmong(context, group)) merged.add(block);
  return {
    returns: returns.filter((one) => !merged.has(one)),
    back,
    left: [...left, ...[...merged].map(({ shared }): Left => ({ shared, reason: "merged" }))],
  };
}

async function mergedAmong(context: Excel.RequestContext, returns: readonly Return[]): Promise<Return[]> {
  const areas = returns.map(({ place: { sheetId, row, column, rows, columns } }) => {
    const area = context.workbook.worksheets
      .getItem(sheetId)
      .getRangeByIndexes(row, column, rows, columns)
      .getMergedAreasOrNullObject();
    area.load("areaCount");
    return area;
  });
  await context.sync();
  return returns.filter((_, i) => !areas[i]!.isNullObject);
}
