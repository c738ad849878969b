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

/** How each cell is set off, once the next round trip is over. */
export function readCellLooks(range: Excel.Range): OfficeExtension.ClientResult<Excel.CellProperties[][]> {
  return range.getCellProperties(ASKED);
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
