export { auditFormulas, auditScan, auditWorkbook, type Audit } from "./audit";
export { TRAITS, type AuditedCall, type AuditEntry, type CellState, type Trait } from "./entry";
export { exportAudit, type Export } from "./export";
export { jumpTo, type Jump } from "./jump";
export { monthsSince } from "./report";
export { auditTexts } from "./texts";
export { Tracer, type Outcome } from "./trace";
export { separators, stateOfFigure, unique } from "./words";
export { viewOf } from "./view";
