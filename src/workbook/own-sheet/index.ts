export { FIGURES, type SheetCell, type SheetColumn, type SheetContent, type SheetTable } from "./content";
export { momentText } from "./moment";
export {
  deleteOwnSheet,
  findOwnSheet,
  isOwnSheet,
  planOwnSheet,
  writeOwnSheet,
  type OwnSheet,
  type OwnSheetKey,
  type OwnSheetPlan,
  type SheetRefusal,
} from "./own-sheet";
