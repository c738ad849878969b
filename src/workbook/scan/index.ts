export { packed } from "./bands";
export type { FormulaCell } from "./cells";
export { contains, overlaps } from "./cells";
export { nextTask, portion, step, supervised, type Job, type Progress } from "./job";
export type { NameScan } from "./names";
export { readWorkbook, scanWorkbook } from "./scan";
export { argumentsAt, scopeAt, type CallFunction, type Standpoint } from "./scope";
export { SheetScan, type SheetFacts } from "./sheet-scan";
export { placeOf, WorkbookScan, type OrebookFormula, type TableScan } from "./workbook-scan";
