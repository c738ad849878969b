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

/** The series of one view by their facets. Both ways are walked over tens of thousands of hits on a keystroke. */
export class Facets {
  /** By the place of the series in the data. */
  private readonly values: (Readonly<Record<FacetName, readonly string[]>> | undefined)[] = [];

  constructor(private readonly view: Pick<View, "periods">) {}

  /** Those that have everything chosen, in their order. */
  filter<T extends { readonly series: Series }>(hits: readonly T[], choice: FacetChoice): readonly T[] {
    const chosen = chosenIn(choice);
    return chosen.length === 0 ? hits : hits.filter(({ series }) => has(this.of(series), chosen));
  }

  /** The values of a facet among those that have everything else chosen, the most frequent first. */
  count(hits: readonly { readonly series: Series }[], choice: FacetChoice, name: FacetName): FacetValue[] {
    const chosen = chosenIn({ ...choice, [name]: undefined });
    const counts = new Map<string, number>();
    for (const { series } of hits) {
      const own = this.of(series);
      if (has(own, chosen)) for (const value of own[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  private of(series: Series): Readonly<Record<FacetName, readonly string[]>> {
    return (this.values[series.index] ??= this.read(series));
  }

  private read(series: Series): Readonly<Record<FacetName, readonly string[]>> {
    const { indicator, item, partner, reporter, freq } = series;
    const years = new Set(this.view.periods(series).map((period) => period.slice(0, 4)));
    const area = partner === "" || partner === "wld" ? reporter : partner;
    return {
      subject: [indicator],
      item: item === "" ? [] : [item],
      area: area === "" ? [] : [area],
      period: [`${FREQUENCY}${freq}`, ...years],
    };
  }
}

type Chosen = readonly (readonly [FacetName, string])[];

function chosenIn(choice: FacetChoice): Chosen {
  return FACETS.flatMap((name) => {
    const value = choice[name];
    return value === undefined ? [] : [[name, value] as const];
  });
}

function has(own: Readonly<Record<FacetName, readonly string[]>>, chosen: Chosen): boolean {
  for (const [name, value] of chosen) if (!own[name].includes(value)) return false;
  return true;
}
