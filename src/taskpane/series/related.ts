import { grouped } from "../../dataset/catalogue";
import { DIMENSIONS, type Series } from "../../dataset/records";
import type { Reader } from "../../query/answer/candidates";

/** In what a related series differs, the nearest kin first. */
const RELATIONS = [
  "basis",
  "measure",
  "freq",
  "transformation",
  "side",
  "stage",
  "group",
  "batch",
  "holder",
  "partner",
  "reporter",
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface RelatedGroup {
  readonly relation: Relation;
  readonly series: readonly Series[];
}

/** The three sides of trade. */
const SIDES = ["imports", "exports", "balance"];

/** Series that differ from this one in one respect, grouped by it; those with the largest latest value first. */
export function relatedSeries(reader: Reader, series: Series): RelatedGroup[] {
  const indicators = SIDES.includes(series.indicator) ? SIDES : [series.indicator];
  const all = indicators.flatMap((indicator) => reader.view.catalogue.seriesOf(indicator));
  const groups = grouped(all, (other) => (other === series ? undefined : relationOf(series, other)));
  return RELATIONS.flatMap((relation) => {
    const found = groups.get(relation)?.filter((other) => reader.view.periods(other).length > 0) ?? [];
    return found.length > 0 ? [{ relation, series: largestFirst(reader, found) }] : [];
  });
}

function relationOf(series: Series, other: Series): Relation | undefined {
  if (other.item !== series.item) return undefined;
  const differing = [...DIMENSIONS, "freq" as const, "transformation" as const].filter(
    (dimension) => other[dimension] !== series[dimension],
  );
  if (other.indicator !== series.indicator) return differing.length === 0 ? "side" : undefined;
  // Stages are measured each in its own way: ore by content, metal by weight.
  const telling = differing.includes("stage") ? differing.filter((dimension) => dimension !== "measure") : differing;
  const [only] = telling;
  return telling.length === 1 && only !== "item" ? only : undefined;
}

function largestFirst(reader: Reader, series: readonly Series[]): Series[] {
  const sizes = new Map(series.map((one) => [one, latestSize(reader, one)]));
  return [...series].sort((a, b) => sizes.get(b)! - sizes.get(a)! || a.index - b.index);
}

function latestSize(reader: Reader, series: Series): number {
  const last = reader.view.periods(series).at(-1)!;
  return Math.abs(reader.units.baseValue(reader.view.observation(series, last)!).toNumber());
}
