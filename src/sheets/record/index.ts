export { EMPTY_RECORD, type DocumentRecord } from "./document-record";
export { commentOf, idOfMark, markOf, newTableId, tableOfComment, type InsertedTable } from "./inserted-table";
export { standingsIn, withEntry, type LogEntry } from "./refresh-log";
export { laterOf, recordedStanding } from "./latest";
export * from "./standing";
export { StandingRecord, type Changer, type DocumentSettings, type FileMemory } from "./standing-record";
