import { isSerial, isYear } from "./period-numbers";
import { refuse } from "../refusal";

/** The year that a workbook's dates count from; unknown while Excel has not said. */
export type DateSystem = 1900 | 1904 | "unknown";

/** Days by which a date of the 1904 system is smaller. */
const DAYS_BETWEEN = 1462;

/**
 * What a cell holds, with a date as workbooks of the 1900 system hold it. Refuses a date while nobody knows what it counts
 * from: it could be four years off.
 */
export function as1900<T>(given: T, system: DateSystem, argument: string): T | number {
  const serial = serialIn(given);
  if (serial === undefined || system === 1900) return given;
  if (system === "unknown") return refuse("unknownDates", { argument, given: String(given) });
  return serial + DAYS_BETWEEN;
}

/** A date of the 1900 system as the workbook counts it. */
export function inSystem(serial: number, system: DateSystem): number {
  return system === 1904 ? serial - DAYS_BETWEEN : serial;
}

/** Whether a value would be read as a date in one of the systems. */
export function isDated(given: unknown): boolean {
  return serialIn(given) !== undefined;
}

function serialIn(given: unknown): number | undefined {
  const isText = typeof given === "string" && /^\s*\d{5}(?:\.\d+)?\s*$/.test(given);
  const number = isText ? Number(given) : given;
  if (typeof number !== "number" || isYear(number)) return undefined;
  return isSerial(number) || isSerial(number + DAYS_BETWEEN) ? number : undefined;
}

/** The serial of an ISO day in the 1900 system. */
export function serialOf(day: string): number {
  return Date.parse(day) / MILLISECONDS + EPOCH;
}

/** The first of January 1970. */
const EPOCH = 25_569;
const MILLISECONDS = 86_400_000;
