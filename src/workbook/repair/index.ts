export type { Unrepaired, UnrepairedReason } from "./plan";
export { repair, type RepairResult } from "./repair";
