import { addressOf } from "../../sheets/notation/place";
import type { WorkbookPort } from "../../workbook/port";

/** How the cells selected become an argument: all of them where it takes a range, else the active one. Undefined outside Excel. */
export function takeFrom(
  workbook: WorkbookPort | undefined,
  isRange: boolean,
): (() => Promise<string | undefined>) | undefined {
  return workbook && (() => (isRange ? workbook.selection() : workbook.activeCell()).then(addressOf, () => undefined));
}
