import { DIMENSIONS, type Dimension } from "../../../src/dataset/records";
import type { Row } from "../read/table";
import type { Seeds } from "./seeds";

/** What a series id is made of. */
export type Elements = Readonly<Record<Dimension | "indicator" | "freq" | "transformation", string>>;

/** The elements of a series as its row states them. */
export function elementsOf(series: Row): Elements {
  const names = [...DIMENSIONS, "indicator", "freq", "transformation"] as const;
  return Object.fromEntries(names.map((name) => [name, series.get(name)])) as unknown as Elements;
}

/** The dimensions an indicator uses, in the order of its series ids. */
export function keyOf(indicator: Row): Dimension[] {
  return indicator.list("key", " ") as Dimension[];
}

/** The id that belongs to these elements, or undefined for an unknown indicator. */
export function idOf(seeds: Seeds, elements: Elements): string | undefined {
  const indicator = seeds.find("codes-indicators", elements.indicator);
  if (!indicator) return undefined;
  const parts = [elements.indicator, ...keyOf(indicator).map((dimension) => elements[dimension]), elements.freq];
  return [...parts, ...(elements.transformation === "level" ? [] : [elements.transformation])].join(".");
}

/** The series that differs from another in some elements only, when there is one. */
export function sibling(seeds: Seeds, series: Row, differing: Partial<Elements>): Row | undefined {
  return siblings(seeds, series)(differing);
}

/** The same for one series and many others. */
export function siblings(seeds: Seeds, series: Row): (differing: Partial<Elements>) => Row | undefined {
  const own = elementsOf(series);
  return (differing) => {
    const id = idOf(seeds, { ...own, ...differing });
    return id === undefined ? undefined : seeds.find("series", id);
  };
}
