export { PackageFault, type FaultKind } from "./fault";
export {
  addressOfNode,
  refreshSaved,
  type RefreshedWorkbook,
  type RefreshOptions,
  type TableResult,
} from "./refresh/refresh";
export { SavedWorkbook } from "./saved-workbook";
export { recordIn, standingIn, type SavedStanding } from "./standing";
export { shareSaved } from "./share/share";
