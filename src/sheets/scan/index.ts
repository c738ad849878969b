export { bandsOf, cellCount, CELLS_PER_REQUEST, packed, type Band } from "./bands";
export { isFormula, overlaps, scalarOf, type CellsRead, type FormulaCell } from "./cells";
export type { NameScan } from "./names";
export { mayRead, readsOf, type Reads } from "./reads";
export { argumentsAt, scopeAt, tableArea, type CallFunction, type Standpoint } from "./scope";
export { SheetScan, type SheetFacts } from "./sheet-scan";
export { placeOf, WorkbookScan, type OrebookFormula, type TableScan } from "./workbook-scan";
