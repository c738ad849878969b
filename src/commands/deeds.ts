export { jumpTo } from "../workbook/audit";
export { repair } from "../workbook/repair";
export { writeSources } from "../workbook/sources";
