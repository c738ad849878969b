/** What an Orebook does, as one module: loaded once for each runtime, so that none shares a variable with another. */
export { Dataset } from "../../../../src/dataset/dataset";
export { createCaller, type Caller, FunctionError, isCellError, type Session } from "../../../../src/functions";
export { createSession } from "../../../../src/functions/languages";
export { StandingRecord, sameKept } from "../../../../src/sheets/record";
export { layoutAt } from "../../../../src/sheets/tables/build-layout";
export { WorkbookError } from "../../../../src/sheets/workbook-error";
export { auditWorkbook } from "../../../../src/workbook/audit/audit";
export { insert } from "../../../../src/workbook/insert/insert";
export { insertTable } from "../../../../src/workbook/insert/insert-table";
export { changeRecord, readRecord } from "../../../../src/workbook/record/part";
export { Refresher } from "../../../../src/workbook/refresh/refresher";
export { repair } from "../../../../src/workbook/repair";
export { readLedger } from "../../../../src/workbook/share/ledger";
export { restore } from "../../../../src/workbook/share/restore";
export { share } from "../../../../src/workbook/share/share";
export { refreshSources, writeSources } from "../../../../src/workbook/sources/update";
