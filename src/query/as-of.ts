import type { Dataset } from "../dataset/dataset";
import { frequencyOf, lastDay } from "../dataset/period";
import type { View } from "../dataset/view";
import { dayOfSerial, isSerial, isYear } from "./period";
import { refuse } from "./refusal";

/** When the workbook's formulas answer as of: the data release it is on, and the day it is pinned to, if any. */
export interface Standing {
  readonly release?: string | undefined;
  readonly day?: string | undefined;
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * The dataset as of a date or a data release. A date may be an Excel date, a year (its last day) or a month (its last
 * day), and narrows the workbook's release; a release answers as that release did. Blank: as the workbook stands.
 */
export function viewAsOf(dataset: Dataset, standing: Standing, given: string | number | undefined, argument: string): View {
  if (given === undefined) return dataset.view(standing);
  if (typeof given === "number") {
    if (isYear(given)) return dataset.view({ release: standing.release, day: lastDay(String(given)) });
    if (isSerial(given)) return dataset.view({ release: standing.release, day: dayOfSerial(given) });
    return refuseDate(dataset, given, argument);
  }
  const text = given.normalize("NFKC").trim();
  const release = dataset.releases.find(({ id }) => id.toLowerCase() === text.toLowerCase());
  if (release) return dataset.view({ release: release.id });
  const frequency = frequencyOf(text);
  if (frequency === "a" || frequency === "m") return dataset.view({ release: standing.release, day: lastDay(text) });
  if (DAY.test(text) && lastDay(text.slice(0, 7)) >= text) return dataset.view({ release: standing.release, day: text });
  if (/^\d{5}(\.\d+)?$/.test(text) && isSerial(Number(text))) return dataset.view({ release: standing.release, day: dayOfSerial(Number(text)) });
  return refuseDate(dataset, given, argument);
}

function refuseDate(dataset: Dataset, given: string | number, argument: string): never {
  return refuse("notDate", { argument, given: String(given), releases: dataset.releases.map(({ id }) => id) });
}
