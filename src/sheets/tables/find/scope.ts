/** Which inserted tables a refresh takes along: none, those under the selection, on the active sheet, all, or some by their ids. */
export type TableScope = "none" | "selection" | "sheet" | "workbook" | readonly string[];
