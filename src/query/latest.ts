import { comparePeriods, FREQUENCIES, type Frequency } from "../dataset/period";
import { candidates, type Reader } from "./candidates";
import type { Answer } from "./answer";
import type { Ask } from "./ask";
import { findResolved, partsOf } from "./compute";
import { refuseUnanswered } from "./unanswered";

/** Months so far and spans of years are no full periods; they answer only when a series of them is named. */
const FULL: ReadonlySet<Frequency> = new Set(["a", "m", "q", "s"]);

const FORECAST = "F";

/** The last full period with a published figure that is no forecast, of the first frequency that has any. Refuses when there is none. */
export function latest(reader: Reader, ask: Ask): Answer {
  const frequencies = ask.series ? [ask.series.freq] : FREQUENCIES.filter((freq) => FULL.has(freq));
  for (const freq of frequencies) {
    for (const period of publishedPeriods(reader, ask, freq).reverse()) {
      const found = findResolved(reader, ask, period);
      if (found && found.observation?.status !== FORECAST) return found;
    }
  }
  return refuseUnanswered(reader, ask, reader.view.release.date.slice(0, 4));
}

/** The periods of one frequency with a printed or derived figure, oldest first; levels that a growth rate implies do not count. */
export function publishedPeriods(reader: Reader, ask: Ask, freq: Frequency): string[] {
  const series = candidates(reader, ask, freq).filter(
    ({ transformation }) => ask.series || transformation !== "implied",
  );
  const own = new Set(series.flatMap((one) => reader.view.periods(one)));
  const parts = own.size > 0 || ask.series ? undefined : partsOf(ask);
  if (!parts) return [...own].sort(comparePeriods);
  const [first, second] = parts.map((part) => publishedPeriods(reader, part, freq)) as [string[], string[]];
  return first.filter((period) => second.includes(period));
}
