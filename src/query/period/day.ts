import { lastDay, lastMonth } from "../../dataset/period";
import { plain } from "../words/normalise";
import { canonicalPeriod, isoDay } from "./period-reader";
import { dayOfSerial, isSerial, isYear } from "./period-numbers";

/**
 * Reads a date in any form a user may type, as an ISO day: a day, an Excel date, or a year, half-year, quarter or month,
 * which mean their last day. Undefined when it is none.
 */
export function readDay(given: string | number): string | undefined {
  if (typeof given === "number") {
    if (isYear(given)) return lastDay(String(given));
    return isSerial(given) ? dayOfSerial(given) : undefined;
  }
  const text = plain(given);
  if (/^\d{5}(\.\d+)?$/.test(text)) return readDay(Number(text));
  const period = canonicalPeriod(text);
  return isoDay(text) ?? (period && !period.includes("/") ? lastDay(lastMonth(period)) : undefined);
}
