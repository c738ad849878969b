export { PackageFault, type FaultKind } from "./fault";
export { SavedWorkbook } from "./saved-workbook";
