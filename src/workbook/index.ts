export { ENGLISH, type Culture } from "./culture";
export { excelWorkbook } from "./excel-workbook";
export { timeScale, type ChartPlan } from "./chart/plan";
export type { Neighbour } from "./look-around";
export { addressOf, cellsOf, samePlace, type Place } from "./place";
export type { Block, CellContent, Insertion, Target, Undoing, WorkbookPort } from "./port";
export type { SelectedCell } from "./selected-cell";
export type { TableInsertion, TableRequest } from "./refresh/tables/insert-table";
export { WorkbookError, type WorkbookFault } from "./workbook-error";
