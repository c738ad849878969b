import type { Mark } from "../record";
import { packed } from "../scan";
import { rectangleOf } from "../formula";
import { areasOf, cellsIn, type CellPlace } from "./areas";
import { cellsOf } from "../place";

/** Fill of a cell that a refresh changed. */
export const MARK_COLOUR = "#FFF2CC";

const CELLS_PER_REQUEST = 1000;

/** Colours cells and gives back what is needed to take the colour away again. A cell that is marked stays so, with its first fill remembered. */
export async function mark(context: Excel.RequestContext, cells: readonly CellPlace[]): Promise<Mark[]> {
  const marks: Mark[] = [];
  for (const group of packed(cells, () => 1, CELLS_PER_REQUEST)) marks.push(...(await markGroup(context, group)));
  return marks;
}

async function markGroup(context: Excel.RequestContext, cells: readonly CellPlace[]): Promise<Mark[]> {
  const ranges = cells.map((cell) => ({ cell, range: rangeAt(context, cell) }));
  for (const { range } of ranges) range.format.fill.load("color,pattern");
  await context.sync();
  const fresh = ranges.map(({ cell, range }) => ({ cell, fill: fillOf(range.format.fill) })).filter(({ fill }) => fill !== MARK_COLOUR);
  for (const area of areasOf(fresh.map(({ cell }) => cell))) rangeAt(context, area).format.fill.color = MARK_COLOUR;
  await context.sync();
  return [...new Set(fresh.map(({ fill }) => fill))].flatMap((fill) =>
    areasOf(fresh.filter((one) => one.fill === fill).map(({ cell }) => cell)).map((area) => ({ sheet: area.sheetId, address: cellsOf(area), fill })),
  );
}

/** Takes the colour away, from cells that still have it. */
export async function unmark(context: Excel.RequestContext, marks: readonly Mark[]): Promise<void> {
  const recoloured = await unmarkAreas(context, marks);
  if (recoloured.length > 0) await unmarkAreas(context, recoloured.flatMap(cellByCell));
}

/** Gives back the marks of which some cells have another colour now. */
async function unmarkAreas(context: Excel.RequestContext, marks: readonly Mark[]): Promise<Mark[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/id");
  await context.sync();
  const there = new Set(sheets.items.map(({ id }) => id));
  const ranges = marks.filter(({ sheet }) => there.has(sheet)).map((one) => ({ one, range: context.workbook.worksheets.getItem(one.sheet).getRange(one.address) }));
  for (const { range } of ranges) range.format.fill.load("color");
  await context.sync();
  for (const { range, one: { fill } } of ranges) {
    if (colourOf(range.format.fill) !== MARK_COLOUR) continue;
    if (fill === "") range.format.fill.clear();
    else range.format.fill.color = fill;
  }
  const mixed = ranges.filter(({ range }) => colourOf(range.format.fill) === "");
  await context.sync();
  return mixed.map(({ one }) => one);
}

function cellByCell({ sheet, address, fill }: Mark): Mark[] {
  const area = rectangleOf(address);
  return area ? cellsIn({ sheetId: sheet, ...area }).map((cell) => ({ sheet, address: cellsOf({ ...cell, rows: 1, columns: 1 }), fill })) : [];
}

/** "" for a cell without a fill, which has the colour of a white one. */
function fillOf(fill: Excel.RangeFill): string {
  return fill.pattern === Excel.FillPattern.none ? "" : colourOf(fill);
}

/** "" for cells of several colours. */
function colourOf({ color }: Excel.RangeFill): string {
  return (color ?? "").toUpperCase();
}

function rangeAt(context: Excel.RequestContext, place: CellPlace & { readonly rows?: number; readonly columns?: number }): Excel.Range {
  return context.workbook.worksheets.getItem(place.sheetId).getRangeByIndexes(place.row, place.column, place.rows ?? 1, place.columns ?? 1);
}

