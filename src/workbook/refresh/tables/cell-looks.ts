import type { Contents } from "../../../sheets/write/contents";

/** What a refresh may change of how cells are set off. */
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

type CellLooks = readonly (readonly Excel.CellProperties[])[];

/** What cells held before they were written to. */
export interface Before {
  readonly contents: Contents;
  /** Undefined: none of them changes. */
  readonly looks?: CellLooks | undefined;
}

/** How each cell is set off, once the next round trip is over. */
export function readCellLooks(range: Excel.Range): OfficeExtension.ClientResult<Excel.CellProperties[][]> {
  return range.getCellProperties(ASKED);
}

/** Sets cells off as they were, but for number formats, which come after it. A style takes everything else with it. */
export function putLooksBack(range: Excel.Range, looks: CellLooks): void {
  range.setCellProperties(looks.map((cells) => cells.map(({ style = "Normal" }) => ({ style }))));
  range.setCellProperties(looks.map((cells) => cells.map(({ format = {} }) => ({ format: own(format) }))));
}

/** A cell without a fill has the colour of a white one. */
function own({ fill, ...format }: Excel.CellPropertiesFormat): Excel.CellPropertiesFormat {
  return fill?.color === undefined || fill.pattern === "None" ? format : { ...format, fill: { color: fill.color } };
}
