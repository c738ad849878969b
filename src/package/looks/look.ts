/** What is to be different in the looks of a cell, in the words of the file; what is not named stays. Colours are `#1F4E79`. */
export interface Look {
  /** A pattern such as `#,##0.00`. */
  readonly numberFormat?: string;
  readonly font?: FontLook;
  /** `null` for none. */
  readonly fill?: string | null;
  readonly borders?: Readonly<Partial<Record<Side, Line | null>>>;
  readonly alignment?: AlignmentLook;
}

export interface FontLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly underline?: boolean;
  /** `null`: as in the workbook's first font. */
  readonly size?: number | null;
  readonly name?: string | null;
  readonly color?: string | null;
}

export type Side = "left" | "right" | "top" | "bottom";

export interface Line {
  /** `thin`, `medium`, `dashed` … */
  readonly style: string;
  readonly color: string;
}

export interface AlignmentLook {
  /** `null`: the usual one. */
  readonly horizontal?: string | null;
  readonly vertical?: string | null;
  readonly wrapText?: boolean;
  readonly indent?: number;
}
