import { addressOf, cellsOf, type Place } from "../../sheets/notation/place";
import { asWorkbookError } from "../../sheets/workbook-error";
import type { Target } from "../../sheets/insert/block";
import type { Texts } from "../texts";

/** What the insert panel says below the preview. */
export interface Notice {
  readonly tone: "plain" | "warning" | "success" | "error";
  readonly text: string;
}

export const SILENT: Notice = { tone: "plain", text: "" };

/** Where the block would go, or what stands in the way. */
export function targetNotice({ insert }: Texts, { place, filled, table, merged }: Target): Notice {
  const address = addressOf(place);
  if (merged !== undefined) return { tone: "warning", text: insert.isMerged(address, merged) };
  if (table !== undefined) return { tone: "warning", text: insert.inTable(address, table) };
  if (filled > 0) return { tone: "warning", text: insert.occupied(address, filled, place.rows * place.columns) };
  return { tone: "plain", text: insert.goesTo(address) };
}

export function isFree({ filled, table, merged }: Target): boolean {
  return filled === 0 && table === undefined && merged === undefined;
}

/** The first cell of a place, as a button names it. */
export function firstCell(place: Place): string {
  return cellsOf({ ...place, rows: 1, columns: 1 });
}

export function faultNotice({ insert }: Texts, error: unknown): Notice {
  const fault = asWorkbookError(error);
  return { tone: "error", text: insert.faults[fault.fault](fault.detail) };
}
