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

/** The series of one view by their facets. A keystroke walks tens of thousands of hits twice. */
export class Facets {
  /** The years with figures, by the place of the series in the data. */
  private readonly known: (readonly string[] | undefined)[] = [];

  constructor(private readonly view: Pick<View, "periods">) {}

  /** Those that have everything chosen, in their order. */
  filter<T extends { readonly series: Series }>(hits: readonly T[], choice: FacetChoice): readonly T[] {
    const tests = this.testsOf(choice);
    return tests.length === 0 ? hits : hits.filter(({ series }) => passes(series, tests));
  }

  /** The values of a facet among those that have everything else chosen, the most frequent first. */
  count(hits: readonly { readonly series: Series }[], choice: FacetChoice, name: FacetName): FacetValue[] {
    const tests = this.testsOf({ ...choice, [name]: undefined });
    const counts = new Map<string, number>();
    const add = (value: string) => void counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const { series } of hits) {
      if (!passes(series, tests)) continue;
      if (name !== "period") add(CODES[name](series));
      else {
        add(`${FREQUENCY}${series.freq}`);
        this.yearsOf(series).forEach(add);
      }
    }
    counts.delete("");
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  private testsOf(choice: FacetChoice): Test[] {
    return FACETS.flatMap((name): Test[] => {
      const value = choice[name];
      if (value === undefined) return [];
      if (name !== "period") return [(series) => CODES[name](series) === value];
      const freq = frequencyOfFacet(value);
      return [freq === undefined ? (series) => this.yearsOf(series).includes(value) : (series) => series.freq === freq];
    });
  }

  private yearsOf(series: Series): readonly string[] {
    return (this.known[series.index] ??= [...new Set(this.view.periods(series).map((period) => period.slice(0, 4)))]);
  }
}

type Test = (series: Series) => boolean;

function passes(series: Series, tests: readonly Test[]): boolean {
  for (const test of tests) if (!test(series)) return false;
  return true;
}

/** What a series has in a facet; "" where it has nothing. */
const CODES: Readonly<Record<Exclude<FacetName, "period">, (series: Series) => string>> = {
  subject: ({ indicator }) => indicator,
  item: ({ item }) => item,
  area: ({ partner, reporter }) => (partner === "" || partner === "wld" ? reporter : partner),
};
