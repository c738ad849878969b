import { FREQUENCIES, type Frequency } from "../../dataset/period";
import type { Series } from "../../dataset/records";
import { evidence, type Answer } from "./answer";
import type { Reader } from "./candidates";
import { answeredPeriods, isHeld } from "./answered";
import type { Ask } from "./ask";
import { findResolved } from "./compute";
import type { Refusal } from "../refusal";
import { unanswered } from "./unanswered";

/** Months so far and spans of years are no full periods; they answer only when a series of them is named. */
const FULL: readonly Frequency[] = FREQUENCIES.filter((freq) => ["a", "m", "q", "s"].includes(freq));

const FORECAST = "F";

/** The last full period with a published figure that is no forecast, of the first frequency that has any; or why there is none. */
export function latest(reader: Reader, ask: Ask): Answer | Refusal {
  const frequencies = ask.series ? [ask.series.freq] : FULL;
  for (const freq of frequencies) {
    if (!isHeld(reader, ask, freq, (series) => isPublished(series, ask))) continue;
    const periods = answeredPeriods(reader, ask, freq);
    for (let i = periods.length - 1; i >= 0; i--) {
      const found = findResolved(reader, ask, periods[i]!);
      if (found && evidence(found).every(({ series, status }) => status !== FORECAST && isPublished(series, ask)))
        return found;
    }
  }
  return unanswered(reader, ask, reader.view.release.date.slice(0, 4));
}

/** Levels that a growth rate implies are not published; one named by its id is what was asked for. */
function isPublished({ transformation }: Series, ask: Ask): boolean {
  return ask.series !== undefined || transformation !== "implied";
}
