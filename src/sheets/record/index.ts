export { EMPTY_RECORD, type DocumentRecord } from "./document-record";
export { commentOf, idOfMark, markOf, newTableId, tableOfComment, type InsertedTable } from "./inserted-table";
export { withEntry, type LogEntry } from "./refresh-log";
export {
  changedSettings,
  isYounger,
  readStanding,
  sameStanding,
  StandingRecord,
  type Changer,
  type DocumentSettings,
  type DocumentStanding,
  type Way,
  type Standing,
} from "./standing";
