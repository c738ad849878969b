import type { Rectangle } from "../notation/reference";

/** Built-in cell styles of Excel, which follow the workbook's theme. */
export type CellStyle = "Normal" | "Accent1" | "Accent1_20" | "Total";

/** The colour of what is grey: dark enough to be read on white, and on the bands of a table. */
export const GREY = "#636363";

/** How some cells are set off; what is not said stays as it is. Rows and columns count from a block's first cell. */
export interface Look extends Rectangle {
  readonly style?: CellStyle;
  /** A row that gets or loses its band, and which row of the table it was before. */
  readonly band?: { readonly isOn: boolean; readonly from: number };
  readonly isBold?: true;
  /** Grey is what is not there, and what stands beside the figures. */
  readonly tone?: "grey" | "black";
  /** Where nobody placed them otherwise. */
  readonly side?: "Left" | "Right" | undefined;
  /** Words beside figures keep their distance. */
  readonly isIndented?: true;
  readonly isTop?: true;
  /** In as many lines as their column makes of them, the rows as high as these. */
  readonly isWrapped?: true;
  /** Missing figures are grey by a rule: what a formula spills comes and goes. */
  readonly greysMissing?: true;
}

/** Of a whole row of cells. */
export function rowLook(row: number, columns: number, look: Omit<Look, keyof Rectangle>): Look {
  return { row, column: 0, rows: 1, columns, ...look };
}
