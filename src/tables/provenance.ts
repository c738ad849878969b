import type { Observation } from "../dataset/records";
import type { View } from "../dataset/view";
import type { Provenance, TableCell } from "./block";

/** The figure that a cell rests on, as a view has it. */
export function figureOf(view: View, provenance: Provenance): Observation | undefined {
  const series = "series" in provenance ? view.catalogue.seriesById(provenance.series) : undefined;
  return series && "period" in provenance ? view.observation(series, provenance.period) : undefined;
}

/** The ids of the events that cells tell of, each once. */
export function eventIds(cells: readonly Pick<TableCell, "provenance">[]): Set<string> {
  return new Set(cells.flatMap(({ provenance }) => provenance.flatMap((one) => ("event" in one ? [one.event] : []))));
}
