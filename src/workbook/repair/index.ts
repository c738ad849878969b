export type { Unrepaired, UnrepairedReason } from "./plan";
export { inspectRepair, repair, type RepairResult } from "./repair";
