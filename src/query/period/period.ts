import { comparePeriods, frequencyOf } from "../../dataset/period";
import { hintFor } from "./period-hints";
import { dayOfSerial, isSerial, isYear } from "./period-numbers";
import { canonicalPeriod } from "./period-reader";
import { refuse } from "../refusal";

export { dayOfSerial, isSerial, isYear } from "./period-numbers";
export { canonicalPeriod, isoDay } from "./period-reader";

/**
 * Reads a period in any form a user may type and gives its canonical text: `2024`, `2024-06`, `2024-Q2`, `2024-H1`,
 * `2026-01/2026-04`, `2012/2024`. A number 1900–2199 is a year, 20000–73050 an Excel date that means its month.
 * Refuses everything else, with a hint.
 */
export function readPeriod(given: string | number, argument: string): string {
  const canonical = typeof given === "number" ? periodOfNumber(given) : canonicalPeriod(given);
  return canonical ?? refuse("notPeriod", { argument, given: String(given), hint: hintFor(String(given)) });
}

/** Whether a text or number reads as a period. */
export function looksLikePeriod(given: string | number): boolean {
  return typeof given === "number" ? isYear(given) : canonicalPeriod(given) !== undefined;
}

/** A period as it goes into a cell: a number when it is a year, else text. */
export function periodCell(period: string): number | string {
  return frequencyOf(period) === "a" ? Number(period) : period;
}

function periodOfNumber(value: number): string | undefined {
  if (isYear(value)) return String(value);
  return isSerial(value) ? dayOfSerial(value).slice(0, 7) : undefined;
}

/** Refuses a span of two periods that runs backwards. */
export function checkOrder(from: string | undefined, to: string | undefined, argument: string): void {
  if (from && to && comparePeriods(from, to) > 0) refuse("backwards", { argument, from, to });
}
