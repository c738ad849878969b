import { comparePeriods } from "../../../dataset/period";
import type { Series } from "../../../dataset/records";
import { findInSeries, type Answer } from "../../../query/answer/answer";
import { questionOf } from "../../../query/answer/ask";
import type { Reader } from "../../../query/answer/candidates";
import { relationOf } from "../../../query/derived/relation";

/** How another figure stands to the one that is chosen. */
export type Comparison =
  /** The same, or the same with fewer digits. */
  | { readonly kind: "same" | "rounded" }
  /** `by`: a fraction of the chosen figure, never 0. */
  | { readonly kind: "differs"; readonly by: number }
  /** Not to be compared, and why. */
  | { readonly kind: "otherPeriod" | "otherUnit" | "bound" | "zero" };

/** Transformations that tell of the level itself. */
const LEVELS = ["level", "implied", "rounded"];

/**
 * The other series that answer the question of a series, best rank first: their figure for the period of the chosen one,
 * or their nearest one, which is then not compared. Figures are compared only where both are the same kind of thing for the
 * same period, and never put together.
 */
export function rivalsOf(reader: Reader, series: Series, chosen: Answer) {
  const family = LEVELS.includes(series.transformation) ? ["level", "rounded"] : [series.transformation];
  const { catalogue } = reader.view;
  return family
    .flatMap((transformation) => catalogue.seriesFor({ ...series, transformation }, series.freq))
    .filter((other) => other !== series)
    .flatMap((other) => {
      const period = nearest(reader.view.periods(other), chosen.period);
      const answer = period === undefined ? undefined : findInSeries(reader, other, questionOf(other), period);
      return answer ? [{ series: other, answer, comparison: compare(reader, chosen, answer) }] : [];
    });
}

/** The period itself, else the last one before it, else the first one after. */
function nearest(periods: readonly string[], wanted: string): string | undefined {
  return periods.filter((period) => comparePeriods(period, wanted) <= 0).at(-1) ?? periods[0];
}

function compare({ units }: Reader, chosen: Answer, other: Answer): Comparison {
  if (other.period !== chosen.period) return { kind: "otherPeriod" };
  if (units.get(other.unit).kind !== units.get(chosen.unit).kind) return { kind: "otherUnit" };
  if ([chosen, other].some((one) => ["at-least", "at-most"].includes(relationOf(one)))) return { kind: "bound" };
  if (other.value.compare(chosen.value) === 0) return { kind: "same" };
  const [from, to] = [chosen.value.toNumber(), other.value.toNumber()];
  if (Math.abs(to - from) <= Math.max(step(units, chosen), step(units, other)) / 2) return { kind: "rounded" };
  return from === 0 ? { kind: "zero" } : { kind: "differs", by: (to - from) / Math.abs(from) };
}

/** The last digit that the source prints, in the base unit. */
function step(units: Reader["units"], { observation, unit }: Answer): number {
  if (!observation || observation.formula) return 0;
  const places = observation.value.split(".")[1]?.length ?? 0;
  return 10 ** (units.get(observation.unit).scale - units.get(unit).scale - places);
}
