/** What is to stand in a cell: a constant, a formula, an error, or nothing. A text stays a text whatever it looks like. */
export type Content = number | string | boolean | { readonly formula: string } | { readonly error: string } | null;

export function isFormulaContent(content: Content | undefined): content is { readonly formula: string } {
  return typeof content === "object" && content !== null && "formula" in content;
}

/** Cells of one sheet with what is to stand in them, row by row. */
export interface Write {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly content: readonly (readonly Content[])[];
}

/** What stands in place of an error once a workbook is shared: it says the same in every language, and no formula takes it for a number. */
export const NOT_AVAILABLE = "n/a";

export const GENERAL = "General";
export const TEXT = "@";
/** Of a day that stands for its month or quarter. */
export const MONTHS = "mmm yyyy";

/** The entry that gives a cell this content. A cell in text format takes every entry as it is; elsewhere a text needs Excel's text mark. */
export function entryOf(content: Content, format: string): string | number | boolean {
  if (content === null) return "";
  if (typeof content === "object") return "formula" in content ? content.formula : content.error;
  return typeof content === "string" && format !== TEXT ? `'${content}` : content;
}

/** What a cell shows once it has this content; a formula is not computed here. */
export function plainOf(content: Content): string | number | boolean {
  if (content === null) return "";
  return typeof content === "object" ? ("error" in content ? content.error : content.formula) : content;
}

/** Whether a cell in text format would make a text of this content. */
export function isLostInText(content: Content): boolean {
  return content !== null && typeof content !== "string";
}
