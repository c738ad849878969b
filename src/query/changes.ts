import { observationKey, type Observation, type Series } from "../dataset/records";
import type { View } from "../dataset/view";
import type { Units } from "./units/units";
import type { Language } from "./describe";

/**
 * Why a figure differs: the source published a newer one; it came where none was; it was wrong here, or taken back; it was
 * not published yet on a day; an earlier release does not have it; or nothing of that kind.
 */
export type Reason = "revision" | "newPeriod" | "correction" | "unpublished" | "earlierRelease" | "other";

/** A figure that is another now, or gone. */
export interface Revision {
  readonly before: Observation;
  readonly after: Observation | undefined;
  readonly reason: Reason;
}

/** The periods of a series that have a figure now and had none. */
export interface NewFigures {
  readonly series: Series;
  readonly periods: readonly string[];
  readonly last: Observation;
}

export interface Changes {
  readonly revisions: readonly Revision[];
  readonly added: readonly NewFigures[];
}

/** What `later` says otherwise than `earlier`, series by series. A print of the same figure anew is no change. */
export function changesBetween(
  earlier: View,
  later: View,
  units: Units,
  concerns: (series: Series) => boolean,
): Changes {
  const revisions: Revision[] = [];
  const added: NewFigures[] = [];
  const gone = earlier.catalogue.series.filter(({ id }) => !later.catalogue.seriesById(id));
  for (const series of [...later.catalogue.series, ...gone].filter(concerns)) {
    const periods: string[] = [];
    for (const period of later.differing(earlier, series)) {
      const [before, after] = [earlier.observation(series, period), later.observation(series, period)];
      if (!before) periods.push(period);
      else if (!after || !isSame(units, before, after))
        revisions.push({ before, after, reason: reasonOfChange(earlier, later, before, after) });
    }
    const last = periods.length > 0 && later.observation(series, periods.at(-1)!);
    if (last) added.push({ series, periods, last });
  }
  return { revisions, added };
}

function isSame(units: Units, before: Observation, after: Observation): boolean {
  return units.baseValue(before).compare(units.baseValue(after)) === 0;
}

function reasonOfChange(earlier: View, later: View, before: Observation, after: Observation | undefined): Reason {
  return after ? reasonOf(after, earlier, later) : lossOf(before, earlier, later);
}

/** Why there is a figure that was not there, or another. */
export function reasonOf(figure: Observation, earlier: View, later: View): Reason {
  const series = earlier.catalogue.seriesById(figure.series.id);
  const seen = series && earlier.observation(series, figure.period);
  if (!seen) return "newPeriod";
  return sees(later, seen) ? "revision" : lossOf(seen, earlier, later);
}

/** Why a figure that answered before does not any more. */
export function lossOf({ known }: Observation, earlier: View, { at, release }: View): Reason {
  if (at.day !== undefined && known > at.day) return "unpublished";
  return release.date < earlier.release.date ? "earlierRelease" : "correction";
}

export function sees(view: View, figure: Observation): boolean {
  const series = view.catalogue.seriesById(figure.series.id);
  return (
    series !== undefined &&
    view.vintages(series, figure.period).some((vintage) => observationKey(vintage) === observationKey(figure))
  );
}

/** What the register of corrections says of a figure; "" when it says nothing. */
export function correctionNote({ dataset }: View, { series, period }: Observation, language: Language): string {
  const correction = dataset
    .rows("corrections")
    .findLast((row) => row["series"] === series.id && row["period"] === period);
  return dataset.remark(correction?.["reason"] ?? "", language);
}
