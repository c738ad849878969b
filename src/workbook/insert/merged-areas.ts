import type { Rectangle } from "../../sheets/notation/reference";

/** Merged cells that lie in a range or reach into it. */
export interface MergedAreas {
  /** Call after the round trip that follows `mergedIn`; makes another one where there are any. */
  rectangles(context: Excel.RequestContext): Promise<Rectangle[]>;
}

/** Asks for the merged cells of a range, with the caller's next round trip. Excel before ExcelApi 1.13 does not tell. */
export function mergedIn(range: Excel.Range): MergedAreas {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return { rectangles: () => Promise.resolve([]) };
  const merged = range.getMergedAreasOrNullObject();
  merged.load("areaCount");
  return {
    async rectangles(context) {
      if (merged.isNullObject) return [];
      merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
      await context.sync();
      return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
        row: rowIndex,
        column: columnIndex,
        rows: rowCount,
        columns: columnCount,
      }));
    },
  };
}
