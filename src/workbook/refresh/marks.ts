import { cellsOn } from "../ranges";
import { rectangleOf, splitSheet } from "../../sheets/notation/reference";
import { absolute, addressOf, cellsOf } from "../../sheets/notation/place";
import { newTableId } from "../../sheets/record";
import { packed } from "../../sheets/scan";
import { areasOf, cellsIn } from "../../sheets/notation/areas";
import type { CellPlace } from "../../sheets/notation/place";

/** Fill of a cell that a refresh changed. */
export const MARK_COLOUR = "#FFF2CC";

/** Hidden names hold the marked cells, so that they are found where Excel moved them; the comment is the fill before, "" for none. */
const NAME = "_orebookcolour_";
/** Longer formulas of names are refused by some builds of Excel. */
const FORMULA_LIMIT = 255;

const CELLS_PER_REQUEST = 1000;

/** Colours cells and remembers what takes the colour away again. A cell that is marked stays so, with its first fill remembered; one on a protected sheet keeps its looks. */
export async function mark(context: Excel.RequestContext, cells: readonly CellPlace[]): Promise<void> {
  for (const group of packed(cells, () => 1, CELLS_PER_REQUEST)) await markGroup(context, group);
}

async function markGroup(context: Excel.RequestContext, cells: readonly CellPlace[]): Promise<void> {
  const sheets = new Map(cells.map(({ sheetId }) => [sheetId, context.workbook.worksheets.getItem(sheetId)]));
  for (const sheet of sheets.values()) sheet.load("name,protection/protected");
  const ranges = cells.map((cell) => ({
    cell,
    range: sheets.get(cell.sheetId)!.getRangeByIndexes(cell.row, cell.column, 1, 1),
  }));
  for (const { range } of ranges) range.format.fill.load("color,pattern");
  await context.sync();
  const isOpen = ({ sheetId }: CellPlace) => !sheets.get(sheetId)!.protection.protected;
  const fresh = ranges
    .map(({ cell, range }) => ({ cell, fill: fillOf(range.format.fill) }))
    .filter(({ cell, fill }) => fill !== MARK_COLOUR && isOpen(cell));
  for (const fill of new Set(fresh.map((one) => one.fill))) {
    const areas = areasOf(fresh.filter((one) => one.fill === fill).map(({ cell }) => cell));
    for (const area of areas) cellsOn(sheets.get(area.sheetId)!, area).format.fill.color = MARK_COLOUR;
    for (const [sheetId, sheet] of sheets) {
      const addresses = areas
        .filter((area) => area.sheetId === sheetId)
        .map((area) => absolute(addressOf({ ...area, sheet: sheet.name })));
      const together = packed(addresses, ({ length }) => length + 1, FORMULA_LIMIT - 1);
      for (const some of together) sheet.names.add(NAME + newTableId(), `=${some.join(",")}`, fill).visible = false;
    }
  }
  await context.sync();
}

/** Whether cells are coloured as changed. */
export async function isMarked(context: Excel.RequestContext): Promise<boolean> {
  return (await readMarks(context)).length > 0;
}

/** Takes the colour away, from cells that still have it. What is on protected sheets stays marked. */
export async function unmark(context: Excel.RequestContext): Promise<void> {
  const open = await openSheets(context);
  const marks = (await readMarks(context)).map((one) => ({ ...one, areas: areasIn(one.formula) }));
  const done = marks.filter(({ areas }) => areas.every(({ sheet }) => open.get(sheet) !== false));
  const areas = done
    .flatMap((one) => one.areas.map((area) => ({ ...area, fill: one.fill })))
    .filter(({ sheet }) => open.has(sheet));
  const recoloured = await unmarkAreas(context, areas);
  if (recoloured.length > 0) await unmarkAreas(context, recoloured.flatMap(cellByCell));
  for (const { item } of done) item.delete();
  await context.sync();
}

/** Whether a sheet, by its name, may be coloured; a sheet that is not there is not listed. */
async function openSheets(context: Excel.RequestContext): Promise<Map<string, boolean>> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name,items/protection/protected");
  await context.sync();
  return new Map(worksheets.items.map(({ name, protection }) => [name, !protection.protected]));
}

interface Mark {
  readonly item: Excel.NamedItem;
  readonly formula: string;
  readonly fill: string;
}

async function readMarks(context: Excel.RequestContext): Promise<Mark[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id");
  await context.sync();
  for (const { names } of worksheets.items) names.load("items/name,items/formula,items/comment");
  await context.sync();
  return worksheets.items.flatMap(({ names }) =>
    names.items
      .filter(({ name }) => name.startsWith(NAME))
      .map((item) => ({ item, formula: String(item.formula), fill: item.comment })),
  );
}

interface MarkedArea {
  /** Name of its sheet. */
  readonly sheet: string;
  readonly address: string;
  readonly fill: string;
}

/** The cells a name stands for; those that were deleted are left out. */
function areasIn(formula: string): Omit<MarkedArea, "fill">[] {
  const parts = formula.slice(1).match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  return parts.flatMap((part) => {
    const { sheet, rest } = splitSheet(part);
    return sheet !== undefined && rectangleOf(rest) ? [{ sheet, address: rest.replaceAll("$", "") }] : [];
  });
}

/** Gives back the areas of which some cells have another colour now. */
async function unmarkAreas(context: Excel.RequestContext, areas: readonly MarkedArea[]): Promise<MarkedArea[]> {
  const ranges = areas.map((area) => ({
    area,
    range: context.workbook.worksheets.getItem(area.sheet).getRange(area.address),
  }));
  for (const { range } of ranges) range.format.fill.load("color");
  await context.sync();
  for (const {
    range,
    area: { fill },
  } of ranges) {
    if (colourOf(range.format.fill) !== MARK_COLOUR) continue;
    if (fill === "") range.format.fill.clear();
    else range.format.fill.color = fill;
  }
  const mixed = ranges.filter(({ range }) => colourOf(range.format.fill) === "");
  await context.sync();
  return mixed.map(({ area }) => area);
}

function cellByCell({ address, ...area }: MarkedArea): MarkedArea[] {
  const rectangle = rectangleOf(address);
  return rectangle
    ? cellsIn({ sheetId: "", ...rectangle }).map((cell) => ({
        ...area,
        address: cellsOf({ ...cell, rows: 1, columns: 1 }),
      }))
    : [];
}

/** "" for a cell without a fill, which has the colour of a white one. */
function fillOf(fill: Excel.RangeFill): string {
  return fill.pattern === Excel.FillPattern.none ? "" : colourOf(fill);
}

/** "" for cells of several colours. */
function colourOf({ color }: Excel.RangeFill): string {
  return (color ?? "").toUpperCase();
}
