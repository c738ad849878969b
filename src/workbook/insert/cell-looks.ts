import { rangeAt } from "../ranges";
import type { Rectangle } from "../../sheets/notation/reference";
import { bandsOf } from "../../sheets/scan";

/** What Orebook may change of how cells are set off. */
const ASKED = {
  style: true,
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, color: true },
    borders: { style: true },
    horizontalAlignment: true,
    indentLevel: true,
    verticalAlignment: true,
    wrapText: true,
  },
};

export type CellLooks = readonly (readonly Excel.CellProperties[])[];

/** How the cells of an area are set off. */
export interface AreaLooks extends Rectangle {
  readonly looks: CellLooks;
}

/** With all that is asked of each, these cells stay far below the 5 MB that Excel on the web answers, and takes, at once. */
const LOOKS_PER_REQUEST = 5000;

/** How each cell is set off, once the next round trip is over. */
export function readCellLooks(range: Excel.Range): OfficeExtension.ClientResult<Excel.CellProperties[][]> {
  return range.getCellProperties(ASKED);
}

/** The same of an area in as many parts as Excel answers one by one; a single one comes with the next round trip. */
export async function readAreaLooks(
  context: Excel.RequestContext,
  sheetId: string,
  area: Rectangle,
): Promise<() => AreaLooks[]> {
  const bands = bandsOf(sheetId, area, LOOKS_PER_REQUEST);
  const read: OfficeExtension.ClientResult<Excel.CellProperties[][]>[] = [];
  for (const band of bands) {
    read.push(readCellLooks(rangeAt(context, band)));
    await apart(context, bands);
  }
  return () => bands.map((band, i) => ({ ...band, looks: read[i]!.value }));
}

/** Sets the cells of areas off as they were: a single one with the next round trip. */
export async function putAreaLooksBack(
  context: Excel.RequestContext,
  areas: readonly AreaLooks[],
  cellsAt: (row: number, column: number, rows: number, columns: number) => Excel.Range,
): Promise<void> {
  for (const { row, column, rows, columns, looks } of areas) {
    putLooksBack(cellsAt(row, column, rows, columns), looks);
    await apart(context, areas);
  }
}

/** Each of several goes in a message of its own. */
async function apart(context: Excel.RequestContext, { length }: readonly unknown[]): Promise<void> {
  if (length > 1) await context.sync();
}

/** Sets cells off as they were, but for number formats, which come after it. A style takes everything else with it. */
export function putLooksBack(
  range: Excel.Range,
  looks: CellLooks,
  isMeant = (_row: number, _column: number) => true,
): void {
  const set = (of: (cell: Excel.CellProperties) => Excel.SettableCellProperties) =>
    range.setCellProperties(looks.map((cells, r) => cells.map((cell, c) => (isMeant(r, c) ? of(cell) : {}))));
  set(({ style = "Normal" }) => ({ style }));
  set(({ format = {} }) => ({ format: own(format) }));
}

/** A cell without a fill has the colour of a white one. */
function own({ fill, ...format }: Excel.CellPropertiesFormat): Excel.CellPropertiesFormat {
  return fill?.color === undefined || fill.pattern === "None" ? format : { ...format, fill: { color: fill.color } };
}
