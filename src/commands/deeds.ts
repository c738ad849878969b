export { jumpTo } from "../workbook/audit/jump";
export { repair } from "../workbook/repair";
export { writeSources } from "../workbook/sources/update";
