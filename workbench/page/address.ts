/** Addresses as people write them, to and from areas of a workbook. */
import { parseRectangle, quoteSheetName, rectangleAddress, splitSheet, type Area } from "../host/a1";
import type { Workbook } from "../host/workbook-model";

/** @throws Error when it is no address or names no sheet. */
export function areaAt({ sheets }: Workbook, address: string): Area {
  const { sheet: name, rest } = splitSheet(address);
  const sheet = name === undefined ? sheets.active : sheets.named(name)?.id;
  const rectangle = parseRectangle(rest);
  if (!sheet || !rectangle) throw new Error(`${address} is not an address in this workbook`);
  return { sheet, ...rectangle };
}

export function addressOf({ sheets }: Workbook, area: Area): string {
  return `${quoteSheetName(sheets.get(area.sheet)?.name ?? "#REF!")}!${rectangleAddress(area)}`;
}
