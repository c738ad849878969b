import { comparePeriods, monthsOf, type Frequency } from "../../dataset/period";
import { DIMENSIONS, type Series } from "../../dataset/records";
import type { View } from "../../dataset/view";
import { summable } from "./answer";
import { candidates, SUMMED, type Reader } from "./candidates";
import { ANY_BASIS, askOfSeries, questionOf, type Ask } from "./ask";
import { eachBasis, partsOf } from "./compute";

const kept = new WeakMap<View, Map<string, readonly string[]>>();

/**
 * The periods of one frequency in which a question has a figure, oldest first: exactly those in which `findResolved`
 * finds one. A view never changes, so what was found for it is kept.
 */
export function answeredPeriods(reader: Reader, ask: Ask, freq: Frequency): readonly string[] {
  let ofView = kept.get(reader.view);
  if (!ofView) kept.set(reader.view, (ofView = new Map<string, readonly string[]>()));
  const key = keyOf(ask, freq);
  let found = ofView.get(key);
  if (!found) ofView.set(key, (found = [...new Set(findPeriods(reader, ask, freq))].sort(comparePeriods)));
  return found;
}

/** The question that a series answers before all others, on its basis; any other series is asked for by itself. */
export function askLedBy(reader: Reader, series: Series): Ask {
  const ask = { ...questionOf(series), basis: series.basis };
  return candidates(reader, ask, series.freq)[0] === series ? ask : askOfSeries(series);
}

/** Whether figures of a frequency are held as such, or both parts of one that is computed: sums of months alone make none. */
export function isHeld(reader: Reader, ask: Ask, freq: Frequency, counts: (series: Series) => boolean): boolean {
  const own = candidates(reader, ask, freq).some((series) => counts(series) && reader.view.periods(series).length > 0);
  return own || Boolean(!ask.series && partsOf(ask)?.every((part) => isHeld(reader, part, freq, counts)));
}

function findPeriods(reader: Reader, ask: Ask, freq: Frequency): string[] {
  if (ask.basis === ANY_BASIS && !ask.series)
    return eachBasis(reader, ask).flatMap((one) => answeredPeriods(reader, one, freq));
  const own = candidates(reader, ask, freq).flatMap((series) => reader.view.periods(series));
  if (ask.series || ask.transformation !== "level") return own;
  const sums = SUMMED.has(freq)
    ? summable(candidates(reader, ask, "m")).flatMap((group) =>
        wholes(freq, new Set(group.flatMap((one) => reader.view.periods(one)))),
      )
    : [];
  return [...own, ...sums, ...ofParts(reader, ask, freq)];
}

function ofParts(reader: Reader, ask: Ask, freq: Frequency): string[] {
  const parts = partsOf(ask);
  if (!parts) return [];
  const [first, second] = parts.map((part) => new Set(answeredPeriods(reader, part, freq)));
  return [...first!].filter((period) => second!.has(period));
}

/** The periods of which every month is there; of months so far, those that begin a year. */
function wholes(freq: Frequency, months: ReadonlySet<string>): string[] {
  const starting = [...months].filter((month) => month.endsWith("-01") || freq === "q" || freq === "s");
  const periods = new Set(starting.flatMap((month) => beginningWith(month, freq)));
  return [...periods].filter((period) => monthsOf(period).every((month) => months.has(month)));
}

function beginningWith(month: string, freq: Frequency): string[] {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))];
  if (freq === "a") return [year];
  if (freq === "s") return number % 6 === 1 ? [`${year}-H${(number + 5) / 6}`] : [];
  if (freq === "q") return number % 3 === 1 ? [`${year}-Q${(number + 2) / 3}`] : [];
  return Array.from({ length: 11 }, (_, i) => `${month}/${year}-${String(i + 2).padStart(2, "0")}`);
}

function keyOf(ask: Ask, freq: Frequency): string {
  const dimensions = DIMENSIONS.map((dimension) => ask[dimension] ?? "");
  return [ask.series?.id ?? "", ask.indicator, ask.transformation, freq, ...dimensions].join("|");
}
