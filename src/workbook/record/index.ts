export { EMPTY_RECORD, type DocumentRecord } from "./document-record";
export { commentOf, idOfMark, markOf, newTableId, tableOfComment, type InsertedTable } from "./inserted-table";
export { readRecord, writeRecord } from "./part";
export { withEntry, type LogEntry } from "./refresh-log";
export { documentSettings, type DocumentSettings } from "./settings";
export {
  sameStanding,
  StandingRecord,
  type Changer,
  type DocumentStanding,
  type Way,
  type WorkbookStanding,
} from "./standing";
