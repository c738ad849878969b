import type { Dataset } from "../dataset/dataset";
import { observationKey, type Observation, type Series } from "../dataset/records";
import { rememberingOf } from "../dataset/remembering";
import type { View } from "../dataset/view";
import type { Units } from "./units/units";
import type { Language } from "./describe";

/** A figure that is another now, or gone. */
export interface Revision {
  readonly before: Observation;
  readonly after: Observation | undefined;
  /** Whether the source printed a newer figure, or this one was wrong here or taken back. */
  readonly reason: "revision" | "correction";
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
        revisions.push({ before, after, reason: after && sees(later, before) ? "revision" : "correction" });
    }
    const last = periods.length > 0 && later.observation(series, periods.at(-1)!);
    if (last) added.push({ series, periods, last });
  }
  return { revisions, added };
}

function isSame(units: Units, before: Observation, after: Observation): boolean {
  return units.baseValue(before).compare(units.baseValue(after)) === 0;
}

/** Whether a view still has a figure, if only as an older vintage. */
export function sees(view: View, figure: Observation): boolean {
  const series = view.catalogue.seriesById(figure.series.id);
  return (
    series !== undefined &&
    view.vintages(series, figure.period).some((vintage) => observationKey(vintage) === observationKey(figure))
  );
}

/** What the register of corrections says of a figure, its last entry; "" when it says nothing. */
export function correctionNote({ dataset }: View, { series, period }: Observation, language: Language): string {
  return dataset.remark(reasons(dataset).get(`${series.id} ${period}`) ?? "", language);
}

const reasons = rememberingOf(
  (dataset: Dataset): ReadonlyMap<string, string> =>
    new Map(dataset.rows("corrections").map((row) => [`${row["series"]} ${row["period"]}`, row["reason"] ?? ""])),
);
