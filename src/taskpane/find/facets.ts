import type { Series } from "../../dataset/records";
import type { View } from "../../dataset/view";

/** In what series can be told apart: what is measured, of what, where, and when. */
export const FACETS = ["subject", "item", "area", "period"] as const;
export type FacetName = (typeof FACETS)[number];

/** What is chosen in each; a facet that is missing lets everything pass. */
export type FacetChoice = Readonly<Partial<Record<FacetName, string>>>;

export interface FacetValue {
  readonly value: string;
  /** How many of the series found have it, with the other facets as they are. */
  readonly count: number;
}

/** How often a series is told, beside the years it has figures for. */
const FREQUENCY = "freq:";

/** The code of a frequency, when a value of the period facet is one. */
export function frequencyOfFacet(value: string): string | undefined {
  return value.startsWith(FREQUENCY) ? value.slice(FREQUENCY.length) : undefined;
}

/** The series of one view by their facets. */
export class Facets {
  private readonly values = new Map<Series, Readonly<Record<FacetName, readonly string[]>>>();

  constructor(private readonly view: Pick<View, "periods">) {}

  /** Those that have everything chosen, in their order. */
  filter<T extends { readonly series: Series }>(hits: readonly T[], choice: FacetChoice): readonly T[] {
    const chosen = FACETS.filter((name) => choice[name] !== undefined);
    return chosen.length === 0
      ? hits
      : hits.filter(({ series }) => chosen.every((name) => this.of(series)[name].includes(choice[name]!)));
  }

  /** The values of a facet among those that have everything else chosen, the most frequent first. */
  count(hits: readonly { readonly series: Series }[], choice: FacetChoice, name: FacetName): FacetValue[] {
    const counts = new Map<string, number>();
    for (const { series } of this.filter(hits, { ...choice, [name]: undefined })) {
      for (const value of this.of(series)[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  private of(series: Series): Readonly<Record<FacetName, readonly string[]>> {
    const known = this.values.get(series);
    if (known) return known;
    const { indicator, item, partner, reporter, freq } = series;
    const years = new Set(this.view.periods(series).map((period) => period.slice(0, 4)));
    const area = partner === "" || partner === "wld" ? reporter : partner;
    const values = {
      subject: [indicator],
      item: item === "" ? [] : [item],
      area: area === "" ? [] : [area],
      period: [`${FREQUENCY}${freq}`, ...years],
    };
    this.values.set(series, values);
    return values;
  }
}
