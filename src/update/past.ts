import type { Dataset } from "../dataset/dataset";
import type { Observation, Series } from "../dataset/records";
import { viewAt } from "../dataset/view";
import { refuse } from "./refusal";

/** The facts of a figure that an answer can show. */
const FACTS = [
  "value",
  "unit",
  "relation",
  "status",
  "conf",
  "flag",
  "source",
  "published",
  "known",
] as const satisfies readonly (keyof Observation)[];
const SERIES_FACTS = ["unit", "rank", "additive", "transformation"] as const satisfies readonly (keyof Series)[];

/**
 * Refuses (`rewritesPast`) a dataset that does not give, as of the release in use, every figure which that release gives:
 * all workbooks on it would change unasked.
 */
export function requireSamePast(current: Dataset, next: Dataset): void {
  const { release } = current;
  const before = viewAt(current);
  const after = viewAt(next, { release });
  const fault = (what: string): never => refuse("rewritesPast", { release, what });
  if (before.count() !== after.count()) fault(`${after.count()} figures instead of ${before.count()}`);
  for (const series of before.catalogue.series) {
    const same = after.catalogue.seriesById(series.id);
    if (!same || SERIES_FACTS.some((fact) => series[fact] !== same[fact])) fault(series.id);
    for (const period of before.periods(series)) {
      const [old, now] = [before.vintages(series, period), after.vintages(same!, period)];
      if (old.length !== now.length || old.some((vintage, i) => FACTS.some((fact) => vintage[fact] !== now[i]![fact])))
        fault(`${series.id} ${period}`);
    }
  }
}
