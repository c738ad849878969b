import { areaOf } from "../ranges";
import { cellKey } from "../../sheets/notation/place";
import { covers, type Rectangle } from "../../sheets/notation/reference";
import { packed } from "../../sheets/scan";
import type { Anchor } from "../../sheets/scan/anchors";

/** By sheet. */
type Spills = Map<string, Rectangle[]>;

/** Each is a few objects for Excel to make. */
const ANCHORS_PER_REQUEST = 500;

/**
 * The areas that formulas fill, by sheet. Excel may show a formula in every cell that it fills, so cells whose neighbour
 * above or to the left shows the same one are asked only when no spill covers them.
 */
export async function readSpills(context: Excel.RequestContext, anchors: readonly Anchor[]): Promise<Spills> {
  const spills: Spills = new Map();
  const shown = new Map(anchors.map((anchor) => [cellKey(anchor), anchor.formula]));
  const repeats = ({ sheetId, row, column, formula }: Anchor) =>
    [
      { sheetId, row: row - 1, column },
      { sheetId, row, column: column - 1 },
    ].some((beside) => shown.get(cellKey(beside)) === formula);
  await addSpills(
    context,
    anchors.filter((anchor) => !repeats(anchor)),
    spills,
  );
  const isCovered = ({ sheetId, row, column }: Anchor) =>
    (spills.get(sheetId) ?? []).some((spill) => covers(spill, row, column));
  await addSpills(
    context,
    anchors.filter((anchor) => repeats(anchor) && !isCovered(anchor)),
    spills,
  );
  return spills;
}

async function addSpills(context: Excel.RequestContext, anchors: readonly Anchor[], spills: Spills): Promise<void> {
  for (const group of packed(anchors, () => 1, ANCHORS_PER_REQUEST)) {
    const areas = await readAreas(context, group);
    group.forEach(({ sheetId }, i) => {
      const area = areas[i];
      if (area) spills.set(sheetId, [...(spills.get(sheetId) ?? []), area]);
    });
  }
}

/** What each formula fills beyond its own cell, if it does. One round trip. */
async function readAreas(
  context: Excel.RequestContext,
  anchors: readonly Anchor[],
): Promise<(Rectangle | undefined)[]> {
  const areas = anchors.map(({ sheetId, row, column }) =>
    context.workbook.worksheets
      .getItem(sheetId)
      .getCell(row, column)
      .getSpillingToRangeOrNullObject()
      .load("rowIndex,columnIndex,rowCount,columnCount"),
  );
  await context.sync();
  return areas.map((area) => (area.isNullObject || area.rowCount * area.columnCount === 1 ? undefined : areaOf(area)));
}
