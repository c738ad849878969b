import type { Series } from "../../dataset/records";
import type { View } from "../../dataset/view";

/** What was taken from a document. */
export interface Taken {
  figures: number;
  events: number;
  readonly series: Series[];
}

/** What each document gave, by its id: figures in every print, and events. */
export function takenFrom(view: View): ReadonlyMap<string, Readonly<Taken>> {
  const counts = new Map<string, Taken>();
  const of = (source: string): Taken => {
    const known = counts.get(source) ?? { figures: 0, events: 0, series: [] };
    counts.set(source, known);
    return known;
  };
  for (const series of view.catalogue.series) {
    for (const period of view.periods(series)) {
      for (const { source } of view.vintages(series, period)) {
        if (source === "") continue;
        const taken = of(source);
        taken.figures++;
        if (taken.series.at(-1) !== series) taken.series.push(series);
      }
    }
  }
  for (const { source } of view.events()) of(source).events++;
  return counts;
}
