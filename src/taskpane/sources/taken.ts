import type { Series } from "../../dataset/records";
import type { View } from "../../dataset/view";

/** What was taken from a document. */
export interface Taken {
  readonly figures: number;
  readonly events: number;
  readonly series: readonly Series[];
}

interface Counting {
  figures: number;
  events: number;
  readonly series: Set<Series>;
}

/** What each document gave, by its id: figures in every print, and events. */
export function takenFrom(view: View): Map<string, Taken> {
  const counts = new Map<string, Counting>();
  const of = (source: string): Counting => {
    const known = counts.get(source) ?? { figures: 0, events: 0, series: new Set() };
    counts.set(source, known);
    return known;
  };
  for (const series of view.catalogue.series) {
    for (const period of view.periods(series)) {
      for (const { source } of view.vintages(series, period)) {
        if (source === "") continue;
        const taken = of(source);
        taken.figures++;
        taken.series.add(series);
      }
    }
  }
  for (const { source } of view.events()) of(source).events++;
  return new Map(
    [...counts].map(([id, { figures, events, series }]) => [id, { figures, events, series: [...series] }]),
  );
}
